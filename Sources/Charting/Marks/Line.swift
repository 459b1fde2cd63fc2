/// A line through points in the order given; NaN and infinity break it, and a point alone is drawn
/// as the marker of its series.
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
  package var smoothing: Smoothing
  /// Sets the line off from the bands under it by a rim of paper.
  package var hasRim: Bool

  /// Whether the numbers are averages.
  package enum Smoothing: Equatable, Sendable {
    /// The numbers as they are.
    case none
    /// Averages over neighbours.
    case smoothed
    /// The numbers under a smoothed line of the same series.
    case raw
  }

  package init(
    x: [Double], y: [Double], series: Series, ink: Ink? = nil, width: Double? = nil,
    isNamed: Bool = true, divergence: Divergence? = Divergence(), smoothing: Smoothing = .none,
    hasRim: Bool = false
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.width = width
    self.isNamed = isNamed
    self.divergence = divergence
    self.smoothing = smoothing
    self.hasRim = hasRim
  }

  package var name: String { series.name }
  package var content: MarkContent {
    switch smoothing {
    case .none: .values(series)
    case .smoothed: .smoothed(series)
    case .raw: .raw(series)
    }
  }
  package var words: [String] { divergence.words(endOf: y) }

  /// How much wider than the line its rim is, in points.
  private static let rim = 1.6

  package var overhang: Double { lonePoints.isEmpty ? 1 : 1.4 * Self.loneRadius }
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

  /// Radius of a point without neighbours, in points.
  private static let loneRadius = 2.4

  /// Points that no line reaches, for what stands beside them is not finite or not there. Of lines
  /// that nothing names, such as raw values under smoothed ones, none has a marker, nor has a point
  /// with the sign of a divergence.
  private var lonePoints: [Int] {
    guard isNamed else { return [] }
    let count = min(x.count, y.count)
    let sign = divergence == nil ? nil : Divergence.index(in: y).map { $0 - 1 }
    func isPoint(_ index: Int) -> Bool { x[index].isFinite && y[index].isFinite }
    return (0..<count).filter { index in
      isPoint(index) && index != sign && !(index > 0 && isPoint(index - 1))
        && !(index + 1 < count && isPoint(index + 1))
    }
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
    let lines = clippedLines(points, to: room).map { piece in
      ScenePath(points: PolylineReduction.reduced(piece.map { canvas.fixed($0) }))
    }
    if hasRim {
      // With the same gaps, so that a line under this one shows in them.
      let wide = width + Self.rim
      let gaps = dashes.map { $0 * width / wide }
      for line in lines { canvas.stroke(line, width: wide, dashes: gaps, canvas.theme.paper) }
    }
    for line in lines { canvas.stroke(line, width: width, dashes: dashes, color) }
    let marker = Marker(series: series.index)
    for index in lonePoints {
      let center = frame.point(x[index], y[index])
      guard center.x >= room.x, center.x <= room.maxX, center.y >= room.y, center.y <= room.maxY
      else { continue }
      canvas.fill(marker.path(at: center, radius: Self.loneRadius, on: canvas), color)
    }
  }

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    guard let divergence, let index = Divergence.index(in: y), index < x.count else { return }
    // A run without a single number has its sign where it should have begun.
    let place =
      index > 0
      ? drawnEnd(at: index - 1, in: frame) : Point(x: frame.x(x[0]), y: frame.rect.y)
    guard place.x.isFinite && !place.y.isNaN else { return }
    try DivergenceSign.annotate(divergence, at: place, ink: ink.solid, in: frame, on: &canvas)
  }
}

extension Line {
  /// Where a reader sees the line end that ends at a point: there, or where it leaves the panel for
  /// good, so that the sign of a divergence lies on the line.
  private func drawnEnd(at index: Int, in frame: Frame) -> Point {
    let end = frame.point(x[index], y[index])
    let rect = frame.rect
    guard end.x < rect.x || end.x > rect.maxX || end.y < rect.y || end.y > rect.maxY else {
      return end
    }
    let inside = rect.inset(by: DivergenceSign.reach)
    for last in stride(from: index, to: 0, by: -1) {
      let (from, to) = (frame.point(x[last - 1], y[last - 1]), frame.point(x[last], y[last]))
      guard from.x.isFinite, from.y.isFinite, to.x.isFinite, to.y.isFinite else { break }
      let piece =
        clippedSegment(from: from, to: to, in: inside)
        ?? clippedSegment(from: from, to: to, in: rect)
      if let piece { return piece.1 }
    }
    return end
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
        width: 0.75, isNamed: false, divergence: $0.divergence, smoothing: .raw)
    }
    let smoothed = curves.map {
      Line(
        x: $0.x, y: average.smoothed($0.y), series: $0.series, divergence: nil,
        smoothing: .smoothed)
    }
    return raw + smoothed
  }
}
