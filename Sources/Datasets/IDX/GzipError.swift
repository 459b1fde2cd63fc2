/// A gzip stream that cannot be decompressed to its end.
package enum GzipError: DatasetsFailure {
  /// The stream breaks the format, or its checksum or length is wrong.
  case corrupt(file: String, byte: Int, reason: String)
  /// The file ends inside the stream.
  case truncated(file: String, byte: Int)
  /// Bytes that are no further gzip member follow the stream.
  case trailingBytes(file: String, byte: Int)
  /// zlib found no memory for its tables.
  case outOfMemory(file: String)

  package var isMachineFault: Bool {
    switch self {
    case .corrupt, .truncated, .trailingBytes: false
    case .outOfMemory: true
    }
  }

  package var description: String {
    switch self {
    case .corrupt(let file, let byte, let reason):
      "\(file): corrupt gzip stream near byte \(byte): \(reason)"
    case .truncated(let file, let byte):
      "\(file): the gzip stream is cut off at byte \(byte), the end of the file"
    case .trailingBytes(let file, let byte):
      "\(file): bytes that are not gzip follow the gzip stream at byte \(byte)"
    case .outOfMemory(let file):
      "not enough memory to decompress \(file)"
    }
  }
}
