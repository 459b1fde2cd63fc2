import Charting
import Testing

@testable import Rendering

private let page = PixelRect(width: 100, height: 100)

private func outline(
  _ points: [ScenePoint], closed: Bool = false, width: Double = 2, dashes: [Double] = [],
  cap: StrokeStyle.Cap = .butt, join: StrokeStyle.Join = .miter
) -> PolygonSet {
  let style = StrokeStyle(width: px(width), dashes: dashes.map(px), cap: cap, join: join)
  let sets = Stroker(style).polygons(of: ScenePath(points: points, closed: closed), within: page)
  #expect(sets.count <= 1)
  return sets.first ?? PolygonSet()
}

@Suite struct StrokerTests {
  private let straight = [point(10, 20), point(30, 20)]
  private let corner = [point(10, 10), point(30, 10), point(30, 30)]

  @Test("a straight line is a rectangle; a square cap makes it longer")
  func straightLine() {
    #expect(outline(straight).corners == [[[10, 19], [30, 19], [30, 21], [10, 21]]])
    // The corners where the cap begins lie on the same edge; its ends are half a width further.
    let square = outline(straight, cap: .square)
    #expect(abs(square.signedDoubleArea) / 2 == 44)
    #expect(square.corners[0].map { $0[0] }.min() == 9)
    #expect(square.corners[0].map { $0[0] }.max() == 31)
  }

  @Test("round caps add a circle less what 1/32 px of flatness takes away")
  func roundCap() {
    let area = abs(outline(straight, width: 10, cap: .round).signedDoubleArea) / 2
    let circle = 3.14159265 * 25
    #expect(area < 200 + circle)
    #expect(area > 200 + circle - 31.4 / 32)
  }

  @Test("corners are mitred, bevelled or rounded on the outer side")
  func joins() {
    let miter = outline(corner)
    #expect(
      miter.corners == [
        [
          [10, 9], [30, 9], [31, 9], [31, 10], [31, 30], [29, 30], [29, 10], [30, 11], [10, 11],
        ]
      ])
    let bevel = outline(corner, join: .bevel)
    #expect(
      bevel.corners == [
        [[10, 9], [30, 9], [31, 10], [31, 30], [29, 30], [29, 10], [30, 11], [10, 11]]
      ])
    // The round join fills between them; its middle corner lies one width from the corner.
    let round = outline(corner, join: .round)
    #expect(round.winding(x: 30.6 * 256, y: 9.4 * 256) != 0)
    #expect(round.winding(x: 30.8 * 256, y: 9.2 * 256) == 0)
    #expect(bevel.winding(x: 30.6 * 256, y: 9.4 * 256) == 0)
    #expect(miter.winding(x: 30.9 * 256, y: 9.1 * 256) != 0)
  }

  @Test("a miter longer than four half widths becomes a bevel")
  func miterLimit() {
    // The tip lies 1 / sin(θ/2) half widths from the corner: 4 at θ = 28.955 degrees.
    func reach(_ degreesTangent: Double) -> Double {
      let points = [point(10, 50), point(60, 50), point(10, 50 + 50 * degreesTangent)]
      return outline(points, width: 4).corners[0].map { $0[0] }.max() ?? 0
    }
    // tan 29.5 degrees = 0.5658, 1 / sin 14.75 = 3.928; tan 28.5 = 0.5430.
    #expect(reach(0.5658) > 60 + 2 * 3.7)
    #expect(reach(0.5430) < 62.1)
  }

  @Test("a closed line has an outer and an inner ring and no caps")
  func closedLine() {
    let square = [point(10, 10), point(30, 10), point(30, 30), point(10, 30)]
    let set = outline(square, closed: true, cap: .square)
    #expect(set.ends.count == 2)
    #expect(set.winding(x: 20 * 256, y: 20 * 256) == 0)
    #expect(set.winding(x: 9.1 * 256, y: 9.1 * 256) != 0)
    #expect(set.winding(x: 8.9 * 256, y: 20 * 256) == 0)
    #expect(set.winding(x: 10.9 * 256, y: 20 * 256) != 0)
    #expect(set.winding(x: 11.1 * 256, y: 20 * 256) == 0)
    // A last point on the first one changes nothing.
    #expect(outline(square + [square[0]], closed: true, cap: .square) == set)
  }

  @Test("a line without length is a dot, a square or nothing; one without a segment is nothing")
  func dots() {
    let twice = [point(10, 10), point(10, 10)]
    let dot = outline(twice, width: 8, cap: .round)
    let area = abs(dot.signedDoubleArea) / 2
    #expect(area < 50.27 && area > 50.27 - 25.1 / 32)
    let square = outline(twice, width: 8, cap: .square)
    #expect(abs(square.signedDoubleArea) / 2 == 64)
    #expect(square.pixelBounds == PixelRect(around: rect(6, 6, 8, 8)))
    #expect(outline(twice, width: 8, cap: .butt).isEmpty)
    #expect(outline(twice, closed: true, width: 8, cap: .round) == dot)
    #expect(outline([point(10, 10)], width: 8, cap: .round).isEmpty)
    #expect(outline([], width: 8, cap: .round).isEmpty)
  }

  @Test("repeated points and turns back leave no holes and no stray corners")
  func degenerate() {
    #expect(outline([straight[0], straight[0], straight[1], straight[1]]) == outline(straight))
    let back = outline([point(10, 20), point(30, 20), point(20, 20)], width: 4, join: .round)
    #expect(back.winding(x: 31.9 * 256, y: 20.1 * 256) != 0)
    #expect(back.winding(x: 25 * 256, y: 21.5 * 256) != 0)
    let bevel = outline([point(10, 20), point(30, 20), point(20, 20)], width: 4, join: .miter)
    #expect(bevel.winding(x: 30.1 * 256, y: 20.1 * 256) == 0)
  }

  @Test("strokes without width draw nothing")
  func noWidth() {
    #expect(outline(straight, width: 0).isEmpty)
    #expect(outline(straight, width: -3).isEmpty)
  }

  @Test("the inside is what lies within half a width of the line, however it crosses itself")
  func insideByDistance() {
    var scatter = Scatter(seed: 11)
    for trial in 0..<40 {
      let count = 2 + trial % 9
      let closed = trial % 3 == 0 && count > 2
      let width = 0.5 + scatter.next() * 20
      let points = (0..<count).map { _ in point(scatter.next() * 90, scatter.next() * 90) }
      let set = outline(points, closed: closed, width: width, cap: .round, join: .round)
      let half = Double(px(width)) / 2
      var wrong = 0
      for _ in 0..<400 {
        let (x, y) = (scatter.next() * 100 * 256, scatter.next() * 100 * 256)
        let away = distance(fromX: x, y: y, to: points, closed: closed)
        let winding = set.winding(x: x, y: y)
        // Flatness takes away 8/256 px; rounding to the grid moves edges by one more.
        if away < half - 10, winding == 0 { wrong += 1 }
        if away > half + 2, winding != 0 { wrong += 1 }
      }
      #expect(wrong == 0, "trial \(trial)")
    }
  }

  @Test("a wide pen on short segments leaves no holes on the inner side of its turns")
  func shortSegments() {
    var scatter = Scatter(seed: 21)
    for trial in 0..<40 {
      var (x, y) = (50.0, 50.0)
      let points = (0..<12).map { _ in
        x += (scatter.next() - 0.5) * 8
        y += (scatter.next() - 0.5) * 8
        return point(x, y)
      }
      let set = outline(points, width: 14, cap: .butt, join: .round)
      let half = Double(px(14)) / 2
      var wrong = 0
      for (a, b) in zip(points, points.dropFirst()) {
        let (ax, ay, bx, by) = (Double(a.x), Double(a.y), Double(b.x), Double(b.y))
        let length = ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
        for _ in 0..<40 {
          // A place beside the segment, so that no cap is needed to cover it.
          let t = scatter.next()
          let side = (scatter.next() * 2 - 1) * (half - 10)
          let px = ax + (bx - ax) * t + (by - ay) / length * side
          let py = ay + (by - ay) * t - (bx - ax) / length * side
          if set.winding(x: px, y: py) == 0 { wrong += 1 }
        }
      }
      #expect(wrong == 0, "trial \(trial)")
    }
  }

  @Test("all pieces wind the same way, so that none can cut a hole into another")
  func oneOrientation() {
    var scatter = Scatter(seed: 3)
    for join in [StrokeStyle.Join.miter, .bevel, .round] {
      for cap in [StrokeStyle.Cap.butt, .square, .round] {
        let points = (0..<30).map { _ in point(scatter.next() * 40, scatter.next() * 40) }
        let set = outline(points, width: 6, dashes: [], cap: cap, join: join)
        var signs: Set<Int> = []
        for _ in 0..<3000 {
          let winding = set.winding(
            x: scatter.next() * 60 * 256 - 2560, y: scatter.next() * 60 * 256 - 2560)
          signs.insert(winding.signum())
        }
        #expect(signs == [0, 1] || signs == [0, -1])
      }
    }
  }
}
