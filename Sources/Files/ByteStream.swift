#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file or a pipe that is read once, from the start to the end, and closed when the value goes.
package struct ByteStream: ~Copyable, Sendable {
  /// The path as it was given, for messages.
  package let path: String
  private let descriptor: CInt

  /// - Throws: `FileError.failed`.
  package init(path: String) throws(FileError) {
    switch retrying({ open(path, O_RDONLY | O_CLOEXEC) }) {
    case .success(let descriptor): self.descriptor = descriptor
    case .failure(let error): throw .failed(.read, path: path, code: error.code)
    }
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Reads the next bytes, as many as there are and find room.
  ///
  /// - Returns: The number of bytes read; 0 at the end.
  /// - Throws: `FileError.failed`.
  package borrowing func read(
    into target: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    switch retrying({ systemRead(descriptor, target.baseAddress, target.count) }) {
    case .success(let count): return count
    case .failure(let error): throw .failed(.read, path: path, code: error.code)
    }
  }
}
