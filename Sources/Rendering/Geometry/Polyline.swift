internal import Charting

/// A connected line of straight segments in 1/256 pixel.
struct Polyline: Equatable, Sendable {
  /// Corners in order; neighbours differ once the line is `cleaned`.
  var points: [Point]
  /// Whether a segment leads from the last corner back to the first.
  var isClosed: Bool
  /// Length along the whole line at which this part of it begins, for the phase of its dashes.
  var start: Double = 0
  /// Direction of a dash without length, a unit vector; nil for a line that never had one.
  var heading: Point?

  /// Corners nearer to each other than this, in x and in y, are one.
  private static let closeness = 0.25

  /// The line without corners that repeat the one before.
  var cleaned: Polyline {
    var result = self
    result.points.removeAll(keepingCapacity: true)
    for point in points where result.points.last.map({ !Self.areOne($0, point) }) ?? true {
      result.points.append(point)
    }
    while isClosed, result.points.count > 1, Self.areOne(result.points[0], result.points.last) {
      result.points.removeLast()
    }
    return result
  }

  private static func areOne(_ a: Point, _ b: Point?) -> Bool {
    guard let b else { return false }
    return abs(a.x - b.x) < closeness && abs(a.y - b.y) < closeness
  }
}

extension ScenePath {
  /// The path as straight lines, one for each subpath that has a segment.
  ///
  /// A line or curve without a move before it begins where the last subpath began, or at its own
  /// end where there was none.
  var polylines: [Polyline] {
    var lines: [Polyline] = []
    var points: [Point] = []
    var start: Point?

    func finish(closed: Bool) {
      if points.count > 1 || (closed && !points.isEmpty) {
        lines.append(Polyline(points: points, isClosed: closed))
      }
      points.removeAll()
    }

    /// Where the pen stands; `fallback` where nothing was drawn yet.
    func pen(else fallback: Point) -> Point {
      if let last = points.last { return last }
      let origin = start ?? fallback
      points.append(origin)
      start = origin
      return origin
    }

    for element in elements {
      switch element {
      case .move(let point):
        finish(closed: false)
        points.append(Point(point))
        start = Point(point)
      case .line(let point):
        _ = pen(else: Point(point))
        points.append(Point(point))
      case .curve(let first, let second, let end):
        let origin = pen(else: Point(end))
        CurveFlattening.appendCubic(
          from: origin, Point(first), Point(second), to: Point(end), into: &points)
      case .close:
        finish(closed: true)
      }
    }
    finish(closed: false)
    return lines
  }
}
