/// A line through points in the order given; NaN and infinity break it.
package struct Line: Mark, Equatable {
  package var x: [Double]
  package var y: [Double]
  package var series: Series
  /// The ink, the series' own unless another is given.
  package var ink: Ink
  /// Line width in points; nil takes the theme's.
  package var width: Double?
  /// Whether the legend and the labels name it (a raw line under its smoothed one is not named).
  package var isNamed: Bool
  /// Marks the place where the numbers end in NaN or infinity.
  package var marksDivergence: Bool

  package init(
    x: [Double], y: [Double], series: Series, ink: Ink? = nil, width: Double? = nil,
    isNamed: Bool = true, marksDivergence: Bool = true
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.width = width
    self.isNamed = isNamed
    self.marksDivergence = marksDivergence
  }

  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }

  package var legendEntry: LegendEntry? { entry(dashes: []) }

  private func entry(dashes: [Double]) -> LegendEntry? {
    isNamed ? LegendEntry(name: series.name, ink: ink, swatch: .line(dashes: dashes)) : nil
  }

  package var directLabel: DirectLabel? {
    guard isNamed, let last = lastFinite else { return nil }
    return DirectLabel(name: series.name, ink: ink, x: x[last], y: y[last])
  }

  /// Index of the last point that can be drawn.
  private var lastFinite: Int? {
    (0..<min(x.count, y.count)).last { x[$0].isFinite && y[$0].isFinite }
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let width = width ?? canvas.theme.sizes.line
    let color = canvas.theme.color(ink)
    let dashes = canvas.theme.dashes(ofSeries: series.index)
    let points = zip(x, y).lazy.map { frame.point($0, $1) }
    // Room outside, so that the ends of clipped pieces and their joins stay out of sight.
    let room = frame.rect.inset(by: -4 * width)
    for piece in clippedLines(points, to: room) {
      let line = PolylineReduction.reduced(piece.map { canvas.fixed($0) })
      canvas.stroke(ScenePath(points: line), width: width, dashes: isNamed ? dashes : [], color)
    }
    if marksDivergence { drawDivergence(in: frame, width: width, color: color, on: &canvas) }
  }

  /// A cross where a run ends in NaN or infinity: nothing after it can be drawn.
  private func drawDivergence(
    in frame: Frame, width: Double, color: Color, on canvas: inout Canvas
  ) {
    guard let last = lastFinite, last + 1 < min(x.count, y.count) else { return }
    let place = frame.point(x[last], y[last])
    guard place.x.isFinite && place.y.isFinite else { return }
    let center = Point(
      x: place.x, y: min(max(place.y, frame.rect.y + 4), frame.rect.maxY - 4))
    for sign in [-1.0, 1.0] {
      canvas.stroke(
        [
          Point(x: center.x - 3.2, y: center.y - 3.2 * sign),
          Point(x: center.x + 3.2, y: center.y + 3.2 * sign),
        ], width: width, color)
    }
  }
}
