import Testing

@testable import Charting

struct ContourRegionTests {
  private typealias Lines = ContourLineTests

  private func area(_ region: ContourRegion) -> Double {
    region.rings.reduce(0) { $0 + Lines.area($1) }
  }

  @Test func `a region around a dip is a square with a round hole`() throws {
    let axis = Lines.evenly(-2, 2, 81)
    let grid = try ContourGrid(x: axis, y: axis) { x, y in x * x + y * y }
    let regions = grid.nestedRegions(at: [4, 1, 9])
    // 9 lies above the corners' 8.
    #expect(regions.map(\.level) == [-.infinity, 1, 4])
    #expect(regions[0].rings == [[(-2, -2), (2, -2), (2, 2), (-2, 2)].map(ContourPoint.init)])
    #expect(regions[1].rings.count == 2)
    #expect(abs(area(regions[1]) - (16 - .pi)) < 0.004)
    // The circle of radius 2 touches the middle of each side: the corners are left.
    #expect(abs(area(regions[2]) - (16 - 4 * .pi)) < 0.01)
  }

  @Test func `a constant fills everything up to its own level`() throws {
    let grid = try ContourGrid(x: [0, 1, 3], y: [0, 2, 3]) { _, _ in 5 }
    let regions = grid.nestedRegions(at: [4, 5, 5.000001])
    #expect(regions.map(\.level) == [-.infinity, 4, 5])
    #expect(regions.allSatisfy { $0.rings.count == 1 && Lines.area($0.rings[0]) == 9 })
  }

  @Test func `cells without a value are holes`() throws {
    let axis = Lines.evenly(0, 6, 7)
    let grid = try ContourGrid(x: axis, y: axis) { x, y in x == 3 && y == 3 ? .nan : 1 }
    let region = try #require(grid.nestedRegions(at: []).first)
    #expect(region.rings.map(Lines.area) == [36, -4])
    let none = try ContourGrid(x: axis, y: axis) { _, _ in .nan }
    #expect(none.nestedRegions(at: [0]).isEmpty)
    #expect(none.range == nil)
  }

  @Test func `cells that touch at a corner are both filled`() throws {
    let axis = [0.0, 1, 2]
    let grid = try ContourGrid(x: axis, y: axis) { x, y in abs(x - y) == 2 ? .nan : 1 }
    let region = try #require(grid.nestedRegions(at: []).first)
    #expect(area(region) == 2)
  }

  @Test func `regions are as large as the sum of their cells, and each lies in the one before`()
    throws
  {
    var random = TickRandom(seed: 32)
    for round in 0..<100 {
      let (rows, columns) = (2 + random.below(9), 2 + random.below(9))
      let values = (0..<rows * columns).map { _ in
        round % 3 == 0 && random.below(12) == 0
          ? Double.nan : round % 2 == 0 ? random.unit() : Double(random.below(4)) / 4
      }
      let x = (0..<columns).map { Double($0 * $0 + $0) }
      let y = (0..<rows).map { Double(3 * $0) }
      let grid = try ContourGrid(values: values, x: x, y: y)
      let levels = [0.25, 0.4, 0.5, 0.75, 0.9]
      var previous = Double.infinity
      for level in levels {
        let region = ContourTracer(grid).region(above: level)
        let expected = cellwiseArea(grid, level)
        #expect(abs(area(region) - expected) < 1e-9)
        #expect(expected <= previous + 1e-9)
        previous = expected
      }
    }
  }

  /// The area that is at least `level`, by cutting each cell's polygon on its own.
  private func cellwiseArea(_ grid: ContourGrid, _ level: Double) -> Double {
    var sum = 0.0
    for row in 1..<grid.rows {
      for column in 1..<grid.columns {
        let corners = [(row - 1, column - 1), (row - 1, column), (row, column), (row, column - 1)]
        let z = corners.map { grid.values[$0.0 * grid.columns + $0.1] }
        guard z.allSatisfy(\.isFinite) else { continue }
        let at = corners.map { ContourPoint(x: grid.x[$0.1], y: grid.y[$0.0]) }
        var polygon: [ContourPoint] = []
        var triangles = 0.0
        for corner in 0..<4 {
          let next = (corner + 1) % 4
          if z[corner] >= level { polygon.append(at[corner]) }
          guard (z[corner] >= level) != (z[next] >= level) else { continue }
          polygon.append(between(at[corner], at[next], (level - z[corner]) / (z[next] - z[corner])))
        }
        let isSaddle =
          z.map { $0 >= level } == [true, false, true, false]
          || z.map { $0 >= level } == [false, true, false, true]
        if isSaddle && z.reduce(0, +) / 4 < level {
          // Two corners apart from each other in place of the hexagon.
          for corner in 0..<4 where z[corner] >= level {
            let (before, after) = ((corner + 3) % 4, (corner + 1) % 4)
            triangles += Lines.area([
              at[corner],
              between(at[corner], at[after], (level - z[corner]) / (z[after] - z[corner])),
              between(at[corner], at[before], (level - z[corner]) / (z[before] - z[corner])),
            ])
          }
          sum += triangles
        } else {
          sum += Lines.area(polygon)
        }
      }
    }
    return sum
  }

  private func between(_ a: ContourPoint, _ b: ContourPoint, _ share: Double) -> ContourPoint {
    ContourPoint(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
  }
}
