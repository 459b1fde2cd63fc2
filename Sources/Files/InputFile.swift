#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A regular file, open for reading until the value goes.
package struct InputFile: ~Copyable, Sendable {
  /// The path as it was given, for messages.
  package let path: String
  /// Size in bytes when it was opened.
  package let size: Int
  private let descriptor: CInt

  /// Opens the file at `path`.
  ///
  /// - Throws: `FileError.failed`, or `FileError.notRegularFile` for anything but a file; a pipe
  ///   is refused, not waited for.
  package init(path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .failed(.open, path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .failed(.open, path: path, code: code)
    }
    let kind = FileSystem.kind(ofMode: status.st_mode)
    guard kind == .file else {
      close(descriptor)
      throw .notRegularFile(path: path, got: kind)
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Reads on from where the last read ended until `target` is full or the file ends.
  ///
  /// - Returns: The number of bytes read.
  package borrowing func read(
    into target: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Int {
    var filled = 0
    while filled < target.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
      switch retrying({ systemRead(descriptor, rest.baseAddress, rest.count) }) {
      case .success(0): return filled
      case .success(let count): filled += count
      case .failure(let error): throw .failed(.read, path: path, code: error.code)
      }
    }
    return filled
  }

  /// The first `count` bytes, or fewer where the file has fewer; does not move on.
  package borrowing func start(_ count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, 0)
    guard got >= 0 else { throw .failed(.read, path: path, code: errno) }
    return Array(bytes.prefix(got))
  }

  /// The bytes from a place on to the end that the file had when it was opened; does not move on.
  ///
  /// - Throws: `FileError.failed`, `shrank`, `outOfMemory`.
  package borrowing func bytes(from offset: Int) throws(FileError) -> [UInt8] {
    let count = max(0, size - offset)
    guard MemoryTrial.succeeds(for: count) else { throw .outOfMemory(path: path, bytes: count) }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let memory = UnsafeMutableRawBufferPointer(buffer)
      LargePages.prefer(for: memory)
      do throws(FileError) {
        filled = try read(into: memory, at: offset)
        if filled < count { failure = .shrank(path: path, byte: offset + filled) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads from a place until `target` is full or the file ends; does not move on.
  ///
  /// - Returns: The number of bytes read.
  package borrowing func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    var filled = 0
    while filled < target.count {
      let place = target.baseAddress.map { $0 + filled }
      let outcome = retrying {
        pread(descriptor, place, target.count - filled, off_t(offset + filled))
      }
      switch outcome {
      case .success(0): return filled
      case .success(let got): filled += got
      case .failure(let error): throw .failed(.read, path: path, code: error.code)
      }
    }
    return filled
  }
}
