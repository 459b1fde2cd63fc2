internal import CPNG
internal import DenseMath

extension Bitmap {
  /// Whether no pixel lets anything through.
  package var isOpaque: Bool {
    rgba.withUnsafeBytes { bytes in
      var all: UInt8 = 255
      for place in stride(from: 3, to: bytes.count, by: 4) { all &= bytes[place] }
      return all == 255
    }
  }

  /// The pixels as a PNG: 8-bit RGB where they are opaque, else RGBA; see `PNGPieces.png`.
  ///
  /// - Parameters:
  ///   - metadata: Texts that it carries.
  ///   - threads: Workers; their number changes the time and not a byte.
  /// - Throws: `keyword`, `text`, `png`.
  package func png(
    metadata: FigureMetadata = FigureMetadata(), threads: Int = 1
  ) throws(RenderError) -> [UInt8] {
    try metadata.check()
    let format = isOpaque ? CPNG_RGBX : CPNG_RGBA
    let rows = PNGPieces.rows(width: width)
    let pieces = try Parallel.map(count: (height + rows - 1) / rows, threads: threads) {
      index throws(RenderError) in
      try piece(rows: index * rows..<min((index + 1) * rows, height), format)
    }
    return try PNGPieces(width: width, height: height, format: format, pieces: pieces)
      .png(metadata: metadata, pixelsPerMetre: 0)
  }

  private func piece(
    rows: Range<Int>, _ format: cpng_format
  ) throws(RenderError) -> DeflatePiece {
    try rgba.withUnsafeBufferPointer { bytes throws(RenderError) in
      var page = cpng_page()
      page.width = UInt32(width)
      page.height = UInt32(height)
      page.stride = width * 4
      page.format = format
      page.pixels = bytes.baseAddress
      return try DeflatePiece(rows: rows, of: page)
    }
  }
}
