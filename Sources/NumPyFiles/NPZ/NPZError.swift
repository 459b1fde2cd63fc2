/// What an archive of arrays cannot take, or does not have.
package enum NPZError: Error, Equatable {
  /// A name that cannot be that of an array in an archive.
  case invalidName(String)
  case repeatedName(String)
  /// The archive would reach the size at which another format begins.
  case tooLarge(name: String, bytes: Int, limit: Int)
  case tooMany(limit: Int)
  /// A member that is no array.
  case notAnArray(file: String, member: String)
  case missing(file: String, name: String)
  /// Bytes that are no UTF-8.
  case notText(file: String, name: String)
  case wrongKind(file: String, name: String, got: NPYKind, expected: NPYKind)
  case wrongShape(file: String, name: String, got: [Int], expected: [Int])

  /// False: what was given is wrong, not the machine.
  package var isMachineFault: Bool { false }
}

extension NPZError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidName(let name):
      "'\(shortened(name))' is no name for an array (no '/', '\\' or ':', no '.' in front, no "
        + "control characters, 1 to \(ArrayName.maximumByteCount - ArrayName.ending.utf8.count) "
        + "bytes)"
    case .repeatedName(let name):
      "two arrays with the name \(name)"
    case .tooLarge(let name, let bytes, let limit):
      "with the array \(name) the archive has \(bytes) bytes (at most \(limit))"
    case .tooMany(let limit):
      "too many arrays for one archive (at most \(limit))"
    case .notAnArray(let file, let member):
      "\(file): \(member) is no array: its name does not end in \(ArrayName.ending)"
    case .missing(let file, let name):
      "\(file): no array \(name)"
    case .notText(let file, let name):
      "\(file): array \(name) is no text in UTF-8"
    case .wrongKind(let file, let name, let got, let expected):
      "\(file): array \(name) is \(got), expected \(expected)"
    case .wrongShape(let file, let name, let got, let expected):
      "\(file): array \(name) is \(Self.text(got)), expected \(Self.text(expected))"
    }
  }

  private static func text(_ shape: [Int]) -> String {
    shape.isEmpty ? "a single number" : "[\(shape.map(String.init).joined(separator: ", "))]"
  }
}
