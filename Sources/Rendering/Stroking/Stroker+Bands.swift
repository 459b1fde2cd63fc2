internal import Charting

/// Long strokes in bands of whole pixels.
///
/// Where two polygons of one stroke meet within a pixel, the edge of the stroke is laid on twice,
/// and shows as a bead. A stretch that never turns back along x or y is therefore cut between
/// pixels: in each band of the page stands the outline of all that reaches into it, cut at the
/// band's edges, so that every pixel belongs to one polygon, the same as without cuts.
extension Stroker {
  /// A stretch of consecutive corners.
  struct Stretch: Equatable {
    var range: ClosedRange<Int>
    /// Along what it never turns back; nil for one that does, and is short.
    var axis: Axis?
  }

  enum Axis { case x, y }

  /// Cuts a line at corners into stretches that never turn back and, between them, pieces of at
  /// most `pieceSegments` segments.
  func stretches(of points: [Point]) -> [Stretch] {
    var result: [Stretch] = []
    let last = points.count - 1
    var start = 0
    while start < last {
      if let run = monotoneRun(from: start, in: points) {
        result.append(run)
        start = run.range.upperBound
        continue
      }
      var end = start
      var length = 0.0
      // Up to where a long run begins.
      while end < last, end - start < Self.pieceSegments, length < Self.pieceLength {
        length += (points[end + 1] - points[end]).squaredLength.squareRoot()
        end += 1
        if turns(at: end, in: points), monotoneRun(from: end, in: points) != nil { break }
      }
      result.append(Stretch(range: start...end, axis: nil))
      start = end
    }
    return result
  }

  /// The longest run from a corner on, where it is long enough to be cut into bands.
  private func monotoneRun(from start: Int, in points: [Point]) -> Stretch? {
    let alongX = endOfRun(from: start, in: points, \.x)
    let alongY = endOfRun(from: start, in: points, \.y)
    let (end, axis): (Int, Axis) = alongX >= alongY ? (alongX, .x) : (alongY, .y)
    guard end - start >= Self.pieceSegments else { return nil }
    return Stretch(range: start...end, axis: axis)
  }

  private func endOfRun(
    from start: Int, in points: [Point], _ coordinate: (Point) -> Double
  ) -> Int {
    var direction = 0.0
    var end = start
    while end + 1 < points.count {
      let step = coordinate(points[end + 1]) - coordinate(points[end])
      if step * direction < 0 { break }
      if step != 0 { direction = step }
      end += 1
    }
    return end
  }

  /// Whether x or y turns back at a corner, so that a run may begin there.
  private func turns(at index: Int, in points: [Point]) -> Bool {
    guard index + 1 < points.count else { return false }
    let (before, after) = (points[index] - points[index - 1], points[index + 1] - points[index])
    return before.x * after.x <= 0 || before.y * after.y <= 0
  }

  /// How far ink lies from the corner or segment that it belongs to, and a pixel for rounding.
  private var bandReach: Double { (pen.join == .miter ? 4 : 1) * pen.halfWidth + 256 }

  /// The outlines of a run in bands across `axis`, each cut at its edges.
  ///
  /// - Parameter lead: corners of the line before the run, no further from it than the first band.
  func bands(
    of run: [Point], after lead: [Point], along axis: Axis, startCap: StrokeStyle.Cap?,
    endCap: StrokeStyle.Cap?, within clip: PixelRect
  ) -> [PolygonSet] {
    let reach = bandReach
    let along = run.map { axis == .x ? $0.x : $0.y }
    let isRising = along[0] <= along[along.count - 1]
    let keys = isRising ? along : along.map { -$0 }
    let edges = [-Double.infinity] + bandEdges(run, keys, reach: reach) + [.infinity]
    var sets: [PolygonSet] = []
    var first = 0
    for (low, high) in zip(edges, edges.dropFirst()) {
      // From the last corner before all that reaches into the band to the first behind it.
      while first + 1 < keys.count, keys[first + 1] < low - reach { first += 1 }
      var last = first
      while last + 1 < keys.count, keys[last] <= high + reach { last += 1 }
      guard last > first else { continue }
      var set = PolygonSet()
      pen.outline(
        Polyline(points: (first == 0 ? lead : []) + run[first...last], isClosed: false),
        startCap: first == 0 ? startCap : .butt, endCap: last == keys.count - 1 ? endCap : .butt,
        into: &set)
      let rect = isRising ? band(low, high, axis, clip) : band(-high, -low, axis, clip)
      set = set.clipped(to: rect)
      if !set.isEmpty { sets.append(set) }
    }
    return sets
  }

  /// Edges between pixels, each behind about `pieceSegments` segments.
  private func bandEdges(_ run: [Point], _ keys: [Double], reach: Double) -> [Double] {
    var edges: [Double] = []
    var (start, length) = (0, 0.0)
    var low = keys[0]
    for index in keys.indices.dropFirst() {
      length += (run[index] - run[index - 1]).squaredLength.squareRoot()
      guard index - start >= Self.pieceSegments || length >= Self.pieceLength,
        // Wide enough that the overlaps of neighbours are the lesser part.
        keys[index] - low >= 4 * reach, keys.count - index >= Self.pieceSegments / 2
      else { continue }
      low = (keys[index] / 256).rounded(.up) * 256
      edges.append(low)
      (start, length) = (index, 0)
    }
    return edges
  }

  private func band(_ low: Double, _ high: Double, _ axis: Axis, _ clip: PixelRect) -> PixelRect {
    var rect = clip
    let (least, most) = axis == .x ? (clip.minX, clip.maxX) : (clip.minY, clip.maxY)
    let from = low > Double(least) * 256 ? Int(low) / 256 : least
    let to = high < Double(most) * 256 ? Int(high) / 256 : most
    switch axis {
    case .x: (rect.minX, rect.maxX) = (from, to)
    case .y: (rect.minY, rect.maxY) = (from, to)
    }
    return rect
  }
}
