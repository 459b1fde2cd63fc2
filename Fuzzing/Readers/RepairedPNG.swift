/// A PNG whose chunks were made up, with right checksums.
enum RepairedPNG {
  /// nil for bytes that do not begin as a PNG does.
  static func bytes(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var repaired = bytes
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { break }
      let end = place + 8 + length
      let crc = checksum(bytes[place + 4..<end])
      for index in 0..<4 {
        repaired[end + index] = UInt8(truncatingIfNeeded: crc >> (24 - 8 * index))
      }
      place = end + 4
    }
    return repaired
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }

  /// CRC-32 as the PNG specification's annex D has it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}
