/// The area between two lines: a spread over seeds, a gap between curves.
///
///     Band(x: epochs, low: test, high: train, ink: .muted, meaning: "generalisation gap")
package struct Band: Mark, Equatable {
  package var x: [Double]
  package var low: [Double]
  package var high: [Double]
  package var ink: Ink
  /// What the band is, for the legend ("min to max of 5 seeds"); a band without a name is not in it.
  package var meaning: String

  package init(x: [Double], low: [Double], high: [Double], ink: Ink, meaning: String = "") {
    self.x = x
    self.low = low
    self.high = high
    self.ink = ink
    self.meaning = meaning
  }

  /// How much of what lies under a band it hides.
  static let opacity = 0.22

  package var content: MarkContent { .spread }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { low + high }
  package var legendEntries: [LegendEntry] {
    meaning.isEmpty ? [] : [LegendEntry(name: meaning, ink: ink, swatch: .band)]
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let color = canvas.theme.color(ink).opacity(Band.opacity)
    var start = 0
    // Every run of finite values is an area of its own.
    while start < x.count {
      guard isFinite(start) else {
        start += 1
        continue
      }
      var end = start
      while end < x.count && isFinite(end) { end += 1 }
      let upper = (start..<end).map { place(x[$0], high[$0], in: frame) }
      let lower = (start..<end).map { place(x[$0], low[$0], in: frame) }
      let top = PolylineReduction.reduced(upper.map { canvas.fixed($0) })
      let bottom = PolylineReduction.reduced(lower.map { canvas.fixed($0) })
      canvas.fill(ScenePath(points: top + bottom.reversed(), closed: true), color)
      start = end
    }
  }

  private func isFinite(_ index: Int) -> Bool {
    x[index].isFinite && low[index].isFinite && high[index].isFinite
  }

  /// Values outside the panel are moved to just outside: an area has no slope to keep.
  private func place(_ x: Double, _ y: Double, in frame: Frame) -> Point {
    let point = frame.point(x, y)
    let far = frame.rect.inset(by: -8)
    return Point(
      x: min(max(point.x, far.x), far.maxX), y: min(max(point.y, far.y), far.maxY))
  }
}

/// The area between a line and a level.
///
///     Area(x: values, y: density, ink: .series(0), series: Series(0, "layer 1"))
package struct Area: Mark, Equatable {
  package var x: [Double]
  package var y: [Double]
  package var baseline: Double
  package var ink: Ink
  package var series: Series?

  package init(
    x: [Double], y: [Double], baseline: Double = 0, ink: Ink, series: Series? = nil
  ) {
    self.x = x
    self.y = y
    self.baseline = baseline
    self.ink = ink
    self.series = series
  }

  package var content: MarkContent { .values(series) }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y + [baseline] }
  package var legendEntries: [LegendEntry] {
    series.map { [LegendEntry(name: $0.name, ink: ink, swatch: .band)] } ?? []
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    try Band(
      x: x, low: [Double](repeating: baseline, count: x.count), high: y, ink: ink
    ).draw(in: frame, on: &canvas)
  }
}
