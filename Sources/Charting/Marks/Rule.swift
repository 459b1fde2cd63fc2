/// A straight line across the panel at one value.
package struct Rule: Mark, Equatable {
  package enum Direction: Equatable, Sendable {
    /// Across the panel at a value of the y axis.
    case horizontal(Double)
    /// From bottom to top at a value of the x axis.
    case vertical(Double)
  }

  package var direction: Direction
  package var ink: Ink
  /// Written at the end of the rule; empty for none.
  package var label: String

  package init(_ direction: Direction, ink: Ink = .muted, label: String = "") {
    self.direction = direction
    self.ink = ink
    self.label = label
  }

  package var xExtent: [Double] {
    if case .vertical(let value) = direction { [value] } else { [] }
  }
  package var yExtent: [Double] {
    if case .horizontal(let value) = direction { [value] } else { [] }
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let style = TextStyle(size: canvas.theme.sizes.label, ink: .muted)
    let width = try canvas.text.width(label, style)
    switch direction {
    case .horizontal(let value):
      let y = frame.y(value)
      guard y >= frame.rect.y && y <= frame.rect.maxY else { return }
      canvas.hairline(y: y, from: frame.rect.x, to: frame.rect.maxX, thickness: 0.75, ink)
      if width + 4 <= frame.rect.width {
        let above = y - style.height - 1 >= frame.rect.y
        try canvas.text(
          label, at: Point(x: frame.rect.maxX - 2, y: above ? y - 2 : y + 2), style,
          align: .trailing, vertical: above ? .bottom : .top)
      }
    case .vertical(let value):
      let x = frame.x(value)
      guard x >= frame.rect.x && x <= frame.rect.maxX else { return }
      canvas.hairline(x: x, from: frame.rect.y, to: frame.rect.maxY, thickness: 0.75, ink)
      let right = x + 3 + width <= frame.rect.maxX
      if right || x - 3 - width >= frame.rect.x {
        try canvas.text(
          label, at: Point(x: right ? x + 3 : x - 3, y: frame.rect.y + 1), style,
          align: right ? .leading : .trailing, vertical: .top)
      }
    }
  }
}

/// Words at a place given in data values.
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

  package init(
    x: Double, y: Double, text: String, ink: Ink = .ink, align: Canvas.Alignment = .leading,
    offset: Point = Point(x: 0, y: 0), size: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.text = text
    self.ink = ink
    self.align = align
    self.offset = offset
    self.size = size
  }

  package var xExtent: [Double] { [x] }
  package var yExtent: [Double] { [y] }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let style = TextStyle(size: size ?? canvas.theme.sizes.label, ink: ink)
    var place = frame.point(x, y)
    guard place.x.isFinite && place.y.isFinite else { return }
    place.x += offset.x
    place.y += offset.y
    let width = try canvas.text.width(text, style)
    // A text that the panel cannot hold is left out, never cut.
    guard width <= frame.rect.width && style.height <= frame.rect.height else { return }
    let left =
      switch align {
      case .leading: place.x
      case .center: place.x - width / 2
      case .trailing: place.x - width
      }
    let x = min(max(left, frame.rect.x), frame.rect.maxX - width)
    let y = min(
      max(place.y, frame.rect.y + style.ascent), frame.rect.maxY - style.descent)
    try canvas.text(text, at: Point(x: x, y: y), style)
  }
}
