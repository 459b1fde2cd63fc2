/// The checksum of zip and PNG files.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { word, _ in word >> 1 ^ (word & 1 == 0 ? 0 : 0xedb8_8320) }
  }

  /// - Source: ISO 3309; RFC 1952, section 8.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { word, byte in
      table[Int(UInt8(truncatingIfNeeded: word) ^ byte)] ^ word >> 8
    }
  }
}
