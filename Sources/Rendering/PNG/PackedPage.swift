internal import CPNG
package import Provenance

/// A page whose pixels are compressed, ready to become a PNG with any metadata.
package struct PackedPage: Sendable {
  package let width: Int
  package let height: Int
  /// The pixel identity.
  package let pixelDigest: Digest
  private let pixelsPerMetre: Int
  private let pieces: [Piece]

  /// What one worker makes.
  enum Part: Sendable {
    case digest(Digest)
    case piece(Piece)
  }

  /// - Throws: `png` for parts without a digest.
  init(width: Int, height: Int, pixelsPerMetre: Int, parts: [Part]) throws(RenderError) {
    self.width = width
    self.height = height
    self.pixelsPerMetre = pixelsPerMetre
    var found: Digest?
    var pieces: [Piece] = []
    for part in parts {
      switch part {
      case .digest(let digest): found = digest
      case .piece(let piece): pieces.append(piece)
      }
    }
    guard let found else { throw .png(reason: "no digest") }
    pixelDigest = found
    self.pieces = pieces
  }

  /// The page as a PNG: 8-bit RGB, with sRGB, pHYs and one iTXt chunk for each text before the
  /// pixels, and no time.
  ///
  /// The bytes depend on the versions of libpng and zlib; the pixels do not.
  ///
  /// - Throws: `keyword`, `text`, `png`.
  package func png(metadata: FigureMetadata) throws(RenderError) -> [UInt8] {
    try metadata.check()
    return try PNGTexts(metadata.all).withTexts { texts throws(RenderError) in
      var page = cpng_page()
      page.width = UInt32(width)
      page.height = UInt32(height)
      page.pixels_per_metre = UInt32(pixelsPerMetre)
      page.texts = texts.baseAddress
      page.text_count = texts.count
      let list = pieces.map(\.view)
      var buffer = cpng_buffer()
      let (status, message) = withExtendedLifetime(pieces) {
        withPNGMessage { cpng_encode(&page, list, list.count, &buffer, $0) }
      }
      guard status == CPNG_DONE else {
        throw .png(reason: status == CPNG_NO_MEMORY ? "out of memory" : message)
      }
      defer { cpng_buffer_free(&buffer) }
      return Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
    }
  }
}

extension PackedPage {
  /// Rows of the page as a part of its deflate stream.
  final class Piece: @unchecked Sendable {
    private var buffer = cpng_buffer()
    private var piece = cpng_piece()

    /// - Throws: `png`.
    init(rows: Range<Int>, of pixels: PagePixels) throws(RenderError) {
      var page = cpng_page()
      page.width = UInt32(pixels.width)
      page.height = UInt32(pixels.height)
      page.stride = pixels.stride
      page.pixels = pixels.start
      let status = cpng_compress(
        &page, UInt32(rows.lowerBound), UInt32(rows.count), &buffer, &piece)
      guard status == CPNG_DONE else {
        throw .png(reason: status == CPNG_NO_MEMORY ? "out of memory" : "cannot compress (zlib)")
      }
    }

    deinit {
      cpng_buffer_free(&buffer)
    }

    /// Valid while the piece lives.
    var view: cpng_piece { piece }
  }
}
