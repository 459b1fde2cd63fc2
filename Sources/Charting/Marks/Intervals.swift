/// Straight strokes from one value to another, as spreads of single points have them.
///
///     Intervals(.horizontal, at: [0, 1], from: [0.2, 0.1], to: [0.5, 0.3])
package struct Intervals: Mark, Equatable {
  package enum Direction: Equatable, Sendable {
    /// From one value of x to another.
    case horizontal
    /// From one value of y to another.
    case vertical
  }

  package var direction: Direction
  /// Where each stroke stands on the other axis.
  package var at: [Double]
  package var from: [Double]
  package var to: [Double]
  package var ink: Ink
  /// Width of the strokes in points.
  package var width: Double
  /// What they are, for the legend; empty for none.
  package var meaning: String

  package init(
    _ direction: Direction, at: [Double], from: [Double], to: [Double], ink: Ink = .muted,
    width: Double = 1, meaning: String = ""
  ) {
    self.direction = direction
    self.at = at
    self.from = from
    self.to = to
    self.ink = ink
    self.width = width
    self.meaning = meaning
  }

  package var content: MarkContent { .spread }
  package var overhang: Double { width }
  package var xExtent: [Double] { direction == .horizontal ? from + to : at }
  package var yExtent: [Double] { direction == .vertical ? from + to : at }
  package var legendEntries: [LegendEntry] {
    meaning.isEmpty
      ? [] : [LegendEntry(name: meaning, ink: ink, swatch: .line(series: nil, width: width))]
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let color = canvas.theme.color(ink)
    let room = frame.rect.inset(by: -2 * width)
    for (place, ends) in zip(at, zip(from, to)) {
      let points =
        direction == .horizontal
        ? [frame.point(ends.0, place), frame.point(ends.1, place)]
        : [frame.point(place, ends.0), frame.point(place, ends.1)]
      for piece in clippedLines(points, to: room) {
        canvas.stroke(piece, width: width, cap: .butt, color)
      }
    }
  }
}
