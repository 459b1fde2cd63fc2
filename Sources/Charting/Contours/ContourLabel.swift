/// A place for a label amid a contour line, in the coordinates of a page.
package struct ContourLabel: Equatable, Sendable {
  /// The middle of the label.
  package let center: ContourPoint
  /// The direction of the text, a vector of length 1 that never points to the left: (1, 0) for text
  /// that reads level.
  package let direction: ContourPoint
  /// The part of the line that the label covers, from the line's start along it; on a ring it may
  /// begin below 0 or end beyond the ring's length.
  package let covered: ClosedRange<Double>
  /// The least rectangle with level sides around the label: its corner of least x and y.
  package let origin: ContourPoint
  /// The width and height of that rectangle.
  package let size: ContourPoint
}

/// The search for places where labels can be read within contour lines.
package struct ContourLabelSearch: Equatable, Sendable {
  /// The label in points.
  package var width: Double
  package var height: Double
  /// The room between the label and the line on either side.
  package var gap: Double
  /// The text stays level, and stands where the line's slope is at most this; nil turns the text
  /// with the line.
  package var steepestSlope: Double?

  package init(width: Double, height: Double, gap: Double = 3, steepestSlope: Double? = nil) {
    self.width = width
    self.height = height
    self.gap = gap
    self.steepestSlope = steepestSlope
  }

  /// A label takes at most this part of a line.
  private static let greatestShare = 0.5
  /// The distance between the ends of the covered part over its length; 1 is a straight line.
  private static let leastStraightness = 0.85
  /// No line is tried at more places.
  private static let greatestTrials = 200

  /// The straightest and most level place on `line` that `accepts` allows; nil where there is none.
  ///
  /// - Parameters:
  ///   - line: a contour in points of the page.
  ///   - accepts: whether the label's rectangle is free and inside the panel; asked in the order of
  ///     merit.
  package func place(
    on line: ContourLine, accepts: (ContourLabel) -> Bool = { _ in true }
  ) -> ContourLabel? {
    let path = ContourPath(line)
    let reach = width + 2 * gap
    guard reach > 0, path.length.isFinite, reach <= path.length * Self.greatestShare else {
      return nil
    }
    // Places a quarter of the label apart; an open line keeps clear of its ends.
    let first = line.isClosed ? 0 : reach / 2
    let room = line.isClosed ? path.length : path.length - reach
    let trials = Int(min(room / (reach / 4), Double(Self.greatestTrials)).rounded(.down)) + 1
    var found: [(label: ContourLabel, merit: Double)] = []
    for trial in 0..<trials {
      let middle = first + room * Double(trial) / Double(trials)
      if let candidate = candidate(on: path, around: middle, reach: reach) {
        found.append(candidate)
      }
    }
    let order = found.indices.sorted { a, b in
      found[a].merit != found[b].merit ? found[a].merit > found[b].merit : a < b
    }
    return order.lazy.map { found[$0].label }.first(where: accepts)
  }

  private func candidate(
    on path: ContourPath, around middle: Double, reach: Double
  ) -> (label: ContourLabel, merit: Double)? {
    let start = path.point(at: middle - reach / 2)
    let end = path.point(at: middle + reach / 2)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let chord = (dx * dx + dy * dy).squareRoot()
    guard chord >= Self.leastStraightness * reach else { return nil }
    // The sine of the slope: 0 level, 1 upright.
    let slope = abs(dy) / chord
    if let steepestSlope, abs(dy) > steepestSlope * abs(dx) { return nil }
    let sign = dx < 0 ? -1.0 : 1.0
    let isLevel = steepestSlope != nil
    let direction =
      isLevel
      ? ContourPoint(x: 1, y: 0) : ContourPoint(x: sign * dx / chord, y: sign * dy / chord)
    // Between the line's own middle and the chord's, so that a bend passes through the text.
    let onLine = path.point(at: middle)
    let center = ContourPoint(
      x: (onLine.x + (start.x + end.x) / 2) / 2, y: (onLine.y + (start.y + end.y) / 2) / 2)
    let size = ContourPoint(
      x: abs(direction.x) * width + abs(direction.y) * height,
      y: abs(direction.y) * width + abs(direction.x) * height)
    let label = ContourLabel(
      center: center, direction: direction,
      covered: (middle - reach / 2)...(middle + reach / 2),
      origin: ContourPoint(x: center.x - size.x / 2, y: center.y - size.y / 2), size: size)
    // Straight above all, then level, then near the middle of an open line.
    let offCentre = path.isClosed ? 0 : abs(middle / path.length - 0.5)
    return (label, chord / reach - 0.1 * slope - 0.02 * offCentre)
  }
}
