internal import CPNG

/// Pixels as compressed pieces of a PNG's deflate stream, ready to be written with any metadata.
struct PNGPieces: Sendable {
  let width: Int
  let height: Int
  let format: cpng_format
  let pieces: [DeflatePiece]

  /// Rows of a page of so many pixels, of three bytes each, that make a piece of about a megabyte.
  static func rows(width: Int) -> Int { max(1, (1 << 20) / (width * 3 + 1)) }

  /// The PNG: 8 bits a channel, with sRGB, pHYs and one iTXt chunk for each text before the pixels,
  /// and no time.
  ///
  /// - Parameter pixelsPerMetre: The resolution; 0 states none.
  /// - Throws: `keyword`, `text`, `png`.
  func png(metadata: FigureMetadata, pixelsPerMetre: Int) throws(RenderError) -> [UInt8] {
    try metadata.check()
    return try PNGTexts(metadata.all).withTexts { texts throws(RenderError) in
      var page = cpng_page()
      page.width = UInt32(width)
      page.height = UInt32(height)
      page.format = format
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
