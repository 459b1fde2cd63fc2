/// Numbers of the ZIP format.
///
/// - Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", version 6.3, section 4.3.
enum ZIPFormat {
  static let localSignature = 0x0403_4B50
  static let directorySignature = 0x0201_4B50
  static let endSignature = 0x0605_4B50

  /// Bytes of each record before its name.
  static let localByteCount = 30
  static let directoryByteCount = 46
  static let endByteCount = 22

  /// Values that send a reader to ZIP64 records, which are neither written nor read here.
  static let zip64Count = 0xFFFF
  static let zip64Size = 0xFFFF_FFFF

  /// Bits of the flags: encrypted; strongly encrypted; with a masked directory; name in UTF-8.
  static let encryptionFlags = 1 << 0 | 1 << 6 | 1 << 13
  static let utf8Flag = 1 << 11

  /// Version 2.0 of the format, the first to know deflate.
  static let version = 20
  /// 1980-01-01 in the format of MS-DOS, the first day that it knows, at 00:00.
  static let firstDay = 1 << 5 | 1
}

/// How the bytes of a member are kept.
enum ZIPMethod: Int, Equatable {
  case stored = 0
  case deflated = 8
}

extension [UInt8] {
  /// The little-endian number of `size` bytes at `offset`, which must be there.
  func number(at offset: Int, size: Int) -> Int {
    self[offset..<(offset + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Appends a little-endian number of `size` bytes.
  mutating func append(number: Int, size: Int) {
    for shift in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }
}
