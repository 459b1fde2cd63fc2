import Rendering

/// The chunks of a PNG, to be altered and written again with right checksums.
struct PNGChunks {
  private var chunks: [(type: String, data: [UInt8])] = []

  init(_ bytes: [UInt8]) {
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks.append((type, Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
  }

  /// Puts a chunk before the pixels.
  mutating func insert(_ type: String, _ data: [UInt8]) {
    let place = chunks.firstIndex { $0.type == "IDAT" } ?? chunks.count
    chunks.insert((type, data), at: place)
  }

  /// Writes the pixels anew as RGBA, in stored blocks (RFC 1951, 3.2.4) of several IDAT chunks, as
  /// a program that knows no compression would.
  mutating func store(_ page: Bitmap) {
    chunks.removeAll { $0.type == "IDAT" }
    if let head = chunks.firstIndex(where: { $0.type == "IHDR" }) { chunks[head].data[9] = 6 }
    var rows: [UInt8] = []
    for y in 0..<page.height {
      rows.append(0)
      rows += page.rgba[4 * y * page.width..<4 * (y + 1) * page.width]
    }
    var stream: [UInt8] = [0x78, 0x01]
    let block = 65_535
    for start in stride(from: 0, to: rows.count, by: block) {
      let piece = rows[start..<min(start + block, rows.count)]
      let length = UInt16(piece.count)
      stream.append(start + block >= rows.count ? 1 : 0)
      stream += [length, ~length].flatMap {
        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
      }
      stream += piece
    }
    stream += Self.bigEndian(Self.adler(rows))
    let end = chunks.firstIndex { $0.type == "IEND" } ?? chunks.count
    let part = 1 << 20
    let pieces = stride(from: 0, to: stream.count, by: part).map { start in
      (type: "IDAT", data: Array(stream[start..<min(start + part, stream.count)]))
    }
    chunks.insert(contentsOf: pieces, at: end)
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

  /// Adler-32 (RFC 1950).
  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }

  /// CRC-32 as the PNG specification's annex D has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
    return ~crc
  }
}
