/// What the colours of a `DifferencePicture` mean, on one line under its pictures.
struct DifferenceKey {
  /// A colour with its words.
  private struct Entry {
    let color: PaintColor
    let words: String
    /// Whether the colour frames something rather than filling it.
    var isFrame = false
  }

  /// Pixels of a dot of a letter.
  let dot: Int
  private let entries: [Entry]

  /// - Parameter comparison: What there is to tell apart: a colour that does not occur has no words.
  init(_ comparison: PictureComparison, dot: Int) {
    self.dot = dot
    var entries: [Entry] = []
    if comparison.beyond > 0 {
      entries.append(Entry(color: DifferencePicture.beyond, words: "differs"))
    }
    if comparison.changed > comparison.beyond {
      entries.append(Entry(color: DifferencePicture.within, words: "within tolerance"))
    }
    if !comparison.sizesAreEqual {
      entries.append(Entry(color: DifferencePicture.alone, words: "in one alone"))
    }
    if comparison.worstTile != nil {
      entries.append(Entry(color: DifferencePicture.frame, words: "worst tile", isFrame: true))
    }
    self.entries = entries
  }

  private static let swatch = SignGlyph.rows

  private func width(_ entry: Entry) -> Int {
    (Self.swatch + 3 + entry.words.count * (SignGlyph.columns + 1)) * dot
  }

  /// Draws the entries that there is room for, from a place on to the right.
  func draw(on canvas: inout PixelCanvas, x: Int, y: Int) {
    var left = x
    for entry in entries where left + width(entry) <= canvas.width {
      let side = Self.swatch * dot
      canvas.fill(PixelBox(x: left, y: y, width: side, height: side), entry.color)
      if entry.isFrame {
        canvas.fill(
          PixelBox(x: left + dot, y: y + dot, width: side - 2 * dot, height: side - 2 * dot),
          DifferencePicture.ground)
      }
      SignGlyph.draw(
        entry.words.map { .letter($0) }, on: &canvas, x: left + side + 3 * dot, y: y, size: dot,
        DifferencePicture.sign)
      left += width(entry) + 8 * dot
    }
  }
}
