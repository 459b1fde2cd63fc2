internal import Charting

/// A point or a vector of the plane in 1/256 pixel, before it is rounded to the grid.
struct Point: Equatable, Sendable {
  var x: Double
  var y: Double
  /// Whether it lies inside a curve, where a stroke bends and has no corner to join.
  var isInCurve = false

  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  init(_ point: ScenePoint) {
    self.init(x: Double(point.x), y: Double(point.y))
  }

  /// The nearest point of the 1/256 pixel grid; ties go away from zero.
  ///
  /// Values beyond the range of the grid, which no clipped outline has, stop at its ends.
  var onGrid: ScenePoint { ScenePoint(x: Self.onGrid(x), y: Self.onGrid(y)) }

  private static func onGrid(_ value: Double) -> Int32 {
    let limit = Double(Int32.max)
    guard value > -limit else { return -Int32.max }
    guard value < limit else { return Int32.max }
    return Int32(value < 0 ? value - 0.5 : value + 0.5)
  }

  var squaredLength: Double { x * x + y * y }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }
  static prefix func - (a: Point) -> Point { Point(x: -a.x, y: -a.y) }

  static func dot(_ a: Point, _ b: Point) -> Double { a.x * b.x + a.y * b.y }
  /// Positive where `b` lies clockwise of `a` on the page (y points down).
  static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}
