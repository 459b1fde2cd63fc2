import Foundation

/// The chunks of a PNG, to be altered and written again with right checksums.
struct AlteredPNG {
  struct Chunk {
    var type: String
    var data: [UInt8]
  }

  var chunks: [Chunk] = []

  init(_ bytes: [UInt8]) {
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks.append(Chunk(type: type, data: Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
  }

  /// Index of the iTXt chunk of a keyword.
  func text(_ keyword: String) -> Int? {
    chunks.firstIndex { $0.type == "iTXt" && $0.data.starts(with: Array(keyword.utf8) + [0]) }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for chunk in chunks {
      let body = Array(chunk.type.utf8) + chunk.data
      bytes += Self.bigEndian(UInt32(chunk.data.count)) + body
      bytes += Self.bigEndian(Self.checksum(body))
    }
    return bytes
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 as the PNG specification's annex D has it, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
