import Charting
import Foundation
import Testing

@testable import Rendering

@Suite struct LongStrokeTests {
  /// A line that crosses itself and its neighbours all the time.
  private func tangle(_ count: Int) -> ScenePath {
    var scatter = Scatter(seed: 8)
    return ScenePath(
      points: (0..<count).map { _ in point(scatter.next() * 60, scatter.next() * 60) })
  }

  @Test("a translucent stroke is nowhere laid on twice, in one piece or in many")
  func evenAlpha() throws {
    for count in [100, 3000] {
      let style = StrokeStyle(width: px(5))
      let pieces = Stroker(style).polygons(
        of: tangle(count), within: PixelRect(width: 60, height: 60))
      #expect(pieces.count == 1 || count == 3000)
      let node = SceneNode.stroke(tangle(count), style, .black.alpha(51))
      let page = try Scene(60, 60, [node]).bitmap()
      let levels = (0..<60).flatMap { page.row($0) }
      #expect(levels.min() == 204)
    }
  }

  @Test("several threads draw what one draws, in the same order", arguments: [2, 7])
  func threads(count: Int) throws {
    let colors = [Color.black.alpha(90), Color(red: 200, green: 40, blue: 0).alpha(120), .black]
    var nodes: [SceneNode] = []
    for (index, length) in [3000, 600, 40, 1200, 2000, 900, 700].enumerated() {
      let stroke = SceneNode.stroke(
        tangle(length), StrokeStyle(width: px(1.5)), colors[index % colors.count])
      let clip = rect(Double(index) * 4, 0, 40, 60)
      nodes.append(
        index % 2 == 0 ? stroke : .group(SceneGroup(role: .panel, clip: clip, nodes: [stroke])))
    }
    // Of more points than are drawn in pieces, and wholly outside of its group.
    nodes.append(.stroke(tangle(Scribble.fewest + 10), StrokeStyle(width: px(0.3)), colors[0]))
    let away = SceneNode.stroke(tangle(800), StrokeStyle(width: px(1)), colors[0])
    nodes.append(.group(SceneGroup(role: .panel, clip: rect(70, 0, 5, 5), nodes: [away])))
    let scene = Scene(60, 60, nodes)
    let page = try Rasterizer(fonts: []).render(scene, threads: count).bitmap()
    #expect(try page.rgba == scene.bitmap().rgba)
    // Every stroke has left something, so that none was taken for another.
    for index in nodes.indices.dropLast() {
      var fewer = nodes
      fewer.remove(at: index)
      #expect(try Scene(60, 60, fewer).bitmap().rgba != page.rgba, "stroke \(index)")
    }
  }

  @Test("pieces of a long stroke meet without seams or bumps")
  func noSeams() throws {
    // A wavy band, dense enough to be cut into many pieces, and the polygon that it should be.
    let crest = (0...3000).map { index in
      let x = Double(index) / 20
      let phase = (x / 30).truncatingRemainder(dividingBy: 2)
      return point(5 + x, 20 + 10 * (phase < 1 ? phase : 2 - phase))
    }
    let style = StrokeStyle(width: px(6), cap: .butt, join: .round)
    let pieces = Stroker(style).polygons(
      of: ScenePath(points: crest), within: PixelRect(width: 160, height: 50))
    #expect(pieces.count > 5)
    let page = try Scene(160, 50, [.stroke(ScenePath(points: crest), style, .black)]).bitmap()
    var worst = 0
    for x in 10..<150 {
      for y in 0..<50 {
        let away = distance(
          fromX: Double(x) * 256 + 128, y: Double(y) * 256 + 128, to: crest, closed: false)
        if away < 256 * 2.2 { worst = max(worst, Int(page[x, y][0])) }
        if away > 256 * 3.8 { worst = max(worst, 255 - Int(page[x, y][0])) }
      }
    }
    #expect(worst == 0)
  }

  @Test("a long level or upright line has the ink of a short one all along")
  func evenInk() throws {
    let steps = (0...3000).map { 5 + Double($0) / 20 }
    for color in [Color.black, .black.alpha(128)] {
      for isUpright in [false, true] {
        for isBackward in [false, true] {
          func line(_ places: [Double]) -> SceneNode {
            let path = ScenePath(
              points: (isBackward ? places.reversed() : places).map {
                isUpright ? point(10.3, $0) : point($0, 10.3)
              })
            return .stroke(path, StrokeStyle(width: px(3)), color)
          }
          let size = isUpright ? (21, 160) : (160, 21)
          let long = try Scene(size.0, size.1, [line(steps)]).bitmap()
          let short = try Scene(size.0, size.1, [line([5, 155])]).bitmap()
          // A level for rounding: many polygons of a translucent color go through a mask.
          let worst = zip(long.rgba, short.rgba).map { abs(Int($0) - Int($1)) }.max()
          #expect(worst ?? 255 <= 1)
        }
      }
    }
  }

  @Test("bands of a wavy line give the pixels of its whole outline")
  func bands() throws {
    var scatter = Scatter(seed: 4)
    for join in [StrokeStyle.Join.round, .miter, .bevel] {
      let points = (0..<2000).map { point(Double($0) / 12, 30 + scatter.next() * 20) }
      let style = StrokeStyle(width: px(2.5), cap: .square, join: join)
      let clip = PixelRect(width: 170, height: 80)
      let stroker = Stroker(style)
      #expect(stroker.polygons(of: ScenePath(points: points), within: clip).count > 5)
      var whole = PolygonSet()
      stroker.pen.outline(
        Polyline(points: points.map { Point($0) }, isClosed: false), into: &whole)
      let expected = try Scene(
        170, 80,
        whole.rings.map { ring in
          .fill(ScenePath(points: Array(whole.vertices[ring]), closed: true), .black)
        }
      ).bitmap()
      let page = try Scene(170, 80, [.stroke(ScenePath(points: points), style, .black)]).bitmap()
      var worst = 0
      for y in 0..<80 {
        for (ours, theirs) in zip(page.row(y), expected.row(y)) {
          worst = max(worst, abs(ours - theirs))
        }
      }
      // See ClipTests: one of fifteen rows of samples.
      #expect(worst <= 255 / 15, "\(join)")
    }
  }

  @Test("a line that turns back is cut into bands between its turns")
  func turns() throws {
    // A circle.
    let points = (0...2000).map { index in
      let angle = Double(index) / 2000 * 2 * Double.pi
      return point(50 + 40 * cos(angle), 50 + 40 * sin(angle))
    }
    let style = StrokeStyle(width: px(3), cap: .butt)
    let page = try Scene(100, 100, [.stroke(ScenePath(points: points), style, .black)]).bitmap()
    let stretches = Stroker(style).stretches(of: points.map { Point($0) })
    // Each half of the turn is one run.
    #expect((2...3).contains(stretches.count) && stretches.allSatisfy { $0.axis != nil })
    // The ink of a ring of this width: pi (41.5² - 38.5²) pixels, and no beads on it.
    let ink = (0..<100).reduce(0.0) { $0 + page.row($1).reduce(0) { $0 + Double(255 - $1) / 255 } }
    #expect(abs(ink / (Double.pi * 3 * 80) - 1) < 0.004)
  }

  @Test("a closed line cut into pieces is closed")
  func closedPieces() throws {
    let corners = (0..<800).map { index in
      let side = Double(index % 200) / 200 * 40
      return [point(5 + side, 5), point(45, 5 + side), point(45 - side, 45), point(5, 45 - side)][
        index / 200]
    }
    let style = StrokeStyle(width: px(4), cap: .butt, join: .miter)
    let page = try Scene(
      50, 50, [.stroke(ScenePath(points: corners, closed: true), style, .black)]
    ).bitmap()
    for step in 3..<47 {
      #expect(page[step, 4][0] == 0 && page[step, 45][0] == 0)
      #expect(page[4, step][0] == 0 && page[45, step][0] == 0)
    }
    #expect(page[25, 25][0] == 255 && page[1, 25][0] == 255)
  }

  @Test("hairlines between pixels are sharp")
  func hairline() throws {
    let line = ScenePath(points: [point(2.5, 0), point(2.5, 4)])
    let page = try Scene(
      5, 4, [.stroke(line, StrokeStyle(width: px(1), cap: .butt), .black)]
    ).bitmap()
    #expect(page.row(1) == [255, 255, 0, 255, 255])
  }

  @Test("a line that leaves the page and comes back is where it should be")
  func leavesPage() throws {
    let far = 8_000_000.0
    let line = ScenePath(points: [
      point(-far, 10), point(far, 10), point(far, far), point(20, far), point(20, -far),
    ])
    let page = try Scene(40, 40, [.stroke(line, StrokeStyle(width: px(2)), .black)]).bitmap()
    #expect(page.row(9) == Array(repeating: 0, count: 40))
    #expect(page.row(11) == (0..<40).map { (19...20).contains($0) ? 0 : 255 })
  }

  @Test("a stroke that is cut at the page looks as on a larger page")
  func cutAtPage() throws {
    var scatter = Scatter(seed: 6)
    var worst = 0
    for trial in 0..<30 {
      let points = (0..<6).map { _ in (scatter.next() * 240 - 100, scatter.next() * 240 - 100) }
      let style = StrokeStyle(
        width: px(1 + scatter.next() * 20), dashes: trial % 3 == 0 ? [px(9), px(7)] : [],
        cap: trial % 2 == 0 ? .square : .round, join: trial % 5 == 0 ? .miter : .round)
      func page(_ size: Int, offset: Double) throws -> Bitmap {
        let moved = points.map { point($0.0 + offset, $0.1 + offset) }
        return try Scene(
          size, size, [.stroke(ScenePath(points: moved, closed: trial % 4 == 0), style, .black)]
        ).bitmap()
      }
      let small = try page(40, offset: 0)
      let large = try page(280, offset: 120)
      for y in 0..<40 {
        for x in 0..<40 {
          worst = max(worst, abs(Int(small[x, y][0]) - Int(large[x + 120, y + 120][0])))
        }
      }
    }
    // See ClipTests: one of fifteen rows of samples.
    #expect(worst <= 255 / 15)
  }

  @Test("a scribble looks as its parts drawn one by one, opaque or not")
  func scribble() throws {
    var scatter = Scatter(seed: 12)
    let points = (0..<Scribble.fewest + 9000).map { index in
      // Mostly all over the page; one stretch along its left edge alone.
      point(scatter.next() * (index > 60_000 ? 30 : 240) - 10, scatter.next() * 140 - 10)
    }
    let style = StrokeStyle(width: px(1.5))
    #expect(Scribble(ScenePath(points: points), style) != nil)
    for color in [Color.black, .black.alpha(128)] {
      let whole = try Scene(200, 120, [.stroke(ScenePath(points: points), style, color)]).bitmap()
      let parts: [SceneNode] = stride(from: 0, to: points.count - 1, by: 1000).map { first in
        let part = Array(points[first...min(first + 1000, points.count - 1)])
        return .stroke(ScenePath(points: part), style, .black)
      }
      // Black over white: a translucent stroke takes the share of its coverage.
      let expected = try Scene(200, 120, parts).bitmap()
      var worst = 0
      for y in 0..<120 {
        for (ours, black) in zip(whole.row(y), expected.row(y)) {
          let level = color.alpha == 255 ? black : 255 - (255 - black) * 128 / 255
          worst = max(worst, abs(ours - level))
        }
      }
      // See ClipTests: one of fifteen rows of samples.
      #expect(worst <= 255 / 15, "\(color)")
      #expect(whole.row(60).allSatisfy { $0 == whole[100, 60][0] })
    }
  }

  @Test("a million points are drawn as a few thousand")
  func million() throws {
    var scatter = Scatter(seed: 1)
    let line = ScenePath(
      points: (0..<1_000_000).map { point(Double($0) / 10_000, 10 + scatter.next() * 80) })
    let style = StrokeStyle(width: px(2))
    let pieces = Stroker(style).polygons(of: line, within: PixelRect(width: 100, height: 100))
    #expect(pieces.reduce(0) { $0 + $1.vertices.count } < 30_000)
    let page = try Scene(100, 100, [.stroke(line, style, .black)]).bitmap()
    #expect((20..<80).allSatisfy { page.row($0).allSatisfy { $0 == 0 } })
  }
}
