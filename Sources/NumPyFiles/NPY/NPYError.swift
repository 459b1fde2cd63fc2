/// A `.npy` file, or a member of an archive, that is no array which is read here.
///
/// Each case names the file; of an archive, `archive.npz: member.npy`. Bytes are counted from the
/// start of the array's own file.
package enum NPYError: Error, Equatable {
  /// It starts with something else than NumPy's magic string.
  case notNPY(file: String, start: [UInt8])
  case unknownVersion(file: String, major: Int, minor: Int)
  case headerTooLong(file: String, bytes: Int, limit: Int)
  /// The dictionary in the header breaks its grammar; `got` is nil where the header ends.
  case malformedHeader(file: String, byte: Int, got: UInt8?, expected: String)
  case unknownKey(file: String, key: String)
  case repeatedKey(file: String, key: String)
  case missingKey(file: String, key: String)
  /// An array of Python objects, which would run code when read.
  case objects(file: String)
  /// An array of records.
  case structured(file: String)
  case unsupportedType(file: String, descriptor: String)
  case tooManyDimensions(file: String, limit: Int)
  /// The product of the shape is beyond any file.
  case tooManyElements(file: String, shape: [Int])
  case truncated(file: String, got: Int, expected: Int)
  case trailingBytes(file: String, byte: Int)

  /// False: what was given is wrong, not the machine.
  package var isMachineFault: Bool { false }
}

extension NPYError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notNPY(let file, let start):
      "\(file): no .npy file: it starts with \(hexadecimal(start)), expected "
        + hexadecimal(NPYHeader.magic)
    case .unknownVersion(let file, let major, let minor):
      "\(file): version \(major).\(minor) at byte 6 (1.0, 2.0 or 3.0)"
    case .headerTooLong(let file, let bytes, let limit):
      "\(file): header of \(bytes) bytes (at most \(limit))"
    case .malformedHeader(let file, let byte, let got, let expected):
      "\(file): \(got.map(character) ?? "end of the header") at byte \(byte), expected \(expected)"
    case .unknownKey(let file, let key):
      "\(file): unknown key '\(shortened(key))' in the header (descr, fortran_order, shape)"
    case .repeatedKey(let file, let key):
      "\(file): key '\(key)' twice in the header"
    case .missingKey(let file, let key):
      "\(file): no key '\(key)' in the header"
    case .objects(let file):
      "\(file): array of Python objects (a pickle), which is never read (\(Self.supported))"
    case .structured(let file):
      "\(file): array of records (\(Self.supported))"
    case .unsupportedType(let file, let descriptor):
      "\(file): element type '\(shortened(descriptor))' (\(Self.supported))"
    case .tooManyDimensions(let file, let limit):
      "\(file): more than \(limit) dimensions"
    case .tooManyElements(let file, let shape):
      "\(file): too many elements: \(shape.map(String.init).joined(separator: " x "))"
    case .truncated(let file, let got, let expected):
      "\(file): ends at byte \(got), expected \(expected)"
    case .trailingBytes(let file, let byte):
      "\(file): goes on after byte \(byte), where its header says that it ends"
    }
  }

  private static let supported = NPYKind.allCases.map(\.description).joined(separator: ", ")
}

/// A byte as a character where it is one, else as a number.
private func character(_ byte: UInt8) -> String {
  (0x21...0x7E).contains(byte)
    ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(hexadecimal([byte]))"
}
