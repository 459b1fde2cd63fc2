internal import Provenance

/// Decoded pixels: rows from the top, each pixel red, green, blue and straight alpha.
package struct Bitmap: Equatable, Sendable {
  package let width: Int
  package let height: Int
  /// `width * height * 4` bytes.
  package let rgba: [UInt8]

  package init(width: Int, height: Int, rgba: [UInt8]) {
    precondition(rgba.count == width * height * 4, "wrong byte count \(rgba.count)")
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// The pixel identity: SHA-256 in hexadecimal, see `PixelIdentity`.
  package func pixelDigest() -> String {
    var identity = PixelIdentity(width: width, height: height)
    identity.append(rgba)
    return identity.digest()
  }
}

/// The identity of pixels: SHA-256 over "dlplot-pixels-1" and a line feed, width and height as
/// unsigned 32-bit little-endian numbers, and the rows as bytes of red, green, blue, alpha.
///
/// It does not depend on how a file packs the pixels.
struct PixelIdentity: ~Copyable {
  private var hasher = SHA256()

  init(width: Int, height: Int) {
    var head = Array("dlplot-pixels-1\n".utf8)
    for value in [width, height] {
      for shift in [0, 8, 16, 24] { head.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    hasher.update(head)
  }

  /// Appends whole rows.
  mutating func append(_ rows: [UInt8]) {
    hasher.update(rows)
  }

  consuming func digest() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
