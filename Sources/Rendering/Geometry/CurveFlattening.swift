/// Turns curves into chords by a fixed rule, so that every machine draws the same polygon.
///
/// A Bézier curve of degree d is cut into `ceil(sqrt(d(d-1)/8 * M / tolerance))` pieces of equal
/// parameter, M being the largest second difference of its control points. No chord is then further
/// from the curve than the tolerance.
///
/// Source: Wang, Shih and Chang, "Some inequalities on Bézier curves and B-spline curves"; the
/// formula is given by Goldman, "Pyramid Algorithms", 2003. Arithmetic is + - * / and sqrt on
/// Double, which IEEE 754 rounds the same everywhere.
enum CurveFlattening {
  /// How far a chord may lie from its curve: 1/16 pixel, in 1/256 pixel.
  static let tolerance = 16.0
  /// Pieces above which no curve is cut, however large it is.
  static let mostPieces = 1024

  /// Appends the ends of the chords of a cubic curve, without its start.
  static func appendCubic(
    from p0: Point, _ p1: Point, _ p2: Point, to p3: Point, tolerance: Double = tolerance,
    into points: inout [Point]
  ) {
    let bend = max((p0 - p1 * 2 + p2).squaredLength, (p1 - p2 * 2 + p3).squaredLength)
    let count = pieces(0.75 * bend.squareRoot() / tolerance)
    // Power basis: p0 + t (c + t (b + t a)).
    let c = (p1 - p0) * 3
    let b = (p2 - p1) * 3 - c
    let a = p3 - p0 - c - b
    for index in 1..<max(count, 1) {
      let t = Double(index) / Double(count)
      var point = p0 + (c + (b + a * t) * t) * t
      point.isInCurve = true
      points.append(point)
    }
    points.append(p3)
  }

  /// Appends the ends of the chords of a quadratic curve, without its start.
  static func appendQuadratic(
    from p0: Point, _ p1: Point, to p2: Point, tolerance: Double = tolerance,
    into points: inout [Point]
  ) {
    let bend = (p0 - p1 * 2 + p2).squaredLength.squareRoot()
    let count = pieces(0.25 * bend / tolerance)
    let b = (p1 - p0) * 2
    let a = p2 - p0 - b
    for index in 1..<max(count, 1) {
      let t = Double(index) / Double(count)
      var point = p0 + (b + a * t) * t
      point.isInCurve = true
      points.append(point)
    }
    points.append(p2)
  }

  private static func pieces(_ squaredCount: Double) -> Int {
    // Compared before conversion, so that infinity and NaN cannot trap.
    guard squaredCount > 1 else { return 1 }
    guard squaredCount < Double(mostPieces * mostPieces) else { return mostPieces }
    let count = Int(squaredCount.squareRoot())
    return Double(count) * Double(count) < squaredCount ? count + 1 : count
  }
}
