/// A text of megabytes, made and compressed in parts that need not wait for each other.
package struct LongText: Sendable {
  /// A part, in order.
  package struct Part: Sendable {
    fileprivate let bytes: [UInt8]
    /// Nil where no PNG is wanted.
    fileprivate let piece: DeflatePiece?

    /// - Parameters:
    ///   - bytes: UTF-8; a character may begin in one part and end in the next.
    ///   - isLast: Whether it is the last of its text.
    ///   - isPacked: Whether it is compressed, as a PNG holds it.
    /// - Throws: `png`.
    package init(_ bytes: [UInt8], isLast: Bool, isPacked: Bool) throws(RenderError) {
      self.bytes = bytes
      piece = isPacked ? try DeflatePiece(text: bytes, isLast: isLast) : nil
    }
  }

  private let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  /// The whole text.
  var text: String {
    let count = parts.reduce(0) { $0 + $1.bytes.count }
    var whole: [UInt8] = []
    whole.reserveCapacity(count)
    for part in parts { whole += part.bytes }
    return String(decoding: whole, as: UTF8.self)
  }

  /// Whether there is a zero in it, with which a text of a PNG ends.
  var hasZero: Bool { parts.contains { $0.bytes.contains(0) } }

  /// The deflate stream of the text; nil where some part is not compressed.
  var pieces: [DeflatePiece]? {
    let pieces = parts.compactMap(\.piece)
    return pieces.isEmpty || pieces.count < parts.count ? nil : pieces
  }
}
