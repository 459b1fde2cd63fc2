import Testing

@testable import Charting

/// Bands, areas, cells and points.
struct AreaMarkTests {
  @Test("a band is the polygon between its lines, broken where either has no number")
  func band() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Band(
        x: [0, 1, 2, 3, 4], low: [0, 1, .nan, 2, 2], high: [10, 9, 9, 8, 8], ink: .series(0)))
    #expect(nodes.count == 2)
    #expect(nodes[0].points == [at(10, 20), at(20, 25), at(20, 65), at(10, 70)])
    #expect(nodes[1].points == [at(40, 30), at(50, 30), at(50, 60), at(40, 60)])
    // 22 % of 255.
    #expect(nodes[0].fill?.color == Color(red: 0, green: 0x72, blue: 0xB2, alpha: 56))
  }

  @Test("a band is cut eight points outside the panel")
  func bandOutside() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Band(x: [-100, 100], low: [-1e300, 5], high: [5, 1e300], ink: .ink))
    #expect(nodes[0].points == [at(2, 45), at(118, 12), at(118, 45), at(2, 78)])
  }

  @Test("an area stands on its baseline")
  func area() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Area(x: [0, 10], y: [8, 6], baseline: 2, ink: .ink, series: Series(0, "a")))
    #expect(nodes[0].points == [at(10, 30), at(110, 40), at(110, 60), at(10, 60)])
  }

  // MARK: Cells

  @Test("cells share their edges, take the colours of their values, and strike out what is missing")
  func cells() throws {
    var stage = try MarkStage()
    let scale = try ColorScale(kind: .log10, lower: 1, upper: 100)
    let nodes = try stage.nodes(
      of: Cells(
        xEdges: [0, 3.33, 10], yEdges: [0, 5, 10], values: [1, 100, .nan, 0], scale: scale))
    // Row by row from the lower edge, columns from the left; 33.3 snaps to 33.
    #expect(nodes[0].rectangles?.rects == [box(10, 45, 33, 25)])
    #expect(nodes[0].rectangles?.color == Color(hex: 0x440154))
    #expect(nodes[1].rectangles?.rects == [box(43, 45, 67, 25)])
    #expect(nodes[1].rectangles?.color == Color(hex: 0xFDE725))
    // Paper, a frame, a stroke.
    #expect(nodes[2].rectangles?.rects == [box(10, 20, 33, 25)])
    #expect(nodes[2].rectangles?.color == Color(hex: 0xFFFFFF))
    #expect(nodes[3].rectangles?.rects.count == 4)
    #expect(nodes[4].points == [at(11, 44), at(42, 21)])
    // Zero on a log scale has the lowest colour.
    #expect(nodes[5].rectangles?.color == Color(hex: 0x440154))
    #expect(nodes.count == 6)
  }

  @Test("bands of a y axis are read from the top, and cells reach half a band to either side")
  func bands() throws {
    var stage = try MarkStage()
    stage.frame.y = .bands(BandScale(categories: ["a", "b"]))
    #expect(stage.frame.y(-0.5) == 20 && stage.frame.y(0) == 32.5)
    #expect(stage.frame.y(0.5) == 45 && stage.frame.y(1.5) == 70)
    let nodes = try stage.nodes(
      of: Cells(
        xEdges: [0, 10], yEdges: [-0.5, 0.5, 1.5], values: [0, 1],
        scale: try ColorScale(lower: 0, upper: 1)))
    #expect(nodes[0].rectangles?.rects == [box(10, 20, 100, 25)])
    #expect(nodes[1].rectangles?.rects == [box(10, 45, 100, 25)])
  }

  @Test("a colour scale spans what can be shown")
  func colorScale() throws {
    let scale = try ColorScale(kind: .log10, of: [0, 0.1, .nan, 1000, .infinity])
    #expect(scale.scale.lower == 0.1 && scale.scale.upper == 1000)
    let theme = Theme(.light)
    #expect(scale.color(of: .infinity, theme: theme) == nil)
    #expect(scale.color(of: 1e9, theme: theme) == Color(hex: 0xFDE725))
    #expect(try ColorScale(of: [.nan]).scale.upper == 1)
    #expect(throws: ChartError.domainNotFinite(lower: .infinity, upper: 1)) {
      try ColorScale(lower: .infinity, upper: 1)
    }
  }

  // MARK: Points

  @Test("points stand at their values; those outside or without a number are left out")
  func points() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Points(
        x: [5, .nan, 20], y: [5, 5, 5], series: Series(1, "b"), marker: .diamond, radius: 10))
    #expect(nodes.count == 1)
    #expect(nodes[0].points == [at(60, 33), at(72, 45), at(60, 57), at(48, 45)])
    #expect(nodes[0].fill?.color == Color(hex: 0xD55E00))
  }

  @Test("the first six series have six shapes, none of them a star")
  func shapes() throws {
    let shapes = (0..<6).map { Marker(series: $0) }
    #expect(shapes.indices.allSatisfy { !shapes[..<$0].contains(shapes[$0]) })
    #expect(!shapes.contains(.star))
    let canvas = try MarkStage().canvas
    let outlines = Marker.allCases.map {
      $0.path(at: Point(x: 50, y: 50), radius: 10, on: canvas)
    }
    #expect(outlines.indices.allSatisfy { !outlines[..<$0].contains(outlines[$0]) })
  }

  @Test("a rim of paper lies under the point")
  func rim() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Points(x: [5], y: [5], series: Series(0, "a"), marker: .star, hasRim: true))
    #expect(nodes[0].stroke?.color == Color(hex: 0xFFFFFF))
    #expect(nodes[1].fill?.path.points.count == 10)
  }
}
