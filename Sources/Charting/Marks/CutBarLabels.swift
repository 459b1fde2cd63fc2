/// Where the heights of cut bars are written.
struct CutBarLabels {
  /// The box that is kept free, and the lines of text in it with the left end of their baseline.
  private struct Place {
    var box: SceneRect
    var lines: [(text: String, at: Point)]
  }

  let cuts: [(index: Int, rect: SceneRect)]
  let heights: [Double]
  let labels: [String]
  /// All bars, which no label may cover.
  let bars: [SceneRect]
  let frame: Frame
  private let style: TextStyle
  private var taken: [SceneRect] = []

  init(
    _ cuts: [(index: Int, rect: SceneRect)], heights: [Double], labels: [String],
    bars: [SceneRect], frame: Frame, theme: Theme
  ) {
    self.cuts = cuts
    self.heights = heights
    self.labels = labels
    self.bars = bars
    self.frame = frame
    style = TextStyle(size: theme.sizes.label, ink: .ink)
  }

  /// Writes the height of each bar beside it, or all heights of bars that stand side by side beside
  /// them, from left to right, where one of them has no room of its own.
  mutating func draw(on canvas: inout Canvas) throws(ChartError) {
    for run in runs {
      var places: [Place] = []
      var isComplete = true
      for index in run.sorted(by: { isTaller($0, $1) }) {
        let label = labels[cuts[index].index]
        if label.isEmpty { continue }
        let rect = cuts[index].rect
        if let place = try place([label], from: rect.x, to: rect.maxX, besides: places, on: canvas)
        {
          places.append(place)
        } else {
          isComplete = false
        }
      }
      if !isComplete, let shared = try sharedPlace(run, on: canvas) { places = [shared] }
      for place in places {
        for line in place.lines { try canvas.text(line.text, at: line.at, style) }
        taken.append(place.box)
      }
    }
  }

  private func text(_ index: Int) -> String { labels[cuts[index].index] }

  private func isTaller(_ first: Int, _ second: Int) -> Bool {
    (-heights[cuts[first].index], first) < (-heights[cuts[second].index], second)
  }

  /// Bars side by side, as positions in `cuts`; the run with the tallest bar comes first: where
  /// room is short it is the one that is named.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in cuts.indices {
      if let last = runs.last, cuts[index].index == cuts[index - 1].index + 1 {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    func tallest(_ run: Range<Int>) -> Int { run.min(by: isTaller) ?? run.lowerBound }
    return runs.sorted { isTaller(tallest($0), tallest($1)) }
  }

  /// A place for the heights of all bars of a run: on one line, or below each other.
  private func sharedPlace(
    _ run: Range<Int>, on canvas: Canvas
  ) throws(ChartError) -> Place? {
    let (first, last) = (cuts[run.lowerBound].rect, cuts[run.upperBound - 1].rect)
    let texts = run.map(text).filter { !$0.isEmpty }
    let (left, right) = (min(first.x, last.x), max(first.maxX, last.maxX))
    for lines in [[texts.joined(separator: ", ")], texts] {
      if let place = try place(lines, from: left, to: right, besides: [], on: canvas) {
        return place
      }
    }
    return nil
  }

  /// A free place for lines of text to the right or left of what lies between two edges.
  private func place(
    _ lines: [String], from left: Int32, to right: Int32, besides others: [Place],
    on canvas: Canvas
  ) throws(ChartError) -> Place? {
    let scale = 256 * canvas.pixelsPerPoint
    let (left, right) = (Double(left) / scale, Double(right) / scale)
    var widths: [Double] = []
    for line in lines { widths.append(try canvas.text.width(line, style)) }
    let width = widths.max() ?? 0
    let pad = 2.5
    let step = style.height
    let height = style.size + 2 + step * Double(lines.count - 1)
    guard frame.rect.y + height <= frame.rect.maxY else { return nil }
    for isRight in [true, false] {
      let x = isRight ? right + pad : left - pad - width
      guard x >= frame.rect.x && x + width <= frame.rect.maxX else { continue }
      // From its own bar on: beyond a thin neighbour it would be read as that one's.
      let box = canvas.snapped(
        Rect(x: isRight ? right : x - 1, y: frame.rect.y, width: pad + width + 1, height: height))
      let isFree = (bars + taken + others.map(\.box)).allSatisfy { bar in
        bar.x >= box.maxX || bar.maxX <= box.x || bar.y >= box.maxY || bar.maxY <= box.y
      }
      guard isFree else { continue }
      let top = frame.rect.y + 1 + 0.76 * style.size
      return Place(
        box: box,
        lines: lines.indices.map {
          let indent = isRight ? 0 : width - widths[$0]
          return (lines[$0], Point(x: x + indent, y: top + step * Double($0)))
        })
    }
    return nil
  }
}
