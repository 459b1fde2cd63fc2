import Charting

/// How two paths differ.
package struct PathChange: Equatable, Sendable, CustomStringConvertible {
  /// Points of each.
  package var counts: (first: Int, second: Int)
  /// Least and greatest x, in pixels, of the points of the first that are not where they were; nil
  /// where only the second has more points.
  package var range: (from: Double, to: Double)?
  /// The largest distance of two points of the same number, in pixels.
  package var largest: Double

  package static func == (a: PathChange, b: PathChange) -> Bool {
    a.counts == b.counts && a.largest == b.largest && a.range?.from == b.range?.from
      && a.range?.to == b.range?.to
  }

  package var description: String {
    var text = "runs otherwise"
    if let range { text += " from x = \(pixels(range.from)) to \(pixels(range.to))" }
    if largest > 0 { text += ", by up to \(pixels(largest))" }
    if counts.first != counts.second {
      text += ", through \(counts.second) points instead of \(counts.first)"
    }
    return text
  }

  /// nil for equal paths.
  init?(_ first: ScenePath, _ second: ScenePath) {
    guard first != second else { return nil }
    let (a, b) = (first.points, second.points)
    counts = (a.count, b.count)
    largest = 0
    var low = Int32.max
    var high = Int32.min
    var differing: [ScenePoint] = []
    for (one, other) in zip(a, b) where one != other {
      let (dx, dy) = (Double(other.x) - Double(one.x), Double(other.y) - Double(one.y))
      largest = max(largest, (dx * dx + dy * dy).squareRoot() / 256)
      differing.append(one)
    }
    if a.count > b.count { differing += a[b.count...] }
    for point in differing { (low, high) = (min(low, point.x), max(high, point.x)) }
    range = low <= high ? (Double(low) / 256, Double(high) / 256) : nil
  }
}
