import Testing

@testable import Charting

struct BarsTests {
  @Test("on a log axis bars stand on the lower edge, those of zero and less are left out")
  func logarithmic() throws {
    let scale = try ContinuousScale(kind: .log10, lower: 1, upper: 100)
    var stage = try MarkStage(y: scale)
    let nodes = try stage.nodes(of: Bars(edges: [0, 2, 4, 6, 8], heights: [10, 0, -3, 100]))
    // Half and all of 50 points; a pixel of paper stands between bars.
    #expect(
      nodes.compactMap(\.rectangles).flatMap(\.rects) == [box(10, 45, 19, 25), box(70, 20, 19, 50)])
  }

  @Test("bars thinner than a pixel lie in the panel, the last one too")
  func thinBars() throws {
    let edges = (0...1000).map { 10 * Double($0) / 1000 }
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Bars(edges: edges, heights: [Double](repeating: 5, count: 1000)))
    let bars = nodes.compactMap(\.rectangles).flatMap(\.rects)
    #expect(bars.count == 1000)
    #expect(bars.allSatisfy { $0.x >= px(10) && $0.maxX <= px(110) && $0.width == 256 })
  }

  @Test("the height of a cut bar stands beside it, never beyond a neighbour, however thin")
  func cutLabels() throws {
    for count in [10, 20, 50, 100] {
      // Two towers in the middle of the panel, of one pixel at the least.
      let edges = (0...count).map { 10 * Double($0) / Double(count) }
      var heights = [Double](repeating: 1, count: count)
      (heights[count / 2 - 1], heights[count / 2]) = (52, 48)
      var stage = try MarkStage()
      let nodes = try stage.nodes(
        of: Bars(edges: edges, heights: heights, cutLabels: heights.map { "\(Int($0))%" }))
      let texts = nodes.compactMap(\.text)
      #expect(texts.map(\.text) == ["52%", "48%"])
      let middle = px(60)
      #expect(texts.count == 2 && texts[0].box.maxX < middle && texts[1].box.x > middle)
    }
  }

  @Test("cut bars at the edge share a label that names them from left to right")
  func sharedCutLabels() throws {
    for (heights, label) in [
      ([52.0, 48, 1, 1, 1, 1], "52%, 48%"), ([48, 52, 1, 1, 1, 1], "48%, 52%"),
      ([1, 1, 1, 1, 48, 52], "48%, 52%"),
    ] {
      let edges = heights.indices.map { 10 * Double($0) / 6 } + [10]
      var stage = try MarkStage()
      let nodes = try stage.nodes(
        of: Bars(edges: edges, heights: heights, cutLabels: heights.map { "\(Int($0))%" }))
      #expect(nodes.compactMap(\.text).map(\.text) == [label])
    }
  }
}
