import Files

/// The files of one command line: none that is written is read as well, or written twice.
///
/// They are told apart by what they lead to, however they are spelled.
struct DistinctFiles {
  private struct Entry {
    let path: String
    let identity: FileIdentity
    let isRead: Bool
  }

  private var entries: [Entry]

  /// - Parameter read: Files that the command reads.
  init(read: [String] = []) {
    entries = read.map { Entry(path: $0, identity: FileIdentity(path: $0), isRead: true) }
  }

  /// Takes down a file that the command writes.
  ///
  /// - Parameter option: What names the file.
  /// - Throws: `UsageError.invalid` for a file that was named before.
  mutating func write(_ path: String, by option: String) throws(UsageError) {
    let identity = FileIdentity(output: path)
    if let other = entries.first(where: { $0.identity == identity }) {
      if other.isRead {
        throw .invalid(
          option, value: path, allowed: "another file than \(other.path), which is read")
      }
      guard other.path == path else {
        throw .invalid(option, value: path, allowed: "another file than \(other.path)")
      }
      throw .invalid(
        option, value: "\(path) twice",
        allowed: path == "-" ? "standard output takes one file" : "each file once")
    }
    entries.append(Entry(path: path, identity: identity, isRead: false))
  }
}

extension FileIdentity {
  /// The file that a path to write to leads to; `-` is standard output.
  init(output path: String) { self.init(path: path == "-" ? "/dev/stdout" : path) }
}
