extension Polyline {
  /// The parts of the line inside a rectangle, each knowing how far along the line it begins.
  ///
  /// A segment that lies inside keeps its very coordinates. The line must be `cleaned`. Lengths are
  /// summed only when `measured`, for dashes.
  ///
  /// - Parameter box: Edges in 1/256 pixel. They must lie so far outside of what is seen that the
  ///   ends which the cut leaves cannot be seen.
  func clipped(
    to box: (minX: Double, minY: Double, maxX: Double, maxY: Double), measured: Bool
  ) -> [Polyline] {
    let isInside = points.allSatisfy {
      $0.x >= box.minX && $0.x <= box.maxX && $0.y >= box.minY && $0.y <= box.maxY
    }
    if isInside { return [self] }

    var parts: [Polyline] = []
    var part: Polyline?
    var travelled = start
    let count = isClosed ? points.count : points.count - 1
    for index in 0..<max(count, 0) {
      let a = points[index]
      let b = points[index + 1 < points.count ? index + 1 : 0]
      let length = measured ? (b - a).squaredLength.squareRoot() : 0
      if let (from, to) = Self.clip(a, b, to: box) {
        if part == nil || from > 0 {
          if let part { parts.append(part) }
          let first = from > 0 ? a + (b - a) * from : a
          part = Polyline(points: [first], isClosed: false, start: travelled + length * from)
        }
        part?.points.append(to < 1 ? a + (b - a) * to : b)
      }
      if let whole = part, whole.points.last != b {
        parts.append(whole)
        part = nil
      }
      travelled += length
    }
    if let part { parts.append(part) }
    joinAcrossStart(&parts, isDashed: measured)
    return parts.map(\.cleaned)
  }

  /// A closed line is joined where it began, unless a dash pattern begins anew there.
  private func joinAcrossStart(_ parts: inout [Polyline], isDashed: Bool) {
    guard isClosed, !isDashed, parts.count > 1, let origin = points.first,
      parts[0].points.first == origin, let last = parts.last, last.points.last == origin
    else { return }
    parts[0].points.insert(contentsOf: last.points.dropLast(), at: 0)
    parts.removeLast()
  }

  /// The share of the segment from `a` to `b` inside the box as two parameters, or nil for none.
  ///
  /// Source: Liang and Barsky, "A new concept and method for line clipping", 1984.
  private static func clip(
    _ a: Point, _ b: Point, to box: (minX: Double, minY: Double, maxX: Double, maxY: Double)
  ) -> (from: Double, to: Double)? {
    let way = b - a
    var from = 0.0
    var to = 1.0
    for (step, room) in [
      (-way.x, a.x - box.minX), (way.x, box.maxX - a.x),
      (-way.y, a.y - box.minY), (way.y, box.maxY - a.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        from = max(from, room / step)
      } else {
        to = min(to, room / step)
      }
    }
    return from <= to ? (from, to) : nil
  }
}
