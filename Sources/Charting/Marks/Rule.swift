/// A straight line across the panel at one value.
///
///     Rule(.horizontal(0.1), label: "chance")
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

  package var content: MarkContent { .reference }
  package var words: [String] { label.isEmpty ? [] : [label] }
  package var xExtent: [Double] {
    if case .vertical(let value) = direction { [value] } else { [] }
  }
  package var yExtent: [Double] {
    if case .horizontal(let value) = direction { [value] } else { [] }
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let rect = frame.rect
    switch direction {
    case .horizontal(let value):
      let y = frame.y(value)
      guard y >= rect.y && y <= rect.maxY else { return }
      canvas.hairline(y: y, from: rect.x, to: rect.maxX, thickness: 0.75, ink)
    case .vertical(let value):
      let x = frame.x(value)
      guard x >= rect.x && x <= rect.maxX else { return }
      canvas.hairline(x: x, from: rect.y, to: rect.maxY, thickness: 0.75, ink)
    }
  }

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let style = TextStyle(size: canvas.theme.sizes.label, ink: .muted)
    let rect = frame.rect
    switch direction {
    case .horizontal(let value):
      let y = frame.y(value)
      guard y >= rect.y && y <= rect.maxY else { return }
      try canvas.label(label, style, as: .rule) { size in
        let (above, below) = (y - 1 - size.height, y + 2)
        let (right, left) = (rect.maxX - 2 - size.width, rect.x + 2)
        return [
          Point(x: right, y: above), Point(x: right, y: below), Point(x: left, y: above),
          Point(x: left, y: below),
        ]
      }
    case .vertical(let value):
      let x = frame.x(value)
      guard x >= rect.x && x <= rect.maxX else { return }
      try canvas.label(label, style, as: .rule) { size in
        let (right, left) = (x + 3, x - 3 - size.width)
        let (top, bottom) = (rect.y + 1, rect.maxY - 1 - size.height)
        return [
          Point(x: right, y: top), Point(x: left, y: top), Point(x: right, y: bottom),
          Point(x: left, y: bottom),
        ]
      }
    }
  }
}
