#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A regular file that comes to its name when it is complete and on the disk.
struct AtomicFile {
  private let path: String
  private let folder: String
  /// Permissions of the file that is replaced; nil where there is none.
  private let replacedMode: mode_t?

  /// - Parameter path: The name, which must be no symbolic link.
  init(path: String, replacedMode: mode_t?) {
    self.path = path
    self.replacedMode = replacedMode
    folder = Path.parent(of: path)
  }

  /// Writes the bytes to the disk, without the name: nothing is to be seen of them until
  /// `Staged.commit`, and nothing is left where that is never called.
  func stage(_ bytes: [UInt8]) throws(SystemError) -> Staged {
    #if os(Linux)
      if let file = try openNameless() {
        let staged = Staged(self, file: file, temporary: nil)
        try fill(file, with: bytes)
        return staged
      }
    #endif
    let (file, temporary) = try openTemporary()
    let staged = Staged(self, file: file, temporary: temporary)
    try fill(file, with: bytes)
    return staged
  }

  /// Bytes that are on the disk and wait for their name.
  final class Staged {
    private let target: AtomicFile
    private let file: Int32
    /// Nil for a file without a name.
    private var temporary: String?

    fileprivate init(_ target: AtomicFile, file: Int32, temporary: String?) {
      self.target = target
      self.file = file
      self.temporary = temporary
    }

    deinit {
      close(file)
      if let temporary { unlink(temporary) }
    }

    /// Gives the file its name.
    func commit() throws(SystemError) {
      if let temporary {
        self.temporary = nil
        return try target.move(temporary)
      }
      #if os(Linux)
        try target.name(file)
      #endif
    }
  }

  private func fill(_ file: Int32, with bytes: [UInt8]) throws(SystemError) {
    if let replacedMode { _ = try retrying { fchmod(file, replacedMode) }.get() }
    try writeAll(bytes, to: file)
    _ = try retrying { fsync(file) }.get()
  }

  private func move(_ temporary: String) throws(SystemError) {
    if case .failure(let error) = retrying({ rename(temporary, path) }) {
      unlink(temporary)
      throw error
    }
  }

  /// Runs `make` with one temporary name after the other until one is free.
  private func withFreeName<Value>(
    _ make: (String) -> Result<Value, SystemError>
  ) throws(SystemError) -> (value: Value, name: String) {
    var attempt = 0
    while true {
      let name = "\(folder)/.dlplot-\(getpid())-\(attempt).tmp"
      switch make(name) {
      case .success(let value): return (value, name)
      case .failure(let error) where error.code == EEXIST && attempt < 10_000: attempt += 1
      case .failure(let error): throw error
      }
    }
  }

  private func openTemporary() throws(SystemError) -> (file: Int32, name: String) {
    let (file, name) = try withFreeName { name in
      retrying { open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    }
    return (file, name)
  }

  #if os(Linux)
    /// `O_TMPFILE` of Linux, which Swift does not import: `__O_TMPFILE | O_DIRECTORY`.
    private static let nameless = 0o20000000 | O_DIRECTORY

    /// A file without a name in the folder; nil where the file system or the kernel has none, or
    /// no `/proc` to give it a name through.
    private func openNameless() throws(SystemError) -> Int32? {
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }
      switch retrying({ open(folder, Self.nameless | O_WRONLY | O_CLOEXEC, 0o666) }) {
      case .success(let file): return file
      case .failure(let error) where [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code): return nil
      case .failure(let error): throw error
      }
    }

    /// Gives the file its name.
    private func name(_ file: Int32) throws(SystemError) {
      func link(as name: String) -> Result<Int32, SystemError> {
        retrying { linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) }
      }
      if replacedMode == nil {
        switch link(as: path) {
        case .success: return
        case .failure(let error) where error.code == EEXIST: break
        case .failure(let error): throw error
        }
      }
      try move(withFreeName(link).name)
    }
  #endif
}
