/// Checksums that cannot be read or computed.
package enum ChecksumError: DatasetsFailure {
  /// A line that is not of the form that `sha256sum` writes.
  case malformedLine(file: String, line: Int)
  /// A list of checksums that is far too long to be one.
  case listTooLong(file: String, bytes: Int, limit: Int)
  /// libcrypto refuses MD5.
  case md5Unavailable

  package var isMachineFault: Bool {
    switch self {
    case .malformedLine, .listTooLong: false
    case .md5Unavailable: true
    }
  }

  package var description: String {
    switch self {
    case .malformedLine(let file, let line):
      "\(file): line \(line) is not \"<64 hexadecimal digits>  <file name>\""
    case .listTooLong(let file, let bytes, let limit):
      "\(file): \(bytes) bytes, expected a list of checksums of at most \(limit)"
    case .md5Unavailable:
      "libcrypto refuses MD5 on this machine, which published checksums need"
    }
  }
}
