/// Clips a polyline to a rectangle in Double, before anything is rounded to pixels.
///
/// A vertex that is not finite ends the line there; the next finite one begins a new line. A part
/// that leaves the rectangle and comes back begins a new line too, with its ends on the border, so
/// that no coordinate can overflow and no slope changes.
///
/// - Source: Liang and Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3(1), 1984.
package func clippedLines(_ points: some Sequence<Point>, to rect: Rect) -> [[Point]] {
  var lines: [[Point]] = []
  var current: [Point] = []
  var previous: Point?

  func finish() {
    if current.count > 1 { lines.append(current) }
    current.removeAll(keepingCapacity: true)
  }

  for point in points {
    guard point.x.isFinite && point.y.isFinite else {
      finish()
      previous = nil
      continue
    }
    defer { previous = point }
    guard let start = previous else { continue }
    guard let (from, to) = clippedSegment(from: start, to: point, in: rect) else {
      finish()
      continue
    }
    if current.last != from {
      finish()
      current.append(from)
    }
    current.append(to)
    if to != point { finish() }
  }
  finish()
  return lines
}

/// The part of a segment that lies in `rect`, or nil where none does.
package func clippedSegment(from start: Point, to end: Point, in rect: Rect) -> (Point, Point)? {
  let dx = end.x - start.x
  let dy = end.y - start.y
  var enter = 0.0
  var leave = 1.0
  let limits = [
    (-dx, start.x - rect.x), (dx, rect.maxX - start.x),
    (-dy, start.y - rect.y), (dy, rect.maxY - start.y),
  ]
  for (direction, room) in limits {
    if direction == 0 {
      if room < 0 { return nil }
    } else if direction < 0 {
      enter = max(enter, room / direction)
    } else {
      leave = min(leave, room / direction)
    }
  }
  guard enter <= leave else { return nil }
  let from = enter == 0 ? start : Point(x: start.x + enter * dx, y: start.y + enter * dy)
  let to = leave == 1 ? end : Point(x: start.x + leave * dx, y: start.y + leave * dy)
  return (from, to)
}
