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
  /// Whether bars are outlines, as long as that can be seen.
  package var isHollow: Bool
  /// Height of a bar in units of the y axis.
  package static let height = 0.76

  package init(
    from: [Double], to: [Double], lane: [Double], series: Series, ink: Ink? = nil,
    isHollow: Bool = false
  ) {
    self.from = from
    self.to = to
    self.lane = lane
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.isHollow = isHollow
  }

  package var content: MarkContent { .values(series) }
  package var xExtent: [Double] { from + to }
  package var yExtent: [Double] { lane.flatMap { [$0 - 0.5, $0 + 0.5] } }
  package var legendEntries: [LegendEntry] {
    [LegendEntry(name: series.name, ink: ink, swatch: isHollow ? .outline : .area)]
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
    let color = canvas.theme.color(ink)
    guard isHollow else {
      canvas.fill(sceneRects: rects, color)
      return
    }
    // Of bars that are hardly wider than their outline nothing would be left to be hollow.
    let least = canvas.fixed(4 * Self.outline)
    let isWide = rects.map { min($0.width, $0.height) >= least }
    canvas.fill(sceneRects: zip(rects, isWide).filter { !$0.1 }.map(\.0), color)
    for (rect, _) in zip(rects, isWide).filter({ $0.1 }) {
      canvas.stroke(Self.path(of: rect, on: canvas), width: Self.outline, join: .miter, color)
    }
  }

  /// Width of an outline in points.
  static let outline = 1.2

  /// The middle of an outline that lies within a bar.
  private static func path(of rect: SceneRect, on canvas: Canvas) -> ScenePath {
    let half = canvas.fixed(outline) / 2
    let (left, right) = (rect.x + half, rect.x + rect.width - half)
    let (top, bottom) = (rect.y + half, rect.y + rect.height - half)
    return ScenePath(
      points: [
        ScenePoint(x: left, y: top), ScenePoint(x: right, y: top),
        ScenePoint(x: right, y: bottom), ScenePoint(x: left, y: bottom),
      ], closed: true)
  }
}
