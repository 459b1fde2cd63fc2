/// A PNG put together chunk by chunk, right or wrong, without a PNG library.
package struct RawPNG {
  package struct Chunk {
    package var name: String
    package var data: [UInt8]
    /// Added to the checksum.
    package var checksumError: UInt32 = 0
    /// What the chunk says of its length; nil for the truth.
    package var statedLength: UInt32?

    package init(_ name: String, _ data: [UInt8] = []) {
      self.name = name
      self.data = data
    }

    package var bytes: [UInt8] {
      let body = Array(name.utf8) + data
      return RawPNG.bigEndian(statedLength ?? UInt32(data.count)) + body
        + RawPNG.bigEndian(RawPNG.checksum(body) &+ checksumError)
    }
  }

  package static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  package var chunks: [Chunk]

  package init(_ chunks: [Chunk]) { self.chunks = chunks }

  /// Takes a whole file apart.
  package init(bytes: [UInt8]) {
    chunks = []
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      chunks.append(
        Chunk(
          String(decoding: bytes[place + 4..<place + 8], as: UTF8.self),
          Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
  }

  /// A picture of zeros: grey of 8 bits if nothing else is said.
  package init(width: UInt32, height: UInt32, depth: UInt8 = 8, color: UInt8 = 0) {
    let channels = [1, 0, 3, 1, 2, 0, 4][Int(color)]
    let row = (Int(width) * Int(depth) * channels + 7) / 8 + 1
    self.init([
      Chunk("IHDR", Self.header(width: width, height: height, depth: depth, color: color)),
      Chunk("IDAT", Self.zeros(row * Int(height))), Chunk("IEND"),
    ])
  }

  package static func header(
    width: UInt32, height: UInt32, depth: UInt8 = 8, color: UInt8 = 0, interlace: UInt8 = 0
  ) -> [UInt8] {
    bigEndian(width) + bigEndian(height) + [depth, color, 0, 0, interlace]
  }

  package var bytes: [UInt8] { Self.signature + chunks.flatMap(\.bytes) }

  package static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 as the PNG specification's annex D has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  /// So many zeros as a zlib stream (RFC 1950 and 1951) of a thousandth of the size: one literal,
  /// then runs of 258 in fixed Huffman codes.
  package static func zeros(_ count: Int) -> [UInt8] {
    guard count > 0 else { return [0x78, 0x9C, 3, 0, 0, 0, 0, 1] }
    var out: [UInt8] = [0x78, 0x9C]
    var (word, filled) = (0, 0)
    func put(_ bits: Int, _ length: Int) {
      word |= bits << filled
      filled += length
      while filled >= 8 {
        out.append(UInt8(word & 0xFF))
        word >>= 8
        filled -= 8
      }
    }
    // The last block, of fixed codes. The code of the literal 0 is 00110000, first bit first.
    put(0b011, 3)
    put(0b0000_1100, 8)
    var left = count - 1
    while left >= 258 {
      // The length 258 is the code 11000101, the distance 1 the code 00000.
      put(0b1010_0011, 8)
      put(0, 5)
      left -= 258
    }
    for _ in 0..<left { put(0b0000_1100, 8) }
    put(0, 7)
    if filled > 0 { put(0, 8 - filled) }
    // Of zeros the first sum of Adler-32 stays 1, and the second counts them.
    return out + bigEndian(UInt32(count % 65521) << 16 | 1)
  }
}
