/// A ZIP archive that is not read: damaged, or of a kind that no `.npz` file needs.
///
/// Each case names the file, and the member where there is one.
package enum ZIPError: Error, Equatable {
  /// The file starts with something else than a ZIP archive does.
  case notZIP(file: String, start: [UInt8])
  /// There is no end of a directory: the file was cut.
  case truncated(file: String, bytes: Int)
  case trailingBytes(file: String, byte: Int)
  /// A record of the directory is not what the end of the file promises.
  case damagedDirectory(file: String, byte: Int)
  /// An archive of several files.
  case severalDisks(file: String)
  /// Sizes of 4 GB and more, or more than 65534 members.
  case zip64(file: String)
  case unsafeName(file: String, member: String)
  case repeatedName(file: String, member: String)
  case encrypted(file: String, member: String)
  case unknownMethod(file: String, member: String, method: Int)
  /// What stands before the bytes of a member contradicts the directory.
  case damagedMember(file: String, member: String, byte: Int)
  /// The bytes of two members overlap.
  case overlap(file: String, member: String, byte: Int)
  /// The members are larger together than the caller allows.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// A size that a member's bytes cannot have.
  case impossibleSize(file: String, member: String, bytes: Int, from: Int)
  case corrupt(file: String, member: String, reason: String)
  case wrongChecksum(file: String, member: String, got: UInt32, expected: UInt32)
  case outOfMemory(file: String, bytes: Int)

  /// True where memory is lacking, false for a wrong file.
  package var isMachineFault: Bool {
    if case .outOfMemory = self { true } else { false }
  }
}

extension ZIPError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notZIP(let file, let start):
      "\(file): no .npz file: it starts with \(hexadecimal(start)), expected 50 4b 03 04"
    case .truncated(let file, let bytes):
      "\(file): cut off at byte \(bytes): the archive's directory is missing"
    case .trailingBytes(let file, let byte):
      "\(file): goes on after byte \(byte), where the archive ends"
    case .damagedDirectory(let file, let byte):
      "\(file): damaged directory of the archive at byte \(byte)"
    case .severalDisks(let file):
      "\(file): part of an archive in several files, expected a whole one"
    case .zip64(let file):
      "\(file): a ZIP64 archive (at most 65534 arrays and less than 4 GB are read)"
    case .unsafeName(let file, let member):
      "\(file): '\(shortened(member))' is no name of an array "
        + "(no folders, no control characters, 1 to \(ArrayName.maximumByteCount) bytes)"
    case .repeatedName(let file, let member):
      "\(file): two members with the name \(member)"
    case .encrypted(let file, let member):
      "\(file): \(member) is encrypted"
    case .unknownMethod(let file, let member, let method):
      "\(file): \(member) is compressed by method \(method) (0 stored, 8 deflate)"
    case .damagedMember(let file, let member, let byte):
      "\(file): damaged header of \(member) at byte \(byte)"
    case .overlap(let file, let member, let byte):
      "\(file): \(member) at byte \(byte) overlaps another member"
    case .tooLarge(let file, let bytes, let limit):
      "\(file): its members promise \(bytes) bytes, at most \(limit) are read"
    case .impossibleSize(let file, let member, let bytes, let stored):
      "\(file): \(member) promises \(bytes) bytes, its \(stored) in the file cannot hold that"
    case .corrupt(let file, let member, let reason):
      "\(file): \(member) cannot be decompressed: \(reason)"
    case .wrongChecksum(let file, let member, let got, let expected):
      "\(file): \(member) is damaged: CRC-32 \(hexadecimal(got)), expected \(hexadecimal(expected))"
    case .outOfMemory(let file, let bytes):
      "not enough memory for the \(bytes) bytes of \(file)"
    }
  }
}

/// Eight hexadecimal digits.
private func hexadecimal(_ checksum: UInt32) -> String {
  let digits = String(checksum, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
