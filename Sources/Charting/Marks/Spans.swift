/// Bars from one value of x to another, in lanes.
///
///     Spans(from: [0, 4], to: [3, 9], lane: [1, 2], series: Series(0, "complete"))
package struct Spans: Mark, Equatable {
  package var from: [Double]
  package var to: [Double]
  /// Value of the y axis in the middle of each bar.
  package var lane: [Double]
  package var series: Series
  package var ink: Ink
  /// Height of a bar in units of the y axis.
  package static let height = 0.76

  package init(from: [Double], to: [Double], lane: [Double], series: Series, ink: Ink? = nil) {
    self.from = from
    self.to = to
    self.lane = lane
    self.series = series
    self.ink = ink ?? .series(series.index)
  }

  package var content: MarkContent { .values(series) }
  package var xExtent: [Double] { from + to }
  package var yExtent: [Double] { lane.flatMap { [$0 - 0.5, $0 + 0.5] } }
  package var legendEntries: [LegendEntry] {
    [LegendEntry(name: series.name, ink: ink, swatch: .area)]
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    // Bars of one lane keep a pixel of paper between them where there is room for it.
    var rects: [SceneRect] = []
    for (index, lane) in lane.enumerated() where from[index].isFinite && to[index].isFinite {
      let (x0, x1) = (canvas.snapped(frame.x(from[index])), canvas.snapped(frame.x(to[index])))
      let ends = [lane - Self.height / 2, lane + Self.height / 2].map {
        canvas.snapped(frame.y($0))
      }
      let width = max(256, x1 - x0)
      // What is drawn wider than it is ends at the edge of the plot.
      let left = min(x0, canvas.snapped(frame.rect.maxX) - width)
      rects.append(
        SceneRect(
          x: left, y: min(ends[0], ends[1]), width: width >= 4 * 256 ? width - 256 : width,
          height: max(256, abs(ends[1] - ends[0]))))
    }
    canvas.fill(sceneRects: rects, canvas.theme.color(ink))
  }
}
