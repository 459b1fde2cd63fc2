internal import CPNG
package import Provenance

/// A page whose pixels are compressed, ready to become a PNG with any metadata.
package struct PackedPage: Sendable {
  package let width: Int
  package let height: Int
  /// The pixel identity.
  package let pixelDigest: Digest
  private let pixelsPerMetre: Int
  private let pieces: PNGPieces

  /// What one worker makes.
  enum Part: Sendable {
    case digest(Digest)
    case piece(DeflatePiece)
  }

  /// - Throws: `png` for parts without a digest.
  init(width: Int, height: Int, pixelsPerMetre: Int, parts: [Part]) throws(RenderError) {
    self.width = width
    self.height = height
    self.pixelsPerMetre = pixelsPerMetre
    var found: Digest?
    var pieces: [DeflatePiece] = []
    for part in parts {
      switch part {
      case .digest(let digest): found = digest
      case .piece(let piece): pieces.append(piece)
      }
    }
    guard let found else { throw .png(reason: "no digest") }
    pixelDigest = found
    self.pieces = PNGPieces(width: width, height: height, format: CPNG_WORDS, pieces: pieces)
  }

  /// The page as a PNG: 8-bit RGB, with sRGB, pHYs and one iTXt chunk for each text before the
  /// pixels, and no time.
  ///
  /// The bytes depend on the versions of libpng and zlib; the pixels do not.
  ///
  /// - Throws: `keyword`, `text`, `png`.
  package func png(metadata: FigureMetadata) throws(RenderError) -> [UInt8] {
    try pieces.png(metadata: metadata, pixelsPerMetre: pixelsPerMetre)
  }
}
