internal import CPNG
internal import DenseMath
internal import Provenance

extension RenderedPage {
  /// Pixels for each metre, as a PNG states its resolution: 5669 at two pixels for each point.
  package var pixelsPerMetre: Int { Self.pixelsPerMetre(at: pixelsPerPoint) }

  /// The same for a resolution in pixels for each point.
  package static func pixelsPerMetre(at pixelsPerPoint: Double) -> Int {
    let value = (pixelsPerPoint * 72 / 0.0254).rounded()
    return value >= 1 && value < Double(Int32.max) ? Int(value) : 0
  }

  /// The page as a PNG, see `PackedPage.png`.
  ///
  /// - Throws: `keyword`, `text`, `png`, `hash`.
  package func png(metadata: FigureMetadata) throws(RenderError) -> [UInt8] {
    try metadata.check()
    return try packed(threads: 1).png(metadata: metadata)
  }

  /// Compresses the pixels and computes their identity, both of which take time and need no word of
  /// the metadata.
  ///
  /// The page is compressed in pieces of about a megabyte, whose borders depend on its size alone.
  ///
  /// - Parameter threads: Workers; their number changes the time and not a byte.
  /// - Throws: `hash`, `png`.
  package func packed(threads: Int) throws(RenderError) -> PackedPage {
    let rows = PNGPieces.rows(width: width)
    let count = (height + rows - 1) / rows
    let parts = try withPixels { pixels throws(RenderError) in
      // The digest, which takes longest, comes first.
      try Parallel.map(count: 1 + count, threads: threads) {
        index throws(RenderError) -> PackedPage.Part in
        if index == 0 { return .digest(try pixels.digest()) }
        let first = (index - 1) * rows
        return .piece(
          try DeflatePiece(rows: first..<min(first + rows, pixels.height), of: pixels.page))
      }
    }
    return try PackedPage(
      width: width, height: height, pixelsPerMetre: pixelsPerMetre, parts: parts)
  }
}
