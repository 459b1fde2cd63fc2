/// Adjacent bars over intervals, as a histogram has them.
///
///     Bars(edges: [0, 0.5, 1], heights: [12, 88])
package struct Bars: Mark, Equatable {
  /// Ends of the intervals, ascending; one more than heights.
  package var edges: [Double]
  package var heights: [Double]
  package var ink: Ink
  package var series: Series?
  /// What is written beside a bar that is higher than the axis; empty writes nothing.
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
      let left = min(x0, x1)
      let width = max(256, abs(x1 - x0) - gap)
      // A bar that holds something is never invisible.
      let rise = max(256, abs(baseline - top))
      let rect = SceneRect(
        x: left, y: top <= baseline ? baseline - rise : baseline, width: width, height: rise)
      rects.append(rect)
      if isCut { cuts.append((index, rect)) }
    }
    canvas.fill(sceneRects: rects, color)
    drawBreaks(cuts.map(\.rect), on: &canvas)
    try drawCutLabels(cuts, bars: rects, in: frame, on: &canvas)
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

  /// Writes the height of the tallest bar of each run of cut bars where no bar is in the way.
  private func drawCutLabels(
    _ cuts: [(index: Int, rect: SceneRect)], bars: [SceneRect], in frame: Frame,
    on canvas: inout Canvas
  ) throws(ChartError) {
    guard cutLabels.count == heights.count else { return }
    let style = TextStyle(size: canvas.theme.sizes.label, ink: .ink)
    var taken: [SceneRect] = []
    // The tallest first: where room is short it is the one that is named.
    let order = cuts.sorted { (-heights[$0.index], $0.index) < (-heights[$1.index], $1.index) }
    var namedBins: [Int] = []
    for cut in order {
      let label = cutLabels[cut.index]
      if label.isEmpty { continue }
      // One name for bars that stand side by side at nearly the same height.
      if namedBins.contains(where: { abs($0 - cut.index) <= 1 && cutLabels[$0] == label }) {
        continue
      }
      let width = try canvas.text.width(label, style)
      let height = style.size
      let pad = 2.5
      let scale = 256 * canvas.pixelsPerPoint
      let (left, right) = (Double(cut.rect.x) / scale, Double(cut.rect.maxX) / scale)
      for isRight in [true, false] {
        let x = isRight ? right + pad : left - pad - width
        guard x >= frame.rect.x && x + width <= frame.rect.maxX else { continue }
        // From its own bar on: beyond a thin neighbour it would be read as that one's.
        let box = canvas.snapped(
          Rect(
            x: isRight ? right : x - 1, y: frame.rect.y, width: pad + width + 1, height: height + 2)
        )
        let isFree = (bars + taken).allSatisfy { bar in
          bar.x >= box.maxX || bar.maxX <= box.x || bar.y >= box.maxY || bar.maxY <= box.y
        }
        if isFree {
          try canvas.text(
            label, at: Point(x: x, y: frame.rect.y + 1 + 0.76 * style.size), style)
          taken.append(box)
          namedBins.append(cut.index)
          break
        }
      }
    }
  }
}
