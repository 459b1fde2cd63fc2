internal import Charting

/// The tip that draws a line: its outlines are polygons to be filled by the nonzero winding rule.
///
/// The outline of a line is the sum of one rectangle for each segment, one wedge for each join and
/// one shape for each cap, all turning the same way, with the edges that two of them share left
/// out. So the winding number is nowhere negative, and an outline that crosses itself has no holes.
///
/// Round joins and caps are cut by halving the angle between two unit vectors, again and again;
/// the arithmetic is + - * / and sqrt alone, and corners are rounded to the 1/256 pixel grid last.
struct Pen: Sendable {
  /// Half the width of the line in 1/256 pixel.
  let halfWidth: Double
  let cap: StrokeStyle.Cap
  /// How corners are joined; the chords of a curve always meet in a round join.
  let join: StrokeStyle.Join
  /// Cosine of the largest angle that one chord of a round join may span.
  private let chordCosine: Double

  /// How far a chord of a round join may lie from its circle: 1/32 pixel, in 1/256 pixel.
  private static let roundness = 8.0

  init(_ style: StrokeStyle) {
    halfWidth = Double(style.width) / 2
    cap = style.cap
    join = style.join
    // A chord over the angle a lies r (1 - cos(a/2)) from the circle; cos a = 2 cos²(a/2) - 1.
    let half = halfWidth > Self.roundness ? 1 - Self.roundness / halfWidth : 0
    chordCosine = max(2 * half * half - 1, 0)
  }

  /// Adds the outline of a line that is `cleaned`.
  ///
  /// - Parameters:
  ///   - startCap: The cap at the first point of an open line; the pen's own by default.
  ///   - endCap: The cap at the last point of an open line.
  func outline(
    _ line: Polyline, startCap: StrokeStyle.Cap? = nil, endCap: StrokeStyle.Cap? = nil,
    into set: inout PolygonSet
  ) {
    guard line.points.count > 1 else {
      if let point = line.points.first { outlineDot(at: point, heading: line.heading, into: &set) }
      return
    }
    let segments = Segments(line)
    if line.isClosed {
      outlineSide(segments, into: &set)
      set.closeRing()
      outlineSide(segments.reversed, into: &set)
      set.closeRing()
    } else {
      let back = segments.reversed
      outlineSide(segments, into: &set)
      appendCap(endCap ?? cap, at: segments.last, into: &set)
      outlineSide(back, into: &set)
      appendCap(startCap ?? cap, at: back.last, into: &set)
      set.closeRing()
    }
  }

  /// Adds the left side of a line: both ends of each segment, and what joins them.
  private func outlineSide(_ segments: Segments, into set: inout PolygonSet) {
    let list = segments.list
    for (index, segment) in list.enumerated() {
      let offset = segment.normal * halfWidth
      set.appendIfNew((segment.start + offset).onGrid)
      set.appendIfNew((segment.end + offset).onGrid)
      if index + 1 < list.count {
        appendJoin(from: segment, to: list[index + 1], into: &set)
      } else if segments.isClosed {
        appendJoin(from: segment, to: list[0], into: &set)
      }
    }
  }

  private func appendJoin(from a: Segment, to b: Segment, into set: inout PolygonSet) {
    let sine = Point.cross(a.direction, b.direction)
    let cosine = Point.dot(a.direction, b.direction)
    if sine > 0 || (sine == 0 && cosine < 0) {
      appendOuterJoin(from: a, to: b, cosine: cosine, into: &set)
    } else if sine < 0 {
      // On the inner side the way leads through the corner itself. Where both segments are long
      // enough to cover it, the detour changes nothing and is left out.
      let reach = halfWidth * -sine + 1
      if a.length < reach || b.length < reach { set.appendIfNew(a.end.onGrid) }
    }
  }

  private func appendOuterJoin(
    from a: Segment, to b: Segment, cosine: Double, into set: inout PolygonSet
  ) {
    switch a.end.isInCurve ? .round : join {
    case .bevel:
      break
    case .miter:
      // The tip lies 1 / sin(θ/2) half widths from the corner, θ being the angle between the
      // segments; it is drawn up to 4, which is where cos of the turn is -7/8.
      if cosine >= -0.875 {
        let sum = a.normal + b.normal
        set.appendIfNew((a.end + sum * (2 * halfWidth / sum.squaredLength)).onGrid)
      }
    case .round:
      appendFan(at: a.end, from: a.normal, to: b.normal, over: a.direction, into: &set)
    }
  }

  /// Adds the end of a line on the way from its left side to its right.
  private func appendCap(
    _ cap: StrokeStyle.Cap, at segment: Segment, into set: inout PolygonSet
  ) {
    switch cap {
    case .butt:
      break
    case .square:
      let tip = segment.end + segment.direction * halfWidth
      set.appendIfNew((tip + segment.normal * halfWidth).onGrid)
      set.appendIfNew((tip - segment.normal * halfWidth).onGrid)
    case .round:
      appendFan(
        at: segment.end, from: segment.normal, to: -segment.normal, over: segment.direction,
        into: &set)
    }
  }

  /// Adds the corners of an arc strictly between the directions `a` and `b`, which are unit vectors
  /// at most half a turn apart; `middle` is where it bulges when they are opposite.
  private func appendFan(
    at center: Point, from a: Point, to b: Point, over middle: Point, into set: inout PolygonSet
  ) {
    if Point.dot(a, b) >= chordCosine { return }
    let sum = a + b
    let squared = sum.squaredLength
    let half = squared > 1e-6 ? sum * (1 / squared.squareRoot()) : middle
    appendFan(at: center, from: a, to: half, over: middle, into: &set)
    set.appendIfNew((center + half * halfWidth).onGrid)
    appendFan(at: center, from: half, to: b, over: middle, into: &set)
  }

  /// Adds what a line without length leaves: a disc, a square, or nothing.
  private func outlineDot(at center: Point, heading: Point?, into set: inout PolygonSet) {
    let direction = heading ?? Point(x: 1, y: 0)
    let segment = Segment(start: center, direction: direction)
    let back = Segment(start: center, direction: -direction)
    guard cap != .butt else { return }
    appendSides(of: segment, into: &set)
    appendCap(cap, at: segment, into: &set)
    appendSides(of: back, into: &set)
    appendCap(cap, at: back, into: &set)
    set.closeRing()
  }

  private func appendSides(of segment: Segment, into set: inout PolygonSet) {
    set.appendIfNew((segment.start + segment.normal * halfWidth).onGrid)
  }
}

/// One straight stretch of a line.
struct Segment: Sendable {
  let start: Point
  let end: Point
  let length: Double
  /// Unit vector from start to end.
  let direction: Point

  init(from start: Point, to end: Point) {
    self.start = start
    self.end = end
    let way = end - start
    length = way.squaredLength.squareRoot()
    direction = Point(x: way.x / length, y: way.y / length)
  }

  /// A stretch without length.
  init(start: Point, direction: Point) {
    self.start = start
    end = start
    length = 0
    self.direction = direction
  }

  private init(start: Point, end: Point, length: Double, direction: Point) {
    self.start = start
    self.end = end
    self.length = length
    self.direction = direction
  }

  /// Unit vector to the left of the direction, as seen on the page.
  var normal: Point { Point(x: direction.y, y: -direction.x) }

  var reversed: Segment {
    Segment(start: end, end: start, length: length, direction: -direction)
  }
}

/// The segments of a line that is `cleaned`.
private struct Segments {
  var list: [Segment]
  let isClosed: Bool

  init(_ line: Polyline) {
    let points = line.points
    isClosed = line.isClosed
    list = []
    list.reserveCapacity(points.count)
    for index in points.indices.dropFirst() {
      list.append(Segment(from: points[index - 1], to: points[index]))
    }
    if isClosed { list.append(Segment(from: points[points.count - 1], to: points[0])) }
  }

  private init(list: [Segment], isClosed: Bool) {
    self.list = list
    self.isClosed = isClosed
  }

  var last: Segment { list[list.count - 1] }

  /// The same line walked backwards.
  var reversed: Segments {
    Segments(list: list.reversed().map(\.reversed), isClosed: isClosed)
  }
}
