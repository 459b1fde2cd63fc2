#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file or folder that the system refuses to open, read or write.
package enum FileError: Error, Equatable, CustomStringConvertible {
  /// A call failed with `code`, a value of `errno`.
  case failed(FileAction, path: String, code: CInt)
  /// A folder, pipe or device stands where a file is expected.
  case notRegularFile(path: String, got: FileKind)
  /// More bytes than the caller takes.
  case tooLarge(path: String, limit: Int)
  /// The file became shorter while it was being read.
  case shrank(path: String, byte: Int)
  /// No memory for the content of the file.
  case outOfMemory(path: String, bytes: Int)

  package var isMachineFault: Bool {
    switch self {
    case .failed(_, _, let code):
      [EIO, ENOSPC, EDQUOT, ENOMEM, EMFILE, ENFILE, EFBIG, EAGAIN].contains(code)
    case .notRegularFile, .tooLarge: false
    case .shrank, .outOfMemory: true
    }
  }

  package var description: String {
    switch self {
    case .failed(let action, let path, let code):
      "cannot \(action.rawValue) \(path): \(systemReason(code))"
    case .notRegularFile(let path, let got):
      "cannot read \(path): it is \(got.rawValue), expected a file"
    case .tooLarge(let path, let limit):
      "cannot read \(path): more than \(limit) bytes"
    case .shrank(let path, let byte):
      "cannot read \(path): it was cut at byte \(byte) while being read"
    case .outOfMemory(let path, let bytes):
      "not enough memory for the \(bytes) bytes of \(path)"
    }
  }
}

/// What was to be done with a file, as the verb of the message.
package enum FileAction: String, Sendable {
  case open
  case read
  case write
  case createFolder = "create folder"
  case rename
  case remove
  case lock
}

/// What a path leads to.
package enum FileKind: String, Sendable {
  case file = "a file"
  case folder = "a folder"
  case other = "a device, pipe or socket"
}
