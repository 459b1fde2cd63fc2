import Charting

extension Rect {
  func contains(_ place: Point) -> Bool {
    place.x >= x && place.x <= maxX && place.y >= y && place.y <= maxY
  }

  /// What two share; nil where they share nothing.
  func intersection(_ other: Rect) -> Rect? {
    let (left, top) = (max(x, other.x), max(y, other.y))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard left <= right, top <= bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  var area: Double { width * height }

  /// The least rectangle around points; nil for none.
  init?(around points: some Sequence<Point>) {
    var low: Point?
    var high = Point(x: 0, y: 0)
    for point in points {
      guard let least = low else {
        (low, high) = (point, point)
        continue
      }
      low = Point(x: min(least.x, point.x), y: min(least.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    guard let low else { return nil }
    self.init(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// Distance from a segment.
  func distance(from start: Point, to end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return distance(to: start) }
    let share = min(max(((x - start.x) * dx + (y - start.y) * dy) / squared, 0), 1)
    return distance(to: Point(x: start.x + share * dx, y: start.y + share * dy))
  }
}

/// Filling by nonzero winding.
enum Winding {
  static func contains(_ place: Point, in outlines: [[Point]]) -> Bool {
    var turns = 0
    for outline in outlines {
      guard var start = outline.last else { continue }
      for end in outline {
        defer { start = end }
        guard (start.y <= place.y) != (end.y <= place.y) else { continue }
        let x = start.x + (place.y - start.y) / (end.y - start.y) * (end.x - start.x)
        if x > place.x { turns += end.y > start.y ? 1 : -1 }
      }
    }
    return turns != 0
  }
}

/// A path as polygons and lines.
enum FlatPath {
  /// Pieces of a path in points, curves in `steps` chords: enough for boxes and places, never for
  /// pixels.
  static func lines(of path: ScenePath, unit: Double, isClosed: Bool) -> [[Point]] {
    let steps = 8
    var lines: [[Point]] = []
    var line: [Point] = []
    func place(_ point: ScenePoint) -> Point {
      Point(x: Double(point.x) * unit, y: Double(point.y) * unit)
    }
    func end() {
      if line.count > 1 { lines.append(line) }
      line = []
    }
    for element in path.elements {
      switch element {
      case .move(let point):
        end()
        line = [place(point)]
      case .line(let point): line.append(place(point))
      case .curve(let first, let second, let last):
        guard let start = line.last else { continue }
        let (a, b, c) = (place(first), place(second), place(last))
        for step in 1...steps {
          let t = Double(step) / Double(steps)
          let s = 1 - t
          let (k0, k1, k2, k3) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
          line.append(
            Point(
              x: k0 * start.x + k1 * a.x + k2 * b.x + k3 * c.x,
              y: k0 * start.y + k1 * a.y + k2 * b.y + k3 * c.y))
        }
      case .close:
        if !isClosed, let first = line.first { line.append(first) }
        end()
      }
    }
    end()
    return lines
  }
}
