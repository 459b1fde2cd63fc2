import Testing

@testable import Charting

struct ContourLineTests {
  static func evenly(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
  }

  /// Twice the sum over the polygon of x dy - y dx, halved: positive when counter-clockwise.
  static func area(_ points: [ContourPoint]) -> Double {
    zip(points, points.dropFirst() + points.prefix(1)).reduce(0) { sum, side in
      sum + (side.0.x * side.1.y - side.1.x * side.0.y) / 2
    }
  }

  @Test(arguments: [21, 41, 81, 161])
  func `a paraboloid has a circle whose radius and area are right`(count: Int) throws {
    let axis = Self.evenly(-2, 2, count)
    let grid = try ContourGrid(x: axis, y: axis) { x, y in x * x + y * y }
    let lines = grid.lines(at: [1])
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.isClosed && line.level == 1)
    // Linear interpolation of t^2 over a side h is high by h^2/4 at most, so the radius is short by
    // up to h^2/8 and a little.
    let step = 4 / Double(count - 1)
    for point in line.points {
      let radius = (point.x * point.x + point.y * point.y).squareRoot()
      #expect(radius <= 1 + 1e-14 && radius >= 1 - step * step / 7)
    }
    // Greater values are outside, so the circle turns clockwise. Chords take a little more.
    let area = -Self.area(line.points)
    #expect(area < .pi && area > .pi * (1 - step * step / 2))
  }

  @Test func `a plane has one straight line, with greater values on its left`() throws {
    let grid = try ContourGrid(x: [0, 1, 2, 3], y: [0, 1, 2]) { x, _ in x }
    let line = try #require(grid.lines(at: [1.5]).first)
    #expect(!line.isClosed)
    #expect(line.points == [2.0, 1, 0].map { ContourPoint(x: 1.5, y: $0) })
  }

  @Test func `a level that runs through nodes passes them once`() throws {
    let axis = Self.evenly(0, 4, 5)
    let plane = try ContourGrid(x: axis, y: axis) { x, _ in x }
    #expect(
      plane.lines(at: [2]).map(\.points) == [axis.reversed().map { ContourPoint(x: 2, y: $0) }])
    let diagonal = try ContourGrid(x: axis, y: axis) { x, y in x - y }
    let line = try #require(diagonal.lines(at: [0]).first)
    #expect(diagonal.lines(at: [0]).count == 1)
    #expect(line.points == axis.map { ContourPoint(x: $0, y: $0) }.reversed())
    #expect(diagonal.lines(at: [4]).isEmpty)
  }

  @Test func `a saddle joins what the mean of its cell says`() throws {
    // Corners 1, -1 / -1, 1: the mean is 0.
    let saddle = try ContourGrid(values: [1, -1, -1, 1], x: [0, 1], y: [0, 1])
    func sides(_ level: Double) -> [[ContourPoint]] { saddle.lines(at: [level]).map(\.points) }
    // Above the mean the high corners are cut off, each by a line of its own.
    #expect(
      sides(0.5) == [
        [ContourPoint(x: 0.25, y: 0), ContourPoint(x: 0, y: 0.25)],
        [ContourPoint(x: 0.75, y: 1), ContourPoint(x: 1, y: 0.75)],
      ])
    // At and below it the low corners are.
    #expect(
      sides(0) == [
        [ContourPoint(x: 0.5, y: 0), ContourPoint(x: 1, y: 0.5)],
        [ContourPoint(x: 0.5, y: 1), ContourPoint(x: 0, y: 0.5)],
      ])
    let connected = ContourTracer(saddle).region(above: 0)
    #expect(connected.rings.map(\.count) == [6])
    #expect(ContourTracer(saddle).region(above: 0.5).rings.map(\.count) == [3, 3])
  }

  @Test func `a plateau at the level is outlined, a constant is not`() throws {
    let axis = Self.evenly(0, 4, 5)
    let plateau = try ContourGrid(x: axis, y: axis) { x, y in
      (1...3).contains(x) && (1...3).contains(y) ? 1 : 0
    }
    let line = try #require(plateau.lines(at: [1]).first)
    #expect(line.isClosed && Self.area(line.points) == 4)
    // Half-way down, the corners are cut: 4 + 4 * 2 * 0.5 + 4 * 0.125.
    let lower = try #require(plateau.lines(at: [0.5]).first)
    #expect(Self.area(lower.points) == 8.5)
    let constant = try ContourGrid(x: axis, y: axis) { _, _ in 3 }
    #expect(constant.lines(at: [2, 3, 4, .nan, .infinity]).isEmpty)
  }

  @Test func `a single node at the level has no line`() throws {
    let axis = Self.evenly(0, 2, 3)
    let peak = try ContourGrid(x: axis, y: axis) { x, y in x == 1 && y == 1 ? 1 : 0 }
    #expect(peak.lines(at: [1]).isEmpty)
    #expect(peak.lines(at: [0.5]).count == 1)
  }

  @Test func `lines end where cells have no value`() throws {
    let axis = Self.evenly(0, 6, 7)
    let grid = try ContourGrid(x: axis, y: axis) { x, y in
      x == 3 && y == 3 ? .nan : x == 6 && y == 0 ? .infinity : y
    }
    let lines = grid.lines(at: [2.5])
    // Cells 2...4 in both directions are left out.
    #expect(lines.map { [$0.points.first?.x, $0.points.last?.x] } == [[0, 2], [4, 6]])
    #expect(lines.allSatisfy { !$0.isClosed && $0.points.allSatisfy { $0.y == 2.5 } })
  }

  @Test func `grids with falling coordinates and huge values have finite lines`() throws {
    let grid = try ContourGrid(
      values: [-1.7e308, 1.7e308, -1.7e308, 1.7e308], x: [1, 0], y: [5, 4])
    #expect(grid.lines(at: [0]).map(\.points) == [[(0.5, 4), (0.5, 5)].map(ContourPoint.init)])
  }

  @Test func `malformed grids are refused by name`() {
    #expect(throws: ChartError.gridTooSmall(rows: 1, columns: 2)) {
      _ = try ContourGrid(values: [1, 2], x: [0, 1], y: [0])
    }
    #expect(throws: ChartError.gridShape(got: 3, rows: 2, columns: 2)) {
      _ = try ContourGrid(values: [1, 2, 3], x: [0, 1], y: [0, 1])
    }
    #expect(throws: ChartError.gridNotMonotonic(axis: "x", index: 2)) {
      _ = try ContourGrid(x: [0, 1, 1], y: [0, 1]) { _, _ in 0 }
    }
    #expect(throws: ChartError.gridNotMonotonic(axis: "y", index: 0)) {
      _ = try ContourGrid(x: [0, 1], y: [.nan, 1]) { _, _ in 0 }
    }
    #expect(
      "\(ChartError.gridNotMonotonic(axis: "x", index: 2))"
        == "invalid contour grid: x[2] (finite numbers that all rise or all fall)")
  }

  @Test func `every side with a crossing is passed once on any surface`() throws {
    var random = TickRandom(seed: 31)
    for _ in 0..<200 {
      let (rows, columns) = (2 + random.below(12), 2 + random.below(12))
      let values = (0..<rows * columns).map { _ in random.unit() }
      let grid = try ContourGrid(
        values: values, x: Self.evenly(0, 1, columns), y: Self.evenly(0, 1, rows))
      let level = random.unit()
      func isAbove(_ row: Int, _ column: Int) -> Bool { values[row * columns + column] >= level }
      var crossings = 0
      for row in 0..<rows {
        for column in 0..<columns {
          if column > 0 && isAbove(row, column) != isAbove(row, column - 1) { crossings += 1 }
          if row > 0 && isAbove(row, column) != isAbove(row - 1, column) { crossings += 1 }
        }
      }
      let lines = grid.lines(at: [level])
      #expect(lines.reduce(0) { $0 + $1.points.count } == crossings)
      for line in lines where !line.isClosed {
        for end in [line.points.first, line.points.last] {
          let point = try #require(end)
          #expect([0, 1].contains(point.x) || [0, 1].contains(point.y))
        }
      }
    }
  }
}
