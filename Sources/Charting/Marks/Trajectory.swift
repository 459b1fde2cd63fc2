/// The way of an optimizer: a marker at every step, arrow heads that show the direction, a ring
/// where it starts.
///
///     Trajectory(x: path.map(\.x), y: path.map(\.y), series: Series(0, "SGD"), startLabel: "start")
package struct Trajectory: Mark, Equatable {
  package var x: [Double]
  package var y: [Double]
  package var series: Series
  package var ink: Ink
  /// Written beside the first point; empty for none.
  package var startLabel: String
  /// What is said where the way ends in NaN or infinity.
  package var divergence: Divergence?
  package var isNamed: Bool
  /// Whether a wedge at the edge of the panel says where the way leaves it.
  package var marksExits: Bool

  package init(
    x: [Double], y: [Double], series: Series, ink: Ink? = nil, startLabel: String = "",
    divergence: Divergence? = Divergence(), isNamed: Bool = true, marksExits: Bool = false
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.startLabel = startLabel
    self.divergence = divergence
    self.isNamed = isNamed
    self.marksExits = marksExits
  }

  /// Radius of the markers at the steps in points.
  private static let radius = 1.6
  private static let headLength = 6.5
  /// Points of the way between two arrow heads.
  private static let headDistance = 42.0

  package var content: MarkContent { .values(series) }
  package var words: [String] {
    (startLabel.isEmpty || x.first?.isFinite != true ? [] : [startLabel])
      + divergence.words(endOf: zip(x, y).map { $0 + $1 })
  }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }

  package var name: String { series.name }
  package var legendEntries: [LegendEntry] {
    guard isNamed else { return [] }
    var entry = LegendEntry(
      name: series.name, ink: ink, swatch: .line(series: nil, width: nil))
    entry.swatches.append(.marker(Marker(series: series.index), radius: 2.2 * Self.radius))
    return [entry]
  }

  private func places(in frame: Frame) -> [Point] { zip(x, y).map { frame.point($0, $1) } }

  package func obstacles(in frame: Frame) -> [Point] {
    PathSamples.along(places(in: frame), in: frame.rect)
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let width = canvas.theme.sizes.line
    let color = canvas.theme.color(ink)
    let paper = canvas.theme.paper
    let places = places(in: frame)
    let lines = clippedLines(places, to: frame.rect.inset(by: -8)).map { line in
      PolylineReduction.reduced(line.map { canvas.fixed($0) })
    }
    // A rim of paper sets the way off from the colours under it.
    for line in lines { canvas.stroke(ScenePath(points: line), width: width + 1.6, paper) }
    for line in lines {
      canvas.stroke(
        ScenePath(points: line), width: width, color)
    }
    let room = frame.rect.inset(by: -4)
    let marker = Marker(series: series.index)
    let visible = places.filter { contains(room, $0) }
    for (index, place) in visible.enumerated() {
      let isLast = index == visible.count - 1
      canvas.fill(
        marker.path(at: place, radius: isLast ? 2.2 * Self.radius : Self.radius, on: canvas), color)
    }
    for head in heads(along: places) where contains(room, head.tip) {
      canvas.fill(
        ArrowHead.path(
          tip: head.tip, direction: head.direction, length: Self.headLength, on: canvas), color)
    }
    if marksExits {
      for tip in exits(of: places, in: frame.rect) {
        drawExit(at: tip, in: frame.rect, color, on: &canvas)
      }
    }
    if let start = places.first, contains(room, start) {
      let ring = Marker.circle.path(at: start, radius: 2.4 * Self.radius, on: canvas)
      canvas.fill(ring, paper)
      canvas.stroke(ring, width: width, color)
    }
  }

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let places = places(in: frame)
    if let divergence, let index = Divergence.index(in: zip(x, y).map { $0 + $1 }), index > 0,
      places[index - 1].x.isFinite, places[index - 1].y.isFinite
    {
      try DivergenceSign.annotate(
        divergence, at: places[index - 1], ink: ink, in: frame, on: &canvas)
    }
    guard let start = places.first, start.x.isFinite, start.y.isFinite else { return }
    let style = TextStyle(size: canvas.theme.sizes.label, ink: .ink)
    try canvas.label(startLabel, style, as: .place, near: WordPlaces.near) { size in
      WordPlaces.around(start, reach: 3 * Self.radius + 1, size: size, in: frame.rect)
    }
  }

  /// Places at the edge of a panel where the way leaves it, those apart that can be told apart.
  private func exits(of places: [Point], in rect: Rect) -> [Point] {
    var exits: [Point] = []
    for (start, end) in zip(places, places.dropFirst()) {
      guard !contains(rect, end), end.x.isFinite, end.y.isFinite,
        let tip = clippedSegment(from: start, to: end, in: rect)?.1
      else { continue }
      let isApart = exits.allSatisfy { max(abs($0.x - tip.x), abs($0.y - tip.y)) > Self.headLength }
      if isApart { exits.append(tip) }
    }
    return exits
  }

  /// A wedge in the panel whose tip points out of it.
  private func drawExit(
    at tip: Point, in rect: Rect, _ color: Color, on canvas: inout Canvas
  ) {
    let direction: Point
    if tip.y <= rect.y + 0.01 {
      direction = Point(x: 0, y: -1)
    } else if tip.y >= rect.maxY - 0.01 {
      direction = Point(x: 0, y: 1)
    } else {
      direction = Point(x: tip.x <= rect.x + 0.01 ? -1 : 1, y: 0)
    }
    let (length, half) = (1.2 * Self.headLength, 0.6 * Self.headLength)
    func corner(_ back: Double, _ side: Double) -> ScenePoint {
      canvas.fixed(
        Point(
          x: tip.x - back * direction.x - side * direction.y,
          y: tip.y - back * direction.y + side * direction.x))
    }
    let wedge = ScenePath(
      points: [corner(0.5, 0), corner(length, half), corner(length, -half)], closed: true)
    canvas.stroke(wedge, width: 2, canvas.theme.paper)
    canvas.fill(wedge, color)
  }

  private func contains(_ rect: Rect, _ point: Point) -> Bool {
    point.x >= rect.x && point.x <= rect.maxX && point.y >= rect.y && point.y <= rect.maxY
  }

  /// Arrow heads at even distances along the way, in the middle of the step that gets there.
  private func heads(along places: [Point]) -> [(tip: Point, direction: Point)] {
    var heads: [(tip: Point, direction: Point)] = []
    var next = Self.headDistance / 3
    var length = 0.0
    for (start, end) in zip(places, places.dropFirst()) {
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let step = (dx * dx + dy * dy).squareRoot()
      guard step.isFinite, step > 0 else { continue }
      length += step
      guard length >= next else { continue }
      next = length + Self.headDistance
      // A head on a step that is too short for it would hide where the step goes.
      guard step >= Self.headLength else { continue }
      let reach = step / 2 + Self.headLength / 2
      let direction = Point(x: dx / step, y: dy / step)
      heads.append(
        (Point(x: start.x + direction.x * reach, y: start.y + direction.y * reach), direction))
    }
    return heads
  }
}
