/// Base64 with padding, on one line.
///
/// - Source: RFC 4648 section 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let count = (bytes.count + 2) / 3 * 4
    return [UInt8](unsafeUninitializedCapacity: count) { text, written in
      for (group, start) in stride(from: 0, to: bytes.count, by: 3).enumerated() {
        let second = start + 1 < bytes.count ? bytes[start + 1] : 0
        let third = start + 2 < bytes.count ? bytes[start + 2] : 0
        let bits = Int(bytes[start]) << 16 | Int(second) << 8 | Int(third)
        for (place, shift) in [18, 12, 6, 0].enumerated() {
          text[group * 4 + place] = alphabet[bits >> shift & 63]
        }
        if start + 1 >= bytes.count { text[group * 4 + 2] = UInt8(ascii: "=") }
        if start + 2 >= bytes.count { text[group * 4 + 3] = UInt8(ascii: "=") }
      }
      written = count
    }
  }
}
