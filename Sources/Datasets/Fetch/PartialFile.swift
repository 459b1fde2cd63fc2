internal import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file under way, kept under the name `<file>.part` until it is complete and checked.
struct PartialFile: ~Copyable {
  /// Where the complete file goes.
  let finalPath: String
  /// Bytes that are there.
  private(set) var byteCount: Int
  private let descriptor: CInt

  /// Opens what an earlier download has left, or an empty file.
  ///
  /// - Throws: `FileError`.
  init(for finalPath: String) throws(FileError) {
    let path = Self.path(for: finalPath)
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .failed(.write, path: path, code: errno) }
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else {
      let code = errno
      close(descriptor)
      throw .failed(.write, path: path, code: code)
    }
    self.finalPath = finalPath
    self.byteCount = Int(end)
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    // Nothing to go on from.
    if byteCount == 0 { unlink(path) }
  }

  /// Where the bytes are now.
  var path: String { Self.path(for: finalPath) }

  private static func path(for finalPath: String) -> String { finalPath + ".part" }

  /// Writes `bytes` after those that are there.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .failed(.write, path: path, code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      byteCount += count
    }
  }

  /// Throws away what is there.
  mutating func empty() throws(FileError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .failed(.write, path: path, code: errno) }
    byteCount = 0
  }

  /// Puts the file under its final name, once its bytes are on the disk.
  consuming func moveIntoPlace() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .failed(.write, path: path, code: errno) }
    guard rename(path, finalPath) == 0 else {
      throw .failed(.rename, path: path, code: errno)
    }
  }
}
