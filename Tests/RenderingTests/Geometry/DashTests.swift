import Charting
import Testing

@testable import Rendering

private let page = PixelRect(width: 100, height: 100)

private func outline(
  _ points: [ScenePoint], closed: Bool = false, width: Double = 2, dashes: [Double],
  cap: StrokeStyle.Cap = .butt
) -> PolygonSet {
  let style = StrokeStyle(width: px(width), dashes: dashes.map(px), cap: cap, join: .miter)
  let sets = Stroker(style).polygons(of: ScenePath(points: points, closed: closed), within: page)
  return sets.first ?? PolygonSet()
}

/// From where to where each ring reaches in x.
private func extents(_ set: PolygonSet) -> [[Double]] {
  set.corners.map { ring in
    let x = ring.map { $0[0] }
    return [x.min() ?? 0, x.max() ?? 0]
  }
}

@Suite struct DashTests {
  private let straight = [point(10, 20), point(30, 20)]

  @Test("dashes and gaps follow each other; the last dash ends with the line")
  func pattern() {
    #expect(
      extents(outline(straight, dashes: [4, 2])) == [[10, 14], [16, 20], [22, 26], [28, 30]])
    #expect(
      extents(outline(straight, dashes: [4, 2, 1, 3])) == [
        [10, 14], [16, 17], [20, 24], [26, 27],
      ])
    // The second pattern would begin a dash where the line ends.
    #expect(extents(outline(straight, dashes: [15, 5])) == [[10, 25]])
  }

  @Test("an odd pattern is taken twice, a negative length is none")
  func oddPattern() {
    #expect(extents(outline(straight, dashes: [3])) == extents(outline(straight, dashes: [3, 3])))
    #expect(
      outline(straight, dashes: [4, 2, 3]) == outline(straight, dashes: [4, 2, 3, 4, 2, 3]))
    #expect(outline(straight, dashes: [4, -2]) == outline(straight, dashes: [4, 0]))
  }

  @Test("a pattern that nobody could see is a solid line")
  func finePattern() {
    let solid = outline(straight, dashes: [])
    #expect(outline(straight, dashes: [0, 0]) == solid)
    #expect(outline(straight, dashes: [0.25, 0.125]) == solid)
    #expect(outline(straight, dashes: [-4, 0]) == solid)
  }

  @Test("the pattern runs on around a corner, where a dash is joined")
  func corner() {
    // 20 px to the corner: the dash that begins after 16 px goes 4 px around it.
    let set = outline([point(10, 20), point(30, 20), point(30, 40)], dashes: [8, 8])
    #expect(set.corners.count == 3)
    #expect(set.corners[1].map { $0[0] }.min() == 26)
    #expect(set.corners[1].map { $0[1] }.max() == 24)
    #expect(set.winding(x: 30.9 * 256, y: 19.1 * 256) != 0)
    #expect(set.corners[2].map { $0[1] }.min() == 32)
    #expect(set.corners[2].map { $0[1] }.max() == 40)
  }

  @Test("less than half a step of the grid of a dash or gap at a corner counts as nothing")
  func endAtCorner() throws {
    /// The corners of each dash, in units from where two legs meet, the first of (3000, `rise`) and
    /// the second of (1800, 2400) units, by a pattern whose first entries take the first leg in
    /// whole units, rounded up; and what is left of them there.
    func bent(rise: Int32, dash: Int32? = nil) throws -> (rings: [[[Double]]], rest: Double) {
      let corner = ScenePoint(x: 5120 + 3000, y: 5120 + rise)
      let length = (9e6 + Double(rise * rise)).squareRoot()
      let whole = Int32(length.rounded(.up))
      let dashes: [Int32] = if let dash { [dash, whole - dash] } else { [whole, 640] }
      let style = StrokeStyle(width: 8, dashes: dashes, cap: .butt, join: .round)
      let path = ScenePath(points: [
        point(20, 20), corner, ScenePoint(x: corner.x + 1800, y: corner.y + 2400),
      ])
      let set = try #require(Stroker(style).polygons(of: path, within: page).first)
      let rings = set.corners.map { ring in
        ring.map { [$0[0] * 256 - Double(corner.x), $0[1] * 256 - Double(corner.y)] }
      }
      return (rings, Double(whole) - length)
    }

    // 3161.65 units: 0.35 are left.
    let short = try bent(rise: 998)
    #expect(short.rest > 0.3 && short.rest < 0.5)
    #expect(short.rings[0].count == 4)
    // 3160.39 units: 0.61 are left, which are drawn with their join.
    let long = try bent(rise: 994)
    #expect(long.rest > 0.5 && long.rest < 0.7)
    #expect(long.rings[0].count > 4)
    // Of a gap 0.35 units are left: the next dash begins on the corner, half its width of 4 beside
    // it at (-3.2, 2.4), and not at (-3, 2.7).
    let gap = try bent(rise: 998, dash: 1000)
    #expect(gap.rings[1].contains([-3, 2]))
  }

  @Test("what is left of a dash or gap at a corner lengthens the next one: the phase is kept")
  func phaseAtCorners() throws {
    // Eight legs of 3162.91 units each, by turns a dash of 3163 and a gap: at each corner 0.09 more
    // are left, after the seventh leg 0.63, which are drawn with their join.
    let zigzag = (0...8).map { ScenePoint(x: 512 + 3000 * $0, y: 5120 + 1002 * ($0 % 2)) }
    let style = StrokeStyle(width: 512, dashes: [3163, 3163], cap: .butt, join: .round)
    let sets = Stroker(style).polygons(of: ScenePath(points: zigzag), within: page)
    let counts = try #require(sets.first).corners.map(\.count)
    #expect(counts.dropLast() == [4, 4, 4])
    #expect((counts.last ?? 0) > 4)
  }

  @Test(
    "a dash without length is a dot with round caps, and a tile along the line with square ones")
  func dots() {
    let dots = outline(straight, width: 4, dashes: [0, 5], cap: .round)
    #expect(extents(dots) == [[8, 12], [13, 17], [18, 22], [23, 27], [28, 32]])
    #expect(outline(straight, width: 4, dashes: [0, 5], cap: .butt).isEmpty)
    // Along a line of 45 degrees the tile stands on its corner: 2 √2 = 2.83 px to each side.
    let tile = outline([point(20, 20), point(50, 50)], width: 4, dashes: [0, 99], cap: .square)
    #expect(extents(tile).count == 1)
    #expect(abs(extents(tile)[0][0] - 17.17) < 0.01)
  }

  @Test("on a closed line a dash goes on across the start")
  func closedLine() {
    // 80 px around; dashes from 0 to 12, 20 to 32, ... , the last from 60 to 72.
    let square = [point(10, 10), point(30, 10), point(30, 30), point(10, 30)]
    #expect(outline(square, closed: true, dashes: [12, 8]).ends.count == 4)
    // From 72 to 80 and on from 0 to 18: one dash around the first corner, with its join.
    let joined = outline(square, closed: true, dashes: [18, 18])
    #expect(joined.ends.count == 2)
    #expect(joined.winding(x: 9.1 * 256, y: 9.1 * 256) != 0)
    #expect(joined.winding(x: 10 * 256, y: 17.5 * 256) != 0)
    #expect(joined.winding(x: 10 * 256, y: 18.5 * 256) == 0)
  }

  @Test("the phase counts what is clipped away before the page")
  func phaseOutside() {
    // 1,000,003 px before x = 0 are 7 * 142857 + 4: four units into the pattern at the edge.
    let far = outline([point(-1_000_003, 20), point(100, 20)], dashes: [5, 2])
    let near = outline([point(-4, 20), point(100, 20)], dashes: [5, 2])
    for x in stride(from: 0.5, to: 100, by: 1) {
      let (a, b) = (far.winding(x: x * 256, y: 5120), near.winding(x: x * 256, y: 5120))
      #expect((a == 0) == (b == 0), "at \(x)")
    }
  }

  @Test("a long dashed line far off the page makes no more dashes than the page can show")
  func bounded() {
    let style = StrokeStyle(width: px(1), dashes: [px(1), px(1)], cap: .butt)
    let line = ScenePath(points: [point(-8_000_000, 5), point(8_000_000, 6)])
    let sets = Stroker(style).polygons(of: line, within: page)
    #expect(sets.reduce(0) { $0 + $1.ends.count } < 80)
  }
}
