/// Cuts a line into dashes along its length; the pattern runs on around corners.
struct DashPattern: Sendable {
  /// Lengths of dash, gap, dash, gap and so on in 1/256 pixel.
  private let lengths: [Double]
  private let total: Double

  /// Patterns that repeat within half a pixel cannot be seen and are drawn as a solid line.
  private static let shortestPeriod = 128.0

  /// Nil where `dashes` is empty or too fine to be seen. An odd pattern is taken twice, as in SVG;
  /// a negative length counts as zero.
  init?(_ dashes: [Int32]) {
    let lengths = dashes.map { Double(max($0, 0)) }
    let pattern = lengths.count % 2 == 0 ? lengths : lengths + lengths
    let total = pattern.reduce(0, +)
    guard total >= Self.shortestPeriod else { return nil }
    self.lengths = pattern
    self.total = total
  }

  /// The dashes of a line that is `cleaned`, in order.
  ///
  /// A dash without length keeps one point and its heading. On a closed line a dash that reaches
  /// the end and one that leaves the start are one dash.
  func dashes(of line: Polyline) -> [Polyline] {
    var pen = DashPen(pattern: self, at: line.start)
    let points = line.points
    let count = line.isClosed ? points.count : points.count - 1
    for index in 0..<max(count, 0) {
      let end = points[index + 1 < points.count ? index + 1 : 0]
      pen.walk(Segment(from: points[index], to: end))
    }
    let reachesEnd = pen.finish()
    var dashes = pen.finished
    if line.isClosed, reachesEnd, dashes.count > 1, line.start == 0 {
      let last = dashes.removeLast()
      dashes[0].points.insert(contentsOf: last.points.dropLast(), at: 0)
    }
    return dashes
  }

  /// The entry of the pattern that covers `distance`, and what is left of it there.
  fileprivate func entry(at distance: Double) -> (index: Int, rest: Double) {
    // A pattern may begin with a dash without length, which no offset lies in.
    if distance == 0 { return (0, lengths[0]) }
    var offset = distance - (distance / total).rounded(.down) * total
    for (index, length) in lengths.enumerated() {
      if offset < length { return (index, length - offset) }
      offset -= length
    }
    return (0, lengths[0])
  }

  fileprivate func entry(after index: Int) -> (index: Int, rest: Double) {
    let next = index + 1 < lengths.count ? index + 1 : 0
    return (next, lengths[next])
  }
}

/// A pen that is put down and lifted as the pattern says.
private struct DashPen {
  /// What is left of a dash or gap at a corner counts as nothing below half a step of the grid: a
  /// dash ends there without a join that would stand out by its whole width. Cairo, by which
  /// librsvg and pdftocairo draw, has the same bound (`CAIRO_FIXED_ERROR_DOUBLE`).
  private static let leastRest = 0.5

  let pattern: DashPattern
  /// The entry under the pen and the length that is left of it.
  var entry: (index: Int, rest: Double)
  var dash: Polyline?
  var finished: [Polyline] = []

  init(pattern: DashPattern, at distance: Double) {
    self.pattern = pattern
    entry = pattern.entry(at: distance)
  }

  var isDown: Bool { entry.index % 2 == 0 }

  mutating func walk(_ segment: Segment) {
    if isDown, dash == nil { putDown(at: segment.start, heading: segment.direction) }
    var travelled = 0.0
    while entry.rest <= segment.length - travelled {
      travelled += entry.rest
      let point = segment.start + segment.direction * travelled
      if isDown { lift(at: point) }
      entry = pattern.entry(after: entry.index)
      if isDown { putDown(at: point, heading: segment.direction) }
    }
    entry.rest -= segment.length - travelled
    if entry.rest < Self.leastRest {
      if isDown { lift(at: segment.end) }
      // What comes next is longer by it, so that the phase is kept.
      let rest = entry.rest
      entry = pattern.entry(after: entry.index)
      entry.rest += rest
    } else {
      dash?.points.append(segment.end)
    }
  }

  private mutating func putDown(at point: Point, heading: Point) {
    dash = Polyline(points: [point], isClosed: false, heading: heading)
  }

  private mutating func lift(at point: Point) {
    guard var done = dash else { return }
    done.points.append(point)
    finished.append(done)
    dash = nil
  }

  /// Ends the last dash; true where the line ended within it. A dash with length that would only
  /// begin where the line ends is not drawn; a dot there is.
  mutating func finish() -> Bool {
    guard let dash, dash.points.count > 1 else { return false }
    finished.append(dash)
    return true
  }
}
