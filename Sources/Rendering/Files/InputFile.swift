#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file cannot be read.
package enum InputError: Error, Equatable {
  case unreadable(path: String, reason: String)
  case tooLarge(path: String, limit: Int)

  package var isMachineFault: Bool { false }
}

extension InputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .tooLarge(let path, let limit): "cannot read \(path): more than \(limit) bytes"
    }
  }
}

/// Reads files whole.
package enum InputFile {
  /// The bytes of a file or of a pipe.
  ///
  /// - Parameter limit: Bytes above which nothing is read, so that a wrong path fills no memory.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(InputError) -> [UInt8] {
    let file: Int32
    switch retrying({ open(path, O_RDONLY | O_CLOEXEC) }) {
    case .success(let number): file = number
    case .failure(let error): throw .unreadable(path: path, reason: error.reason)
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
      case .failure(let error): throw .unreadable(path: path, reason: error.reason)
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
