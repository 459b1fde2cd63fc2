import Foundation

/// The chunks of a PNG, to be altered and written again with right checksums.
struct AlteredPNG {
  struct Chunk {
    var type: String
    var data: [UInt8]
  }

  var chunks: [Chunk] = []

  init(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks.append(Chunk(type: type, data: Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
  }

  /// The data of an uncompressed iTXt chunk start with this.
  private static func head(_ keyword: String) -> [UInt8] {
    Array(keyword.utf8) + [0, 0, 0, 0, 0]
  }

  /// An uncompressed text; nil where there is none.
  subscript(text keyword: String) -> String? {
    get {
      let head = Self.head(keyword)
      for chunk in chunks where chunk.type == "iTXt" && chunk.data.starts(with: head) {
        return String(decoding: chunk.data.dropFirst(head.count), as: UTF8.self)
      }
      return nil
    }
    set {
      let head = Self.head(keyword)
      for index in chunks.indices
      where chunks[index].type == "iTXt" && chunks[index].data.starts(with: head) {
        chunks[index].data = head + Array((newValue ?? "").utf8)
      }
    }
  }

  func write(to path: String) throws {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for chunk in chunks {
      bytes += Self.bigEndian(UInt32(chunk.data.count))
      let body = Array(chunk.type.utf8) + chunk.data
      bytes += body + Self.bigEndian(Self.checksum(body))
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
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
