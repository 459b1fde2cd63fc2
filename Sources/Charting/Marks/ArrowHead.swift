/// The filled head of an arrow.
enum ArrowHead {
  /// A triangle with a notch, its tip at `tip`.
  ///
  /// - Parameters:
  ///   - direction: a vector of length 1.
  ///   - length: from tip to the ends of the barbs in points.
  static func path(
    tip: Point, direction: Point, length: Double, on canvas: Canvas
  ) -> ScenePath {
    let half = 0.42 * length
    func at(_ back: Double, _ side: Double) -> ScenePoint {
      canvas.fixed(
        Point(
          x: tip.x - back * direction.x - side * direction.y,
          y: tip.y - back * direction.y + side * direction.x))
    }
    return ScenePath(
      points: [at(0, 0), at(length, half), at(0.75 * length, 0), at(length, -half)], closed: true)
  }
}
