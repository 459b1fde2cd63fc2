internal import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps a second download out of a folder; the system lifts it when the process ends, however.
///
/// It is a lock on a file in the folder, because network file systems do not lock folders.
struct FolderLock: ~Copyable {
  private let descriptor: CInt

  /// Locks `folder`.
  ///
  /// - Throws: `FetchError.busy` where another process has it, `FileError`.
  init(_ folder: String) throws {
    let path = Path.join(folder, ".lock")
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError.failed(.lock, path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw FetchError.busy(folder: folder) }
      throw FileError.failed(.lock, path: path, code: code)
    }
    self.descriptor = descriptor
  }

  deinit {
    // A child that is just being started has the descriptor too, and closing would leave the lock
    // to it.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
