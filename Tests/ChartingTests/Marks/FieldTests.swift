import Testing

@testable import Charting

/// Contours, arrows and trajectories.
struct FieldTests {
  let levels = [ContourLevel(value: 2.5, label: "2.5"), ContourLevel(value: 7.5, label: "7.5")]

  // MARK: Contours

  @Test("regions are painted one over the other, from all of the plot to the highest level")
  func regions() throws {
    var stage = try MarkStage()
    // The function is x itself: levels are upright lines at 2.5 and 7.5.
    let grid = try ContourGrid(x: [0, 5, 10], y: [0, 10]) { x, _ in x }
    let nodes = try stage.nodes(of: Contours(grid, levels: levels, fade: 0, hasLabels: false))
    let fills = nodes.compactMap(\.fill)
    #expect(fills.count == 3)
    let spans = fills.map { fill in
      let x = fill.path.points.map(\.x)
      return [x.min(), x.max()]
    }
    #expect(spans == [[10, 110], [35, 110], [85, 110]].map { $0.map { Int32($0 * 256) } })
    // Both ends and the middle of viridis; the middle lies between its 8th and 9th anchors.
    #expect(
      fills.map(\.color) == [
        Color(hex: 0x440154), Color(hex: 0x23888E).mixed(with: Color(hex: 0x1F988B), share: 0.5),
        Color(hex: 0xFDE725),
      ])
    let lines = nodes.compactMap(\.stroke)
    #expect(lines.map { Set($0.points.map(\.x)) } == [[35 * 256], [85 * 256]])
  }

  @Test("a plot between two levels is all of one colour")
  func flat() throws {
    var stage = try MarkStage()
    let grid = try ContourGrid(x: [0, 10], y: [0, 10]) { _, _ in 5 }
    let nodes = try stage.nodes(of: Contours(grid, levels: levels, fade: 0))
    // All of the plot, and over it the region above 2.5, which is all of it too.
    #expect(nodes.compactMap(\.fill).count == 2)
    #expect(nodes.compactMap(\.stroke).isEmpty)
    #expect(Set(nodes[1].points) == [at(10, 20), at(110, 20), at(110, 70), at(10, 70)])
  }

  @Test("a label stands in a gap of its line, inside the plot and off the data")
  func labels() throws {
    // The function is y itself: level lines at heights 57.5 and 32.5.
    let grid = try ContourGrid(x: [0, 10], y: [0, 10]) { _, y in y }
    func labelled(_ obstacles: [Point]) throws -> [SceneNode] {
      var stage = try MarkStage(obstacles: obstacles)
      return try stage.nodes(of: Contours(grid, levels: levels))
    }
    let nodes = try labelled([])
    let texts = nodes.compactMap(\.text)
    #expect(texts.map(\.text) == ["2.5", "7.5"])
    let lines = nodes.compactMap(\.stroke).map(\.points)
    #expect(lines.count == 4)
    for text in texts {
      for line in lines where abs(line[0].y - (text.box.y + text.box.maxY) / 2) < 4 * 256 {
        let (low, high) = (line.map(\.x).min() ?? 0, line.map(\.x).max() ?? 0)
        #expect(high <= text.box.x || low >= text.box.maxX)
      }
    }
    // Data all along the lower line leave it without a label.
    let crowded = try labelled((10...110).map { Point(x: Double($0), y: 57.5) })
    #expect(crowded.compactMap { $0.text?.text } == ["7.5"])
  }

  @Test("cells without a number are neither filled nor crossed")
  func missing() throws {
    var stage = try MarkStage()
    let grid = try ContourGrid(
      values: [0, 5, .nan, 0, 5, .nan], x: [0, 5, 10], y: [0, 10])
    let nodes = try stage.nodes(of: Contours(grid, levels: levels, hasLabels: false))
    let right = nodes.flatMap(\.points).map(\.x).max()
    #expect(right == px(60))
  }

  // MARK: Arrows

  @Test("an arrow points where its vector points on the page, the longest at full length")
  func arrows() throws {
    var stage = try MarkStage()
    // One unit is 10 points across and 5 points up: (1, 2) has a slope of one.
    let nodes = try stage.nodes(
      of: Arrows(x: [5, 2], y: [5, 5], dx: [1, 4], dy: [0, 0], length: .longest(20)))
    let heads = nodes.compactMap(\.fill).map(\.path.points)
    #expect(heads[0][0] == at(65, 45) && heads[1][0] == at(50, 45))
    let up = try stage.nodes(
      of: Arrows(x: [5], y: [5], dx: [1], dy: [2], length: .equal(10)))
    let tip = try #require(up.last?.points.first)
    let reach = 10 / 2.0.squareRoot()
    #expect(tip == at(60 + reach, 45 - reach))
    let shaft = try #require(up[up.count - 2].stroke)
    #expect(shaft.points[0] == at(60, 45))
  }

  @Test("no arrow for zero, NaN, infinity and places outside; neighbours do not touch")
  func arrowsLeftOut() throws {
    var stage = try MarkStage()
    let none = try stage.nodes(
      of: Arrows(
        x: [1, 2, 3, 20], y: [1, 1, 1, 1], dx: [0, .nan, .infinity, 1], dy: [0, 1, 1, 1],
        length: .equal(10)))
    #expect(none.isEmpty)
    let lattice = (0...10).flatMap { x in (0...10).map { (Double(x), Double($0)) } }
    let dense = try stage.nodes(
      of: Arrows(
        x: lattice.map(\.0), y: lattice.map(\.1), dx: lattice.map { _ in 0 },
        dy: lattice.map { _ in 1 }, length: .equal(50)))
    // Lattice of 10 by 5 points: its mean distance is 7.07, of which 0.8.
    let first = try #require(dense.compactMap(\.fill).first?.path.points.first)
    #expect(abs(Double(first.y) / 256 - (70 - 0.8 * 50.0.squareRoot())) < 0.01)
  }

  // MARK: Trajectories

  @Test("a way has a marker at every step, a ring at its start and heads along it")
  func trajectory() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Trajectory(
        x: [1, 5, 9], y: [5, 5, 5], series: Series(1, "b"), startLabel: "ab"))
    // Rim and line.
    #expect(nodes[0].stroke?.color == Color(hex: 0xFFFFFF))
    #expect(nodes[1].points == [at(20, 45), at(60, 45), at(100, 45)])
    // Squares of 0.88 radii; the last is larger.
    let squares = nodes.compactMap(\.fill).filter { $0.path.points.count == 4 }
    let centers = squares.prefix(3).map { ($0.path.points[0].x + $0.path.points[2].x) / 2 }
    let expected: [Int32] = [20, 60, 100].map { $0 * 256 }
    #expect(centers == expected)
    let widths = squares.prefix(3).map { $0.path.points[2].x - $0.path.points[0].x }
    #expect(widths[0] == widths[1] && widths[2] > 2 * widths[0])
    // The heads stand in the middle of their steps, 6.5 points long.
    let heads = squares.dropFirst(3).map(\.path.points[0])
    #expect(heads == [at(43.25, 45)])
    let ring = try #require(nodes.last { $0.stroke != nil }?.stroke)
    #expect(ring.points.first == at(23.84, 45))
    #expect(nodes.last?.text?.text == "ab")
  }

  @Test("a wedge points out of the panel where a path leaves it and returns, if it is asked for")
  func exits() throws {
    func fills(_ marksExits: Bool) throws -> [[ScenePoint]] {
      var stage = try MarkStage()
      let path = Trajectory(
        x: [2, 4, 6], y: [5, 15, 5], series: Series(0, "a"), marksExits: marksExits)
      return try stage.nodes(of: path).compactMap(\.fill).map(\.path.points)
    }
    let (plain, marked) = (try fills(false), try fills(true))
    #expect(marked.count == plain.count + 1)
    // Halfway up the first step, at 40 pt; the tip half a point inside.
    #expect(marked.contains { $0.first == at(40, 20.5) })
  }

  @Test("a way that ends in NaN has the sign of divergence; steps outside have no marker")
  func trajectoryDiverges() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Trajectory(x: [1, 5, 50, .nan], y: [5, 5, 5, .nan], series: Series(1, "b")))
    let squares = nodes.compactMap(\.fill).filter {
      $0.path.points.count == 4 && $0.path.elements.count == 5
        && $0.path.points[0].y == $0.path.points[1].y
    }
    #expect(squares.count == 2)
    let discs = nodes.compactMap(\.fill).filter { $0.path.elements.count == 6 }
    // Brought to the right edge of the panel.
    #expect(discs.last?.path.points.first == at(109, 45))
  }
}
