internal import CPNG

/// A piece of a deflate stream in a PNG, compressed on its own.
final class DeflatePiece: @unchecked Sendable {
  private var buffer = cpng_buffer()
  private var piece = cpng_piece()

  /// Rows of a page.
  ///
  /// - Parameter page: Pixels that stay where they are until this returns.
  /// - Throws: `png`.
  init(rows: Range<Int>, of page: cpng_page) throws(RenderError) {
    var page = page
    try Self.check(
      cpng_compress(&page, UInt32(rows.lowerBound), UInt32(rows.count), &buffer, &piece))
  }

  /// A part of a text.
  ///
  /// - Parameter isLast: Whether the stream ends with it.
  /// - Throws: `png`.
  init(text: [UInt8], isLast: Bool) throws(RenderError) {
    try Self.check(cpng_compress_text(text, text.count, isLast ? 1 : 0, &buffer, &piece))
  }

  private static func check(_ status: cpng_status) throws(RenderError) {
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
