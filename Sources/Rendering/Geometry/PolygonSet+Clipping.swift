internal import Charting

extension PolygonSet {
  /// What of the rings lies inside `rect`.
  ///
  /// Cairo keeps coordinates in 24.8 fixed point, where a far corner would wrap around, and its own
  /// clipping is then never needed. Edges of `rect` are pixel boundaries, so that cutting there
  /// changes the coverage of no pixel inside. Rings are cut by Sutherland and Hodgman's method
  /// ("Reentrant polygon clipping", CACM 1974) along one edge after the other: windings inside
  /// `rect` stay what they were, and the pieces that run along its edges enclose nothing.
  func clipped(to rect: PixelRect) -> PolygonSet {
    guard let bounds = pixelBounds, !rect.isEmpty else { return PolygonSet() }
    if bounds.intersection(rect) == bounds { return self }
    if bounds.intersection(rect).isEmpty { return PolygonSet() }

    var result = PolygonSet()
    let edges = [
      Edge(axis: .x, limit: Int32(rect.minX * 256), keepsAbove: true),
      Edge(axis: .x, limit: Int32(rect.maxX * 256), keepsAbove: false),
      Edge(axis: .y, limit: Int32(rect.minY * 256), keepsAbove: true),
      Edge(axis: .y, limit: Int32(rect.maxY * 256), keepsAbove: false),
    ]
    var ring: [ScenePoint] = []
    var cut: [ScenePoint] = []
    for range in rings {
      ring.removeAll(keepingCapacity: true)
      ring.append(contentsOf: vertices[range])
      for edge in edges {
        edge.cut(ring, into: &cut)
        swap(&ring, &cut)
      }
      for vertex in ring { result.appendIfNew(vertex) }
      result.closeRing()
    }
    return result
  }
}

/// One side of the clip rectangle.
private struct Edge {
  enum Axis { case x, y }

  let axis: Axis
  let limit: Int32
  let keepsAbove: Bool

  func cut(_ ring: [ScenePoint], into result: inout [ScenePoint]) {
    result.removeAll(keepingCapacity: true)
    guard var previous = ring.last else { return }
    var previousInside = isInside(previous)
    for vertex in ring {
      let inside = isInside(vertex)
      if inside != previousInside { result.append(crossing(previous, vertex)) }
      if inside { result.append(vertex) }
      previous = vertex
      previousInside = inside
    }
  }

  private func isInside(_ point: ScenePoint) -> Bool {
    let value = axis == .x ? point.x : point.y
    return keepsAbove ? value >= limit : value <= limit
  }

  /// Where the segment meets the edge; the same point for both directions of the segment, so that
  /// edges that two rings share still cancel.
  private func crossing(_ a: ScenePoint, _ b: ScenePoint) -> ScenePoint {
    let isOrdered = (a.x, a.y) < (b.x, b.y)
    let (p, q) = isOrdered ? (Point(a), Point(b)) : (Point(b), Point(a))
    let line = Double(limit)
    switch axis {
    case .x:
      return Point(x: line, y: p.y + (q.y - p.y) * ((line - p.x) / (q.x - p.x))).onGrid
    case .y:
      return Point(x: p.x + (q.x - p.x) * ((line - p.y) / (q.y - p.y)), y: line).onGrid
    }
  }
}
