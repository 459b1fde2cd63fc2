package import Provenance

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

  /// The pixel identity, see `PixelIdentity`.
  package func pixelDigest() throws(ProvenanceError) -> Digest {
    var identity = try PixelIdentity(width: width, height: height)
    identity.append(rgba)
    return try identity.digest()
  }
}

/// The identity of pixels: SHA-256 over "dlplot-pixels-1" and a line feed, width and height as
/// unsigned 32-bit little-endian numbers, and the rows as bytes of red, green, blue, alpha.
///
/// It does not depend on how a file packs the pixels.
struct PixelIdentity: ~Copyable {
  private var hasher: SHA256

  init(width: Int, height: Int) throws(ProvenanceError) {
    hasher = try SHA256()
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

  consuming func digest() throws(ProvenanceError) -> Digest {
    try hasher.finalize()
  }
}
