/// Words at a place given in data values, moved into the panel and off other words.
///
///     TextMark(x: 0, y: 0, text: "minimum", around: 8)
package struct TextMark: Mark, Equatable {
  package var x: Double
  package var y: Double
  package var text: String
  package var ink: Ink
  package var align: Canvas.Alignment
  /// Moves the text away from its place, in points.
  package var offset: Point
  /// Font size in points; nil takes the theme's label size.
  package var size: Double?
  /// Radius in points of a sign at the place, which the words stand around; nil sets them where
  /// `align` and `offset` say.
  package var around: Double?

  package init(
    x: Double, y: Double, text: String, ink: Ink = .ink, align: Canvas.Alignment = .leading,
    offset: Point = Point(x: 0, y: 0), size: Double? = nil, around: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.text = text
    self.ink = ink
    self.align = align
    self.offset = offset
    self.size = size
    self.around = around
  }

  package var words: [String] { text.isEmpty ? [] : [text] }
  package var xExtent: [Double] { [x] }
  package var yExtent: [Double] { [y] }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {}

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let style = TextStyle(size: size ?? canvas.theme.sizes.label, ink: ink)
    let rect = frame.rect
    var place = frame.point(x, y)
    guard place.x.isFinite && place.y.isFinite else { return }
    if let around {
      try canvas.label(text, style, as: .place, near: WordPlaces.near) { size in
        WordPlaces.around(place, reach: around, size: size, in: frame.rect)
      }
      return
    }
    place.x += offset.x
    place.y += offset.y
    // A text that the panel cannot hold is left out, never cut; so is one in a band that is lower.
    if case .bands(let bands) = frame.y, bands.step * rect.height < style.height { return }
    try canvas.label(text, style, as: .place) { size in
      let left =
        switch align {
        case .leading: place.x
        case .center: place.x - size.width / 2
        case .trailing: place.x - size.width
        }
      let x = min(max(left, rect.x), rect.maxX - size.width)
      let wanted = place.y - style.ascent
      // Where other words stand already, a little above or below them.
      return [0.0, -1, 1, -2, 2].map { lines in
        Point(
          x: x, y: min(max(wanted + lines * size.height, rect.y), rect.maxY - size.height))
      }
    }
  }
}
