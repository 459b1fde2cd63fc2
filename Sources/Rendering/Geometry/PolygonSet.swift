internal import Charting

/// Closed rings on the 1/256 pixel grid that are filled together by the nonzero winding rule.
struct PolygonSet: Equatable, Sendable {
  /// The corners of all rings, one ring after the other.
  private(set) var vertices: [ScenePoint] = []
  /// For each ring the index after its last corner.
  private(set) var ends: [Int] = []

  var isEmpty: Bool { ends.isEmpty }

  /// Adds a corner to the ring that is being drawn.
  mutating func append(_ vertex: ScenePoint) {
    vertices.append(vertex)
  }

  /// Adds a corner unless it repeats the one before.
  mutating func appendIfNew(_ vertex: ScenePoint) {
    if vertices.count > (ends.last ?? 0), vertices[vertices.count - 1] == vertex { return }
    vertices.append(vertex)
  }

  /// Ends the ring; one of fewer than three corners has no inside and is dropped.
  mutating func closeRing() {
    let start = ends.last ?? 0
    if vertices.count - start < 3 {
      vertices.removeSubrange(start...)
    } else {
      ends.append(vertices.count)
    }
  }

  mutating func append(_ other: PolygonSet) {
    let offset = vertices.count
    vertices.append(contentsOf: other.vertices)
    for end in other.ends { ends.append(end + offset) }
  }

  /// Adds the rings of `other`, moved by `offset`.
  mutating func append(_ other: PolygonSet, movedBy offset: ScenePoint) {
    let base = vertices.count
    for vertex in other.vertices {
      vertices.append(ScenePoint(x: vertex.x &+ offset.x, y: vertex.y &+ offset.y))
    }
    for end in other.ends { ends.append(end + base) }
  }

  /// The rings as ranges of `vertices`.
  var rings: [Range<Int>] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return start..<end
    }
  }

  /// The smallest rectangle of whole pixels around all corners; nil for no corners.
  var pixelBounds: PixelRect? {
    guard let first = vertices.first else { return nil }
    var (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
    for vertex in vertices {
      minX = min(minX, vertex.x)
      minY = min(minY, vertex.y)
      maxX = max(maxX, vertex.x)
      maxY = max(maxY, vertex.y)
    }
    var bounds = PixelRect(width: 0, height: 0)
    bounds.minX = Int(minX) >> 8
    bounds.minY = Int(minY) >> 8
    bounds.maxX = (Int(maxX) + 255) >> 8
    bounds.maxY = (Int(maxY) + 255) >> 8
    return bounds
  }
}

extension PolygonSet {
  /// The inside of a path; open subpaths are closed.
  init(filling path: ScenePath) {
    for line in path.polylines {
      for point in line.points { appendIfNew(point.onGrid) }
      closeRing()
    }
  }

  /// Rectangles; those without area are left out.
  init(_ rectangles: [SceneRect]) {
    for rect in rectangles where rect.width > 0 && rect.height > 0 {
      let right = Int32(clamping: Int(rect.x) + Int(rect.width))
      let bottom = Int32(clamping: Int(rect.y) + Int(rect.height))
      append(ScenePoint(x: rect.x, y: rect.y))
      append(ScenePoint(x: right, y: rect.y))
      append(ScenePoint(x: right, y: bottom))
      append(ScenePoint(x: rect.x, y: bottom))
      closeRing()
    }
  }
}
