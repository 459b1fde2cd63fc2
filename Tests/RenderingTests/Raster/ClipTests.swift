import Charting
import Rendering
import Testing

@Suite struct ClipTests {
  private let full = SceneNode.rectangles([rect(-5, -5, 20, 20)], .black)

  private func group(_ clip: SceneRect?, _ nodes: [SceneNode]) -> SceneNode {
    .group(SceneGroup(role: .panel, clip: clip, nodes: nodes))
  }

  @Test("a clip lets through its pixels alone")
  func clip() throws {
    let page = try Scene(5, 3, [group(rect(1, 1, 3, 1), [full])]).bitmap()
    #expect(page.row(0) == [255, 255, 255, 255, 255])
    #expect(page.row(1) == [255, 0, 0, 0, 255])
    #expect(page.row(2) == [255, 255, 255, 255, 255])
  }

  @Test("a clip between pixels is rounded out to whole ones")
  func roundedOut() throws {
    let page = try Scene(5, 1, [group(rect(1.75, 0.5, 1.5, 0.25), [full])]).bitmap()
    #expect(page.row(0) == [255, 0, 0, 0, 255])
  }

  @Test("clips of nested groups are cut with each other, and end with their group")
  func nested() throws {
    let inner = group(rect(2, 0, 9, 9), [full])
    let page = try Scene(
      6, 1,
      [group(rect(0, 0, 4, 1), [inner]), group(nil, [.rectangles([rect(5, 0, 1, 1)], .black)])]
    ).bitmap()
    #expect(page.row(0) == [255, 255, 0, 0, 255, 0])
  }

  @Test("clips that meet nothing draw nothing")
  func empty() throws {
    let nodes = [rect(9, 9, 3, 3), rect(1, 1, 0, 0), rect(-9, 0, 3, 3)].map { group($0, [full]) }
    let apart = group(rect(0, 0, 1, 3), [group(rect(2, 0, 1, 3), [full])])
    #expect(try Scene(3, 3, nodes + [apart]).bitmap().rgba.allSatisfy { $0 == 255 })
  }

  @Test("a shape cut by a clip covers the pixels inside as it does without")
  func unchangedInside() throws {
    var scatter = Scatter(seed: 5)
    var worstInside = 0
    var worstOutside = 0
    for _ in 0..<50 {
      let corners = (0..<7).map { _ in point(scatter.next() * 60 - 20, scatter.next() * 60 - 20) }
      let shape = SceneNode.fill(ScenePath(points: corners, closed: true), .black)
      let whole = try Scene(24, 24, [shape]).bitmap()
      let part = try Scene(24, 24, [group(rect(6, 8, 9, 7), [shape])]).bitmap()
      for y in 0..<24 {
        for x in 0..<24 {
          let value = Int(part[x, y][0])
          if (6..<15).contains(x) && (8..<15).contains(y) {
            worstInside = max(worstInside, abs(value - Int(whole[x, y][0])))
          } else {
            worstOutside = max(worstOutside, 255 - value)
          }
        }
      }
    }
    // A cut corner is rounded to the grid, which can move a flat edge across one of the fifteen
    // rows of samples in a pixel.
    #expect(worstInside <= 255 / 15)
    #expect(worstOutside == 0)
  }

  @Test("strokes and text are clipped as well")
  func otherNodes() throws {
    let line = SceneNode.stroke(
      ScenePath(points: [point(-5, 2), point(20, 2)]), StrokeStyle(width: px(4)), .black)
    let page = try Scene(6, 4, [group(rect(2, 0, 2, 4), [line])]).bitmap()
    #expect(page.row(1) == [255, 255, 0, 0, 255, 255])
    let text = SquareFont.run(20, at: [point(0, 10)])
    let words = try Scene(16, 12, faces: ["square"], [group(rect(0, 0, 6, 12), [text])])
      .bitmap(fonts: [SquareFont()])
    #expect(words.row(5) == [255, 255, 0, 0, 0, 0] + Array(repeating: 255, count: 10))
  }
}
