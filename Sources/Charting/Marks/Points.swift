/// The shape of a point.
package enum Marker: Int, CaseIterable, Equatable, Sendable {
  case circle, square, triangle, diamond, cross, triangleDown
  /// For a place of its own, such as a minimum; no series has it.
  case star

  /// The shape of a series: with colour and dash a third difference.
  package init(series index: Int) {
    let shapes = Marker.allCases.filter { $0 != .star }
    self = shapes[index % shapes.count]
  }

  /// Outline of the marker around a centre; `radius` in points.
  func path(at center: Point, radius: Double, on canvas: Canvas) -> ScenePath {
    func at(_ dx: Double, _ dy: Double) -> ScenePoint {
      canvas.fixed(Point(x: center.x + dx * radius, y: center.y + dy * radius))
    }
    switch self {
    case .circle:
      // Four cubic quarters; 0.5523 keeps the radius within 0.03 %.
      let k = 0.5522847498307936
      return ScenePath([
        .move(at(1, 0)), .curve(at(1, k), at(k, 1), at(0, 1)),
        .curve(at(-k, 1), at(-1, k), at(-1, 0)), .curve(at(-1, -k), at(-k, -1), at(0, -1)),
        .curve(at(k, -1), at(1, -k), at(1, 0)), .close,
      ])
    case .square:
      let s = 0.88
      return ScenePath(points: [at(-s, -s), at(s, -s), at(s, s), at(-s, s)], closed: true)
    case .triangle:
      return ScenePath(
        points: [at(0, -1.15), at(1.05, 0.75), at(-1.05, 0.75)], closed: true)
    case .diamond:
      return ScenePath(points: [at(0, -1.2), at(1.2, 0), at(0, 1.2), at(-1.2, 0)], closed: true)
    case .cross:
      let a = 0.32
      let b = 1.05
      return ScenePath(
        points: [
          at(-a, -b), at(a, -b), at(a, -a), at(b, -a), at(b, a), at(a, a), at(a, b), at(-a, b),
          at(-a, a), at(-b, a), at(-b, -a), at(-a, -a),
        ], closed: true)
    case .triangleDown:
      return ScenePath(
        points: [at(0, 1.15), at(-1.05, -0.75), at(1.05, -0.75)], closed: true)
    case .star:
      // Sines and cosines of multiples of 36 degrees; the inner corners lie on 0.45 of the radius.
      let outer = [
        (0.0, -1.0), (0.9511, -0.309), (0.5878, 0.809), (-0.5878, 0.809), (-0.9511, -0.309),
      ]
      let inner = [
        (0.5878, -0.809), (0.9511, 0.309), (0.0, 1.0), (-0.9511, 0.309), (-0.5878, -0.809),
      ]
      let points = zip(outer, inner).flatMap { tip, notch in
        [at(1.4 * tip.0, 1.4 * tip.1), at(0.63 * notch.0, 0.63 * notch.1)]
      }
      return ScenePath(points: points, closed: true)
    }
  }
}

/// Separate points, of a shape for each series.
///
///     Points(x: rates, y: accuracies, series: Series(0, "trials"))
package struct Points: Mark, Equatable {
  package var x: [Double]
  package var y: [Double]
  package var series: Series
  package var ink: Ink
  package var marker: Marker
  /// Radius in points.
  package var radius: Double
  package var isNamed: Bool
  /// Sets points off from what lies under them by a rim of paper.
  package var hasRim: Bool
  /// Lays paper under the whole of each point, where others of any colour may lie there.
  package var hasBack = false

  package init(
    x: [Double], y: [Double], series: Series, ink: Ink? = nil, marker: Marker? = nil,
    radius: Double = 2.4, isNamed: Bool = true, hasRim: Bool = false, hasBack: Bool = false
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.ink = ink ?? .series(series.index)
    self.marker = marker ?? Marker(series: series.index)
    self.radius = radius
    self.isNamed = isNamed
    self.hasRim = hasRim
    self.hasBack = hasBack
  }

  /// No shape reaches further from its centre.
  package var overhang: Double { 1.4 * radius + (hasRim ? 1 : 0) }
  package var content: MarkContent { .values(series) }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }
  package var legendEntries: [LegendEntry] {
    isNamed
      ? [LegendEntry(name: series.name, ink: ink, swatch: .marker(marker, radius: radius))] : []
  }

  package func obstacles(in frame: Frame) -> [Point] {
    // The centre and the corners of the box around the marker.
    let corners = [(0.0, 0.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)]
    return zip(x, y).flatMap { x, y in
      let center = frame.point(x, y)
      return corners.map {
        Point(x: center.x + $0.0 * radius, y: center.y + $0.1 * radius)
      }
    }
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let color = canvas.theme.color(ink)
    // A point on the edge is drawn whole, one beyond it not at all.
    let room = frame.rect.inset(by: -0.01)
    for (x, y) in zip(x, y) {
      let center = frame.point(x, y)
      guard
        center.x >= room.x && center.x <= room.maxX && center.y >= room.y
          && center.y <= room.maxY
      else { continue }
      let shape = marker.path(at: center, radius: radius, on: canvas)
      if hasRim {
        canvas.stroke(shape, width: 2, join: .round, canvas.theme.paper)
      }
      if hasBack { canvas.fill(shape, canvas.theme.paper) }
      canvas.fill(shape, color)
    }
  }
}
