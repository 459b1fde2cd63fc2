#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension InputFile {
  /// The bytes of a file or of a pipe, read whole.
  ///
  /// - Parameter limit: Bytes above which nothing is read, so that a wrong path fills no memory.
  /// - Throws: `FileError.failed`, `FileError.tooLarge`.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let file: Int32
    switch retrying({ open(path, O_RDONLY | O_CLOEXEC) }) {
    case .success(let number): file = number
    case .failure(let error): throw .failed(.read, path: path, code: error.code)
    }
    defer { close(file) }
    var status = stat()
    let isFile = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let expected = isFile ? Int(status.st_size) : 0
    guard expected <= limit else { throw .tooLarge(path: path, limit: limit) }

    // One byte more than expected, so that the end is seen without another round.
    var bytes = [UInt8](repeating: 0, count: max(expected + 1, 1 << 16))
    var count = 0
    while true {
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      let outcome = bytes.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return retrying { systemRead(file, free.baseAddress, free.count) }
      }
      switch outcome {
      case .failure(let error): throw .failed(.read, path: path, code: error.code)
      case .success(0):
        bytes.removeLast(bytes.count - count)
        return bytes
      case .success(let got):
        count += got
        if count > limit { throw .tooLarge(path: path, limit: limit) }
      }
    }
  }
}
