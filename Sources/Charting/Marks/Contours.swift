/// A function of two variables as filled regions and lines at true levels, with their numbers.
///
///     let levels = ContourLevels.choose(min: 0, max: 50, count: 8)
///     Contours(grid, levels: levels)
package struct Contours: Mark, Equatable {
  package let grid: ContourGrid
  /// Ascending.
  package let levels: [ContourLevel]
  /// How much paper is mixed into the colours of the regions, 0...1, so that what is drawn over
  /// them stays readable; nil leaves the regions empty.
  package var fade: Double?
  package var hasLabels: Bool

  package init(
    _ grid: ContourGrid, levels: [ContourLevel], fade: Double? = 0.45, hasLabels: Bool = true
  ) {
    self.grid = grid
    self.levels = levels
    self.fade = fade
    self.hasLabels = hasLabels
  }

  package var content: MarkContent { .ground }
  package var isGround: Bool { fade != nil }
  package var xExtent: [Double] { [grid.x[0], grid.x[grid.columns - 1]] }
  package var yExtent: [Double] { [grid.y[0], grid.y[grid.rows - 1]] }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    if let fade { fillRegions(fade: fade, in: frame, on: &canvas) }
    try drawLines(in: frame, on: &canvas)
  }

  // MARK: Regions

  /// The colour from `levels[index - 1]` up to `levels[index]`.
  private func color(_ index: Int, fade: Double, theme: Theme) -> Color {
    let share = levels.isEmpty ? 0.5 : Double(index) / Double(levels.count)
    return theme.magnitudes.color(at: share).mixed(with: theme.paper, share: fade)
  }

  private func fillRegions(fade: Double, in frame: Frame, on canvas: inout Canvas) {
    for region in grid.nestedRegions(at: levels.map(\.value)) {
      let index = levels.count { $0.value <= region.level }
      var elements: [ScenePath.Element] = []
      for ring in region.rings {
        elements +=
          ScenePath(
            points: ring.map { canvas.fixed(frame.point($0.x, $0.y)) }, closed: true
          ).elements
      }
      canvas.fill(ScenePath(elements), color(index, fade: fade, theme: canvas.theme))
    }
  }

  // MARK: Lines

  private func drawLines(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let style = TextStyle(size: canvas.theme.sizes.note)
    var texts: [(string: String, label: PlacedNumber, ink: Ink)] = []
    for (index, level) in levels.enumerated() {
      let width = try canvas.text.width(level.label, style)
      let ink = lineInk(index, theme: canvas.theme)
      for line in grid.lines(at: [level.value]) {
        let onPage = ContourLine(
          level: line.level,
          points: line.points.map { point in
            let place = frame.point(point.x, point.y)
            return ContourPoint(x: place.x, y: place.y)
          }, isClosed: line.isClosed)
        guard onPage.points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { continue }
        var pieces = [onPage]
        if hasLabels, let label = place(width: width, style: style, on: onPage, canvas: canvas) {
          canvas.labelBoard.take(label.box(margin: Point(x: 2, y: 1.6)), for: .contourLevel)
          pieces = onPage.pieces(around: [label.place])
          texts.append((level.label, label, ink))
        }
        for piece in pieces { stroke(piece, ink: ink, in: frame, on: &canvas) }
        canvas.labelBoard.keepOff(PathSamples.along(Self.path(of: onPage), in: frame.rect))
      }
    }
    for text in texts {
      var style = style
      style.ink = text.ink
      try canvas.text(
        text.string, at: text.label.center, style, align: .center, vertical: .middle,
        turn: text.label.isUpright ? .upward : .none)
    }
  }

  /// Ink or paper, whichever is easier to see on the regions of a level.
  private func lineInk(_ index: Int, theme: Theme) -> Ink {
    guard let fade else { return .muted }
    let under = color(index, fade: fade, theme: theme)
    return under.contrast(with: theme.ink) >= under.contrast(with: theme.paper) ? .ink : .paper
  }

  /// A number within a line; where it is upright, the search saw the page with x and y exchanged.
  private struct PlacedNumber {
    var place: ContourLabel
    var isUpright: Bool

    var center: Point {
      isUpright
        ? Point(x: place.center.y, y: place.center.x)
        : Point(x: place.center.x, y: place.center.y)
    }

    /// The least rectangle around the number with some room, on the page.
    func box(margin: Point) -> Rect {
      let (origin, size) = (place.origin, place.size)
      return isUpright
        ? Rect(
          x: origin.y - margin.y, y: origin.x - margin.x, width: size.y + 2 * margin.y,
          height: size.x + 2 * margin.x)
        : Rect(
          x: origin.x - margin.x, y: origin.y - margin.y, width: size.x + 2 * margin.x,
          height: size.y + 2 * margin.y)
    }
  }

  /// Where a line runs level enough for a number, or else steep enough for one that reads upward.
  private func place(
    width: Double, style: TextStyle, on line: ContourLine, canvas: Canvas
  ) -> PlacedNumber? {
    let search = ContourLabelSearch(
      width: width, height: 0.8 * style.size, gap: 2, steepestSlope: 0.6)
    for isUpright in [false, true] {
      var path = line
      if isUpright { path.points = line.points.map { ContourPoint(x: $0.y, y: $0.x) } }
      let found = search.place(on: path) { label in
        let box = PlacedNumber(place: label, isUpright: isUpright).box(margin: Point(x: 3, y: 2))
        return canvas.labelBoard.isFree(box, for: .contourLevel)
          && canvas.labelBoard.cost(box) == 0
      }
      if let found { return PlacedNumber(place: found, isUpright: isUpright) }
    }
    return nil
  }

  private static func path(of line: ContourLine) -> [Point] {
    (line.points + (line.isClosed ? line.points.prefix(1) : [])).map { Point(x: $0.x, y: $0.y) }
  }

  private func stroke(
    _ line: ContourLine, ink: Ink, in frame: Frame, on canvas: inout Canvas
  ) {
    let color = canvas.theme.color(ink).opacity(0.55)
    for piece in clippedLines(Self.path(of: line), to: frame.rect.inset(by: -3)) {
      canvas.stroke(
        ScenePath(points: PolylineReduction.reduced(piece.map { canvas.fixed($0) })), width: 0.6,
        cap: .butt, color)
    }
  }
}
