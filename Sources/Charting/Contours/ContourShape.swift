/// Small repairs to the points of lines and rings.
enum ContourShape {
  /// Leaves out points that equal the one before them; in a ring the last counts as before the
  /// first.
  static func withoutRepeats(_ points: [ContourPoint], isClosed: Bool) -> [ContourPoint] {
    var kept: [ContourPoint] = []
    kept.reserveCapacity(points.count)
    for point in points where point != kept.last { kept.append(point) }
    while isClosed && kept.count > 1 && kept.last == kept.first { kept.removeLast() }
    return kept
  }

  /// Leaves out, of a ring, repeats and points amid a straight run along a row or column.
  static func withoutStraightPoints(_ ring: [ContourPoint]) -> [ContourPoint] {
    let points = withoutRepeats(ring, isClosed: true)
    guard points.count > 2 else { return [] }
    return points.indices.filter { index in
      let before = points[(index + points.count - 1) % points.count]
      let after = points[(index + 1) % points.count]
      let point = points[index]
      let isAlongColumn = before.x == point.x && point.x == after.x
      let isAlongRow = before.y == point.y && point.y == after.y
      return !isAlongColumn && !isAlongRow
    }.map { points[$0] }
  }
}
