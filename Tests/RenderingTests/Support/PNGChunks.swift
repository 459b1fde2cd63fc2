/// The chunks of a PNG, walked without a PNG library.
struct PNGChunks {
  struct Chunk: Equatable {
    let kind: String
    let data: [UInt8]
    let hasRightChecksum: Bool
  }

  let chunks: [Chunk]

  init?(_ file: [UInt8]) {
    guard Array(file.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10] else { return nil }
    var chunks: [Chunk] = []
    var rest = file[8...]
    while !rest.isEmpty {
      guard rest.count >= 12 else { return nil }
      let length = Self.number(rest.prefix(4))
      guard rest.count >= 12 + length else { return nil }
      let kind = rest.dropFirst(4).prefix(4)
      let data = rest.dropFirst(8).prefix(length)
      let checksum = Self.number(rest.dropFirst(8 + length).prefix(4))
      chunks.append(
        Chunk(
          kind: String(decoding: kind, as: UTF8.self), data: Array(data),
          hasRightChecksum: checksum == Self.crc(kind + data)))
      rest = rest.dropFirst(12 + length)
    }
    self.chunks = chunks
  }

  func first(_ kind: String) -> [UInt8]? { chunks.first { $0.kind == kind }?.data }

  /// A big-endian number.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  /// The checksum of ISO 3309, bit by bit as the PNG specification defines it.
  private static func crc(_ bytes: ArraySlice<UInt8>) -> Int {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? 0xEDB8_8320 ^ register >> 1 : register >> 1 }
    }
    return Int(register ^ 0xFFFF_FFFF)
  }
}
