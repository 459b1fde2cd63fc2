/// A line through points in the order given; NaN and infinity break it.
///
///     Line(x: epochs, y: accuracy, series: Series(0, "Adam"))
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
  /// What is said where the numbers end in NaN or infinity; nil draws nothing there.
  package var divergence: Divergence?

  package init(
    x: [Double], y: [Double], series: Series, ink: Ink? = nil, width: Double? = nil,
    isNamed: Bool = true, divergence: Divergence? = Divergence()
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.width = width
    self.isNamed = isNamed
    self.divergence = divergence
  }

  package var name: String { series.name }
  package var overhang: Double { 1 }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }

  package var legendEntries: [LegendEntry] {
    var entries: [LegendEntry] = []
    if isNamed {
      entries.append(
        LegendEntry(
          name: series.name, ink: ink, swatch: .line(series: series.index, width: width)))
    }
    if let divergence, Divergence.index(in: y) != nil {
      entries.append(LegendEntry(name: divergence.meaning, ink: ink.solid, swatch: .divergence))
    }
    return entries
  }

  package var directLabel: DirectLabel? {
    guard isNamed, let last = lastFinite else { return nil }
    return DirectLabel(name: series.name, ink: ink, x: x[last], y: y[last])
  }

  /// Index of the last point that can be drawn.
  private var lastFinite: Int? {
    (0..<min(x.count, y.count)).last { x[$0].isFinite && y[$0].isFinite }
  }

  package func obstacles(in frame: Frame) -> [Point] {
    guard isNamed else { return [] }
    // Of a line of very many points some tell where it runs.
    let count = min(x.count, y.count)
    let step = count / 10_000 + 1
    let points = stride(from: 0, to: count, by: step).lazy.map { frame.point(x[$0], y[$0]) }
    return PathSamples.along(points, in: frame.rect)
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let width = width ?? canvas.theme.sizes.line
    let color = canvas.theme.color(ink)
    let dashes = isNamed ? canvas.theme.dashes(ofSeries: series.index) : []
    let points = zip(x, y).lazy.map { frame.point($0, $1) }
    // Room outside, so that the ends of clipped pieces and their joins stay out of sight.
    let room = frame.rect.inset(by: -4 * width)
    for piece in clippedLines(points, to: room) {
      let line = PolylineReduction.reduced(piece.map { canvas.fixed($0) })
      canvas.stroke(ScenePath(points: line), width: width, dashes: dashes, color)
    }
  }

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    guard let divergence, let index = Divergence.index(in: y), index < x.count else { return }
    // A run without a single number has its sign where it should have begun.
    let place =
      index > 0
      ? frame.point(x[index - 1], y[index - 1]) : Point(x: frame.x(x[0]), y: frame.rect.y)
    guard place.x.isFinite && !place.y.isNaN else { return }
    try DivergenceSign.annotate(divergence, at: place, ink: ink.solid, in: frame, on: &canvas)
  }
}

/// A course of numbers before it is drawn.
package struct Curve: Equatable, Sendable {
  package var x: [Double]
  package var y: [Double]
  package var series: Series
  package var divergence: Divergence?

  package init(
    x: [Double], y: [Double], series: Series, divergence: Divergence? = Divergence()
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.divergence = divergence
  }
}

extension Line {
  /// Noisy courses as they are, faint, and over all of them their smoothed lines. The sign of a
  /// divergence stands at the last raw value.
  ///
  ///     Panel(marks: Line.rawAndSmoothed(losses, average: try ExponentialAverage(weight: 0.95)))
  package static func rawAndSmoothed(
    _ curves: [Curve], average: ExponentialAverage
  ) -> [any Mark] {
    let raw = curves.map {
      Line(
        x: $0.x, y: $0.y, series: $0.series, ink: .faint(.series($0.series.index), 0.68),
        width: 0.75, isNamed: false, divergence: $0.divergence)
    }
    let smoothed = curves.map {
      Line(
        x: $0.x, y: average.smoothed($0.y), series: $0.series, divergence: nil)
    }
    return raw + smoothed
  }
}
