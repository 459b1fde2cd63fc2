#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes files whole or not at all.
///
/// - A new file is written without a name (`O_TMPFILE`) in the folder of the target, synced, and
///   linked to its name; to replace a file it gets a temporary name and is renamed. So a run that
///   is killed at any moment, by SIGKILL too, leaves neither half a target nor, but for the instant
///   between link and rename, a temporary file, and no signal handler is needed. Where the file
///   system knows no nameless files, a temporary name is used from the start; then only a run that
///   is killed while it writes leaves it behind.
/// - A symbolic link is followed and stays: what it points to is written.
/// - A target that is no regular file (a pipe, a terminal, `/dev/full`) is written straight, never
///   replaced. So is a file that is reached through an open descriptor (`/dev/stdout`,
///   `/dev/fd/3`): what the shell opened goes on being what is written.
/// - A file that is replaced hands on its permissions; a new one gets what the umask leaves.
package enum OutputFile {
  /// Links followed before a path counts as circular.
  private static let mostLinks = 40

  /// Writes `bytes` to `path`.
  ///
  /// - Throws: `OutputError`; the target is then as it was, unless it was written straight.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try write([(path, bytes)])
  }

  /// Writes several files, of which none gets its name before all are on the disk.
  ///
  /// - Throws: `OutputError` for the first that fails; all targets are then as they were, but for
  ///   those that are written straight.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(OutputError) {
    var staged: [(path: String, file: AtomicFile.Staged)] = []
    var straight: [(path: String, bytes: [UInt8], target: Target)] = []
    for (path, bytes) in files {
      try naming(path) { () throws(SystemError) in
        switch try target(of: path) {
        case .file(let name, let mode):
          staged.append((path, try AtomicFile(path: name, replacedMode: mode).stage(bytes)))
        case let target: straight.append((path, bytes, target))
        }
      }
    }
    for (path, bytes, target) in straight {
      try naming(path) { () throws(SystemError) in
        let file =
          switch target {
          case .descriptor(let number): try retrying { dup(number) }.get()
          default: try retrying { open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY) }.get()
          }
        defer { close(file) }
        try writeAll(bytes, to: file)
      }
    }
    for (path, file) in staged {
      try naming(path) { () throws(SystemError) in try file.commit() }
    }
  }

  /// Whether a file can be written there, as far as can be told without writing: for work that
  /// takes long and would be lost.
  ///
  /// - Throws: `OutputError`.
  package static func check(_ path: String) throws(OutputError) {
    try naming(path) { () throws(SystemError) in
      guard case .file(let name, let mode) = try target(of: path), mode == nil else { return }
      let folder = Path.parent(of: name)
      var status = stat()
      _ = try retrying { stat(folder, &status) }.get()
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
      _ = try retrying { faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) }.get()
    }
  }

  /// Runs `body`, whose errors are those of the path.
  private static func naming(
    _ path: String, _ body: () throws(SystemError) -> Void
  ) throws(OutputError) {
    do { try body() } catch { throw OutputError(path: path, error) }
  }

  private enum Target {
    /// An open file of this process.
    case descriptor(Int32)
    /// What is no regular file.
    case straight
    /// A regular file, by its name behind all links; with its mode if it exists.
    case file(String, mode: mode_t?)
  }

  private static func target(of path: String) throws(SystemError) -> Target {
    var name = path
    for _ in 0..<mostLinks {
      if let number = descriptor(named: name) { return .descriptor(number) }
      guard let link = FileSystem.link(at: name) else {
        return try target(behindLinks: name)
      }
      name = link.hasPrefix("/") ? link : "\(Path.parent(of: name))/\(link)"
    }
    throw SystemError(code: ELOOP)
  }

  private static func target(behindLinks name: String) throws(SystemError) -> Target {
    var status = stat()
    if case .failure(let error) = retrying({ stat(name, &status) }) {
      guard error.code == ENOENT else { throw error }
      // What ends in a slash can only be a folder.
      if name.hasSuffix("/") { throw SystemError(code: EISDIR) }
      return .file(name, mode: nil)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw SystemError(code: EISDIR)
    case S_IFREG:
      // A file that may not be written is not replaced either. Opening asks with all the rights
      // that count, and changes nothing.
      close(try retrying { open(name, O_WRONLY | O_CLOEXEC) }.get())
      return .file(name, mode: status.st_mode & 0o777)
    default:
      return .straight
    }
  }

  /// The number in `/proc/self/fd/1` and the like.
  private static func descriptor(named name: String) -> Int32? {
    for folder in ["/proc/self/fd/", "/proc/\(getpid())/fd/", "/dev/fd/"]
    where name.hasPrefix(folder) {
      return Int32(name.dropFirst(folder.count))
    }
    return nil
  }
}

/// Writes all of the bytes, however few the system takes at a time.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
  let sizeSignal = IgnoredSizeSignal()
  defer { sizeSignal.restore() }
  var written = 0
  while written < bytes.count {
    let outcome = bytes[written...].withUnsafeBytes { rest in
      retrying { systemWrite(file, rest.baseAddress, rest.count) }
    }
    written += try outcome.get()
  }
}

/// Turns SIGXFSZ, which kills a process that exceeds its limit of file sizes, into an error of
/// `write`.
private struct IgnoredSizeSignal {
  private let previous = signal(SIGXFSZ, SIG_IGN)

  func restore() {
    signal(SIGXFSZ, previous)
  }
}
