/// A file that is not the IDX file it should be.
///
/// Positions are bytes of the decompressed content.
package enum IDXError: DatasetsFailure {
  /// The file starts with something else than an IDX header or a gzip stream.
  case notIDX(file: String, start: [UInt8])
  /// Labels where images are expected, or the reverse.
  case wrongKind(file: String, got: IDXKind, expected: IDXKind)
  /// Elements of another type than unsigned bytes.
  case wrongElementType(file: String, got: UInt8)
  /// Another number of dimensions.
  case wrongDimensionCount(file: String, got: UInt8, expected: IDXKind)
  /// A dimension outside of what this program reads.
  case dimensionOutOfRange(
    file: String, name: String, got: Int, allowed: ClosedRange<Int>, byte: Int)
  /// More elements than this program reads.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// A gzip stream that is too short to unfold to what the header promises.
  case promiseBeyondCompression(file: String, bytes: Int, limit: Int)
  /// The content ends early.
  case truncated(file: String, got: Int, expected: Int)
  /// The content goes on after the last element.
  case trailingBytes(file: String, byte: Int)

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .notIDX(let file, let start) where start.isEmpty:
      "\(file): empty file, expected an IDX file"
    case .notIDX(let file, let start) where start.first == UInt8(ascii: "<"):
      "\(file): starts with \"<\" like a web page, expected an IDX file (bytes 00 00 08)"
    case .notIDX(let file, let start):
      "\(file): starts with bytes \(hexadecimalBytes(start)), "
        + "expected an IDX file (00 00 08) or gzip (1f 8b)"
    case .wrongKind(let file, let got, let expected):
      "\(file): holds \(got) (magic number \(hexadecimalBytes(got.magic))), "
        + "expected \(expected) (\(hexadecimalBytes(expected.magic)))"
    case .wrongElementType(let file, let got):
      "\(file): element type 0x\(hexadecimal([got])) at byte 2, expected 0x08 (unsigned bytes)"
    case .wrongDimensionCount(let file, let got, let expected):
      "\(file): \(got) dimensions at byte 3, expected \(expected.dimensionCount) for \(expected)"
    case .dimensionOutOfRange(let file, let name, let got, let allowed, let byte):
      "\(file): \(got) \(name) at byte \(byte) "
        + "(\(allowed.lowerBound)...\(allowed.upperBound))"
    case .tooLarge(let file, let bytes, let limit):
      "\(file): its header promises \(bytes) bytes, at most \(limit) are read"
    case .promiseBeyondCompression(let file, let bytes, let limit):
      "\(file): its header promises \(bytes) bytes, "
        + "a gzip stream of this size holds at most \(limit)"
    case .truncated(let file, let got, let expected):
      "\(file): ends at byte \(got), its header promises \(expected)"
    case .trailingBytes(let file, let byte):
      "\(file): goes on after byte \(byte), where its header says that it ends"
    }
  }
}

/// `bytes` as pairs of hexadecimal digits without spaces.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// `bytes` as a hex dump shows them: `00 00 08 03`.
private func hexadecimalBytes(_ bytes: [UInt8]) -> String {
  bytes.map { hexadecimal([$0]) }.joined(separator: " ")
}
