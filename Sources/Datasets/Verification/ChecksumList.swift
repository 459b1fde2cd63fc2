internal import Files

/// The content of a SHA256SUMS file.
struct ChecksumList: Equatable {
  struct Entry: Equatable {
    let name: String
    /// In lower-case hexadecimal.
    let sha256: String
  }

  static let fileName = "SHA256SUMS"
  private static let maximumByteCount = 1 << 20

  /// In the order of the lines.
  let entries: [Entry]

  /// Reads the list in `folder`; nil where there is none.
  ///
  /// - Throws: `FileError`, `ChecksumError`.
  init?(in folder: String) throws {
    let path = Path.join(folder, Self.fileName)
    guard try FileSystem.kind(of: path) != nil else { return nil }
    let size = try InputFile(path: path).size
    guard size <= Self.maximumByteCount else {
      throw ChecksumError.listTooLong(file: path, bytes: size, limit: Self.maximumByteCount)
    }
    let bytes = try InputFile(path: path).start(size)
    try self.init(parsing: String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// Reads lines of 64 hexadecimal digits, a space, a space or `*`, and a name without folders.
  init(parsing text: String, file: String) throws(ChecksumError) {
    var entries: [Entry] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let digest = line.prefix(64)
      let separator = line.dropFirst(64).prefix(2)
      let name = line.dropFirst(66)
      guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit),
        separator == "  " || separator == " *", !name.isEmpty, !name.contains("/")
      else { throw .malformedLine(file: file, line: index + 1) }
      entries.append(Entry(name: String(name), sha256: digest.lowercased()))
    }
    self.entries = entries
  }

  /// The sum that is listed for `name`.
  func sha256(of name: String) -> String? {
    entries.first { $0.name == name }?.sha256
  }
}
