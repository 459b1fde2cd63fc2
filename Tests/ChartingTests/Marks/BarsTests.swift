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
}
