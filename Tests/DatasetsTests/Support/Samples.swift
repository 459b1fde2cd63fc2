/// Makes IDX files byte by byte, apart from the code under test.
enum Sample {
  /// An IDX file of images `[count, rows, columns]` with the given pixels.
  static func images(_ dimensions: [Int], pixels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 3] + dimensions.flatMap(bigEndian) + pixels
  }

  /// An IDX file of labels.
  static func labels(_ labels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 1] + bigEndian(labels.count) + labels
  }

  /// The pixels 0, 1, 2, ... of `count` images of 2 rows and 3 columns.
  static func pixels(_ count: Int) -> [UInt8] {
    (0..<count * 6).map { UInt8($0 & 255) }
  }

  /// Files of a small data set under their usual names: 5 training and 3 test images of 2 rows and
  /// 3 columns in 4 classes.
  static var files: [(name: String, bytes: [UInt8])] {
    [
      ("train-images-idx3-ubyte", images([5, 2, 3], pixels: pixels(5))),
      ("train-labels-idx1-ubyte", labels([0, 3, 1, 2, 3])),
      ("t10k-images-idx3-ubyte", images([3, 2, 3], pixels: pixels(3).reversed())),
      ("t10k-labels-idx1-ubyte", labels([2, 0, 1])),
    ]
  }

  static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// Makes gzip streams, apart from zlib (RFC 1951 and 1952).
enum Gzip {
  /// One member whose data is stored, not compressed.
  static func stored(_ bytes: [UInt8], name: String? = nil) -> [UInt8] {
    var blocks: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + Int(UInt16.max), bytes.count)
      let length = UInt16(end - start)
      blocks += [end == bytes.count ? 1 : 0] + littleEndian(length) + littleEndian(~length)
      blocks += bytes[start..<end]
      start = end
    } while start < bytes.count
    return header(name: name) + blocks + trailer(crc32(bytes), bytes.count)
  }

  /// One member that unfolds to `head` followed by `258 * repeats` copies of its last byte: fixed
  /// Huffman codes with the longest match at distance 1, 13 bits for 258 bytes.
  ///
  /// Its checksum is wrong, for nobody should get that far.
  static func bomb(_ head: [UInt8], repeats: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.append(0b1, count: 1)
    bits.append(0b01, count: 2)
    for byte in head {
      if byte < 144 {
        bits.appendCode(0x30 + UInt32(byte), count: 8)
      } else {
        bits.appendCode(0x190 + UInt32(byte) - 144, count: 9)
      }
    }
    for _ in 0..<repeats {
      bits.appendCode(0b1100_0101, count: 8)
      bits.appendCode(0, count: 5)
    }
    bits.appendCode(0, count: 7)
    return header(name: nil) + bits.finished() + trailer(0, head.count + 258 * repeats)
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  private static func header(name: String?) -> [UInt8] {
    [0x1F, 0x8B, 8, name == nil ? 0 : 8, 0, 0, 0, 0, 0, 3]
      + (name.map { Array($0.utf8) + [0] } ?? [])
  }

  private static func trailer(_ crc: UInt32, _ count: Int) -> [UInt8] {
    littleEndian(crc) + littleEndian(UInt32(truncatingIfNeeded: count))
  }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// Packs bits as deflate does: from the lowest bit of each byte up, Huffman codes from their
/// highest bit down.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var pendingCount = 0

  mutating func append(_ value: UInt32, count: Int) {
    pending |= value << pendingCount
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  mutating func appendCode(_ code: UInt32, count: Int) {
    var reversed: UInt32 = 0
    for bit in 0..<count where code >> bit & 1 == 1 {
      reversed |= 1 << (count - 1 - bit)
    }
    append(reversed, count: count)
  }

  func finished() -> [UInt8] {
    pendingCount == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: pending)]
  }
}
