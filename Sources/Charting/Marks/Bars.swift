/// Adjacent bars over intervals, as a histogram has them.
///
///     Bars(edges: [0, 0.5, 1], heights: [12, 88])
package struct Bars: Mark, Equatable {
  /// Ends of the intervals, ascending; one more than heights.
  package var edges: [Double]
  package var heights: [Double]
  package var ink: Ink
  package var series: Series?
  /// What is written beside a bar that is higher than the axis, or beside it and its neighbours;
  /// empty writes nothing.
  package var cutLabels: [String]

  package init(
    edges: [Double], heights: [Double], ink: Ink = .accent, series: Series? = nil,
    cutLabels: [String] = []
  ) {
    self.edges = edges
    self.heights = heights
    self.ink = ink
    self.series = series
    self.cutLabels = cutLabels
  }

  package var content: MarkContent { .values(series) }
  package var xExtent: [Double] { edges }
  package var yExtent: [Double] { [0] + heights }
  package var legendEntries: [LegendEntry] {
    series.map { [LegendEntry(name: $0.name, ink: ink, swatch: .area)] } ?? []
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    // A logarithmic axis has its zero infinitely far down.
    let zero = frame.y(0)
    let base = zero.isNaN ? frame.rect.maxY : min(max(zero, frame.rect.y), frame.rect.maxY)
    let baseline = canvas.snapped(base)
    let color = canvas.theme.color(ink)
    // One pixel of paper between bars, as long as a bar keeps most of its width.
    let narrowest = zip(edges, edges.dropFirst()).map { abs(frame.x($1) - frame.x($0)) }.min() ?? 0
    let gap: Int32 = narrowest * canvas.pixelsPerPoint >= 4 ? 256 : 0
    var rects: [SceneRect] = []
    var cuts: [(index: Int, rect: SceneRect)] = []
    for index in heights.indices where heights[index].isFinite && heights[index] != 0 {
      guard !frame.y(heights[index]).isNaN else { continue }
      let x0 = canvas.snapped(frame.x(edges[index]))
      let x1 = canvas.snapped(frame.x(edges[index + 1]))
      let wanted = frame.y(heights[index])
      let isCut = wanted < frame.rect.y - 0.01
      let top = canvas.snapped(max(wanted, frame.rect.y))
      let width = max(256, abs(x1 - x0) - gap)
      // The last of bars that are thinner than a pixel lies in the panel, too.
      let isInside = max(frame.x(edges[index]), frame.x(edges[index + 1])) <= frame.rect.maxX + 0.01
      let left = isInside ? min(x0, x1, canvas.snapped(frame.rect.maxX) - width) : min(x0, x1)
      // A bar that holds something is never invisible.
      let rise = max(256, abs(baseline - top))
      let rect = SceneRect(
        x: left, y: top <= baseline ? baseline - rise : baseline, width: width, height: rise)
      rects.append(rect)
      if isCut { cuts.append((index, rect)) }
    }
    canvas.fill(sceneRects: rects, color)
    drawBreaks(cuts.map(\.rect), on: &canvas)
    guard cutLabels.count == heights.count else { return }
    var labels = CutBarLabels(
      cuts, heights: heights, labels: cutLabels, bars: rects, frame: frame, theme: canvas.theme)
    try labels.draw(on: &canvas)
  }

  /// Two slanted strips of paper through the head of a bar say that it goes on.
  private func drawBreaks(_ cuts: [SceneRect], on canvas: inout Canvas) {
    let thickness = canvas.fixed(1.2)
    let slant = canvas.fixed(2)
    let paper = canvas.theme.paper
    for rect in cuts where rect.height > canvas.fixed(12) {
      for offset in [5.0, 8.0] {
        let y = rect.y + canvas.fixed(offset)
        let left = rect.x - 256
        let right = rect.maxX + 256
        canvas.fill(
          ScenePath(
            points: [
              ScenePoint(x: left, y: y + slant), ScenePoint(x: right, y: y),
              ScenePoint(x: right, y: y + thickness),
              ScenePoint(x: left, y: y + slant + thickness),
            ], closed: true), paper)
      }
    }
  }
}
