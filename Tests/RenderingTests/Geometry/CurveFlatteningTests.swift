import Charting
import Testing

@testable import Rendering

@Suite struct CurveFlatteningTests {
  /// A point of a Bézier curve of any degree by de Casteljau's construction.
  private func bezier(_ controls: [Point], at t: Double) -> Point {
    var points = controls
    while points.count > 1 {
      points = zip(points, points.dropFirst()).map { $0 * (1 - t) + $1 * t }
    }
    return points[0]
  }

  private func distance(_ p: Point, to line: [Point]) -> Double {
    var best = Double.infinity
    for (a, b) in zip(line, line.dropFirst()) {
      let way = b - a
      let t = way.squaredLength > 0 ? Point.dot(p - a, way) / way.squaredLength : 0
      best = min(best, (p - a - way * min(max(t, 0), 1)).squaredLength)
    }
    return best.squareRoot()
  }

  @Test("no chord lies further from its curve than the tolerance")
  func tolerance() {
    var scatter = Scatter(seed: 2)
    for trial in 0..<60 {
      let size = [50.0, 5_000, 200_000][trial % 3]
      let controls = (0..<4).map { _ in
        Point(x: scatter.next() * size, y: scatter.next() * size)
      }
      var cubic = [controls[0]]
      CurveFlattening.appendCubic(
        from: controls[0], controls[1], controls[2], to: controls[3], into: &cubic)
      var quadratic = [controls[0]]
      CurveFlattening.appendQuadratic(
        from: controls[0], controls[1], to: controls[2], tolerance: 8, into: &quadratic)
      #expect(cubic.last == controls[3])
      #expect(quadratic.last == controls[2])

      var worst = (cubic: 0.0, quadratic: 0.0)
      for step in 0...500 {
        let t = Double(step) / 500
        worst.cubic = max(worst.cubic, distance(bezier(controls, at: t), to: cubic))
        worst.quadratic = max(
          worst.quadratic, distance(bezier(Array(controls[..<3]), at: t), to: quadratic))
      }
      #expect(worst.cubic <= 16)
      #expect(worst.quadratic <= 8)
    }
  }

  @Test("a straight curve is one chord; one of any size ends")
  func extremes() {
    var line: [Point] = []
    CurveFlattening.appendCubic(
      from: Point(x: 0, y: 0), Point(x: 100, y: 50), Point(x: 200, y: 100),
      to: Point(x: 300, y: 150), into: &line)
    #expect(line == [Point(x: 300, y: 150)])
    var huge: [Point] = []
    CurveFlattening.appendCubic(
      from: Point(x: -2e9, y: 2e9), Point(x: 2e9, y: -2e9), Point(x: -2e9, y: -2e9),
      to: Point(x: 2e9, y: 2e9), into: &huge)
    #expect(huge.count == CurveFlattening.mostPieces)
  }

  @Test("chords of a curve meet roundly, whatever joins its corners")
  func tightCurve() {
    // The curve turns by almost half a circle within a pixel; a mitre would reach far to the right.
    let path = ScenePath([
      .move(point(10, 50)), .curve(point(65, 50), point(65, 50.5), point(10, 50.5)),
    ])
    let style = StrokeStyle(width: px(10), cap: .butt, join: .miter)
    let set = Stroker(style).polygons(of: path, within: PixelRect(width: 100, height: 100))[0]
    let right = set.corners[0].map { $0[0] }.max() ?? 0
    #expect(right < 57 && right > 50)
  }
}
