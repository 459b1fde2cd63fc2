/// The distance of two values at one place, as a dimension line with its words.
///
///     Bracket(x: 20, from: 0.71, to: 0.99, label: "gap 28.4 points")
package struct Bracket: Mark, Equatable {
  package var x: Double
  package var from: Double
  package var to: Double
  /// Written beside the line where it has room; empty for none.
  package var label: String
  package var ink: Ink
  /// Moves the line to the right, in points, off the data at its place; it stays in the panel.
  package var offset: Double

  package init(
    x: Double, from: Double, to: Double, label: String, ink: Ink = .ink, offset: Double = 0
  ) {
    self.x = x
    self.from = from
    self.to = to
    self.label = label
    self.ink = ink
    self.offset = offset
  }

  package var words: [String] { label.isEmpty ? [] : [label] }
  package var xExtent: [Double] { [x] }
  package var yExtent: [Double] { [from, to] }

  /// Half the length of the strokes at the ends in points.
  private static let cap = 2.5
  /// What keeps words off the strokes at the ends and off the data, in points.
  private static let air = 4.0

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let rect = frame.rect
    let ends = [frame.y(from), frame.y(to)]
    let place = frame.x(x)
    guard place.isFinite, ends.allSatisfy(\.isFinite), place >= rect.x - 0.01,
      place <= rect.maxX + 0.01
    else { return }
    let center = min(max(place + offset, rect.x + Self.cap), rect.maxX - Self.cap - 0.5)
    let top = min(max(min(ends[0], ends[1]), rect.y), rect.maxY)
    let bottom = min(max(max(ends[0], ends[1]), rect.y), rect.maxY)
    canvas.hairline(x: center, from: top, to: bottom, thickness: 0.75, ink)
    for end in [top, bottom] {
      canvas.hairline(
        y: end, from: center - Self.cap, to: center + Self.cap + 0.5, thickness: 0.75, ink)
    }
    canvas.labelBoard.take(
      Rect(
        x: center - Self.cap, y: top, width: 2 * Self.cap, height: max(bottom - top, 0.1)),
      for: .sign)
    let style = TextStyle(size: canvas.theme.sizes.label, weight: .bold, ink: ink)
    try canvas.label(label, style, as: .bracket) { size in
      let middle = (top + bottom) / 2 - size.height / 2
      let right = center + Self.cap + 3
      let left = center - Self.cap - 3 - size.width
      // Under or over a line that was moved to the right, words keep off the data left of it.
      let leftmost = max(rect.x + 1, offset > 0 ? place + Self.air : -.infinity)
      let inside = min(max(center - size.width / 2, leftmost), rect.maxX - 1 - size.width)
      let (under, over) = (bottom + Self.air, top - Self.air - size.height)
      // A line that was moved to the right has its free side there.
      let sides = offset > 0 ? [right, left] : [left, right]
      var corners = [
        Point(x: sides[0], y: middle), Point(x: sides[1], y: middle),
        Point(x: inside, y: under), Point(x: inside, y: over),
      ]
      // Off the data, a little further away.
      for step in 1...3 {
        let away = Double(step) * 0.75 * size.height
        corners += [
          Point(x: left, y: middle + away), Point(x: left, y: middle - away),
          Point(x: inside, y: under + away), Point(x: inside, y: over - away),
        ]
      }
      return corners
    }
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {}
}
