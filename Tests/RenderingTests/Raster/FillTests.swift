import Charting
import Rendering
import Testing

@Suite struct FillTests {
  @Test("a rectangle on whole pixels covers them and no others")
  func wholePixels() throws {
    let page = try Scene(5, 4, [.rectangles([rect(1, 1, 3, 2)], .black)]).bitmap()
    #expect(page.row(0) == [255, 255, 255, 255, 255])
    #expect(page.row(1) == [255, 0, 0, 0, 255])
    #expect(page.row(2) == [255, 0, 0, 0, 255])
    #expect(page.row(3) == [255, 255, 255, 255, 255])
    #expect(page[1, 1] == [0, 0, 0, 255])
  }

  @Test("a pixel is covered as far as the shape reaches into it")
  func partialCoverage() throws {
    // Halves and quarters from the left, from the top, and a triangle of half a pixel.
    let page = try Scene(
      8, 1,
      [
        .rectangles([rect(0.5, 0, 0.5, 1), rect(2, 0.5, 1, 0.5), rect(4, 0, 0.25, 1)], .black),
        .fill(ScenePath(points: [point(6, 0), point(7, 0), point(7, 1)], closed: true), .black),
      ]
    ).bitmap()
    let row = page.row(0)
    #expect([127, 128].contains(row[0]))
    #expect(row[1] == 255)
    #expect([127, 128].contains(row[2]))
    #expect([191, 192].contains(row[4]))
    #expect((126...129).contains(row[6]))
    #expect(row[7] == 255)
  }

  @Test("every level of a channel comes out as it went in, as paper and as ink")
  func exactColors() throws {
    func color(_ level: Int) -> Color {
      Color(red: UInt8(level), green: UInt8(255 - level), blue: UInt8(level / 2))
    }
    let rectangles: [SceneNode] = (0..<256).map { level in
      .rectangles([rect(Double(level), 0, 1, 1)], color(level))
    }
    let page = try Scene(256, 1, rectangles).bitmap()
    for level in 0..<256 {
      #expect(page[level, 0] == [UInt8(level), UInt8(255 - level), UInt8(level / 2), 255])
      var scene = Scene(1, 1, [])
      scene.paper = Color(red: 7, green: UInt8(level), blue: 9)
      #expect(try scene.bitmap()[0, 0] == [7, UInt8(level), 9, 255])
    }
  }

  @Test("alpha mixes ink and paper; a clear colour draws nothing")
  func alpha() throws {
    let red = Color(red: 255, green: 0, blue: 0)
    let page = try Scene(
      3, 1,
      [
        .rectangles([rect(0, 0, 1, 1)], red.alpha(128)),
        .rectangles([rect(1, 0, 1, 1)], red.alpha(51)),
        .rectangles([rect(2, 0, 1, 1)], red.alpha(0)),
      ]
    ).bitmap()
    // 255 (1 - 128/255) = 127 and 255 (1 - 51/255) = 204.
    #expect(page[0, 0] == [255, 127, 127, 255])
    #expect(page[1, 0] == [255, 204, 204, 255])
    #expect(page[2, 0] == [255, 255, 255, 255])
  }

  @Test("rectangles of one node are one shape, those of two nodes are laid over each other")
  func overlap() throws {
    let veil = Color.black.alpha(51)
    let once = try Scene(1, 1, [.rectangles([rect(0, 0, 1, 1), rect(0, 0, 1, 1)], veil)]).bitmap()
    #expect(once.row(0) == [204])
    let one = SceneNode.rectangles([rect(0, 0, 1, 1)], veil)
    // 204 (1 - 51/255) = 163.2.
    #expect(try Scene(1, 1, [one, one]).bitmap().row(0) == [163])
  }

  @Test("the inside of a path is where it winds, holes turn the other way")
  func nonzeroWinding() throws {
    func square(_ inset: Double, reversed: Bool = false) -> [ScenePath.Element] {
      let (low, high) = (inset, 6 - inset)
      let corners = [point(low, low), point(high, low), point(high, high), point(low, high)]
      return ScenePath(points: reversed ? corners.reversed() : corners, closed: true).elements
    }
    let same = try Scene(6, 6, [.fill(ScenePath(square(0) + square(2)), .black)]).bitmap()
    #expect(same.row(3) == [0, 0, 0, 0, 0, 0])
    let ring = ScenePath(square(0) + square(2, reversed: true))
    #expect(try Scene(6, 6, [.fill(ring, .black)]).bitmap().row(3) == [0, 0, 255, 255, 0, 0])
  }

  @Test("a filled circle of cubic curves has the area of a circle")
  func curves() throws {
    let (c, r) = (50.0, 40.0)
    let k = 0.5522847498 * r
    let path = ScenePath([
      .move(point(c + r, c)),
      .curve(point(c + r, c + k), point(c + k, c + r), point(c, c + r)),
      .curve(point(c - k, c + r), point(c - r, c + k), point(c - r, c)),
      .curve(point(c - r, c - k), point(c - k, c - r), point(c, c - r)),
      .curve(point(c + k, c - r), point(c + r, c - k), point(c + r, c)),
      .close,
    ])
    let page = try Scene(100, 100, [.fill(path, .black)]).bitmap()
    var ink = 0
    for y in 0..<100 { ink += 100 * 255 - page.row(y).reduce(0, +) }
    let area = Double(ink) / 255
    // Chords lie at most 1/16 px inside, two thirds of that on average, along 2 π 40 px.
    let missing = 3.14159265 * r * r - area
    #expect(missing > 0 && missing < 251.3 / 16 * 2 / 3 + 1)
  }

  @Test("what lies far off the page neither wraps around nor changes what is on it")
  func farAway() throws {
    let far = 8_000_000.0
    let page = try Scene(
      4, 4,
      [
        .fill(
          ScenePath(
            points: [point(-far, -far), point(far, -far), point(far, 2), point(-far, 2)],
            closed: true), .black),
        .rectangles([rect(-far, 3, far + 2, far)], .black),
      ]
    ).bitmap()
    #expect(page.row(0) == [0, 0, 0, 0])
    #expect(page.row(1) == [0, 0, 0, 0])
    #expect(page.row(2) == [255, 255, 255, 255])
    #expect(page.row(3) == [0, 0, 255, 255])
    let huge = SceneRect(x: .min, y: .min, width: .max, height: .max)
    #expect(try Scene(1, 1, [.rectangles([huge], .black)]).bitmap().row(0) == [255])
    let all = SceneRect(x: -5, y: -5, width: .max, height: .max)
    #expect(try Scene(1, 1, [.rectangles([all], .black)]).bitmap().row(0) == [0])
  }

  @Test("paths without area draw nothing")
  func emptyPaths() throws {
    let nodes: [SceneNode] = [
      .fill(ScenePath(), .black), .fill(ScenePath([.close]), .black),
      .fill(ScenePath(points: [point(1, 1)], closed: true), .black),
      .fill(ScenePath(points: [point(0, 0), point(3, 3)], closed: true), .black),
      .rectangles([], .black), .rectangles([rect(0, 0, 0, 3), rect(0, 0, 3, -1)], .black),
    ]
    let page = try Scene(3, 3, nodes).bitmap()
    #expect(page.rgba.allSatisfy { $0 == 255 })
  }
}
