/// A function of two variables, known at the nodes of a rectangular grid.
package struct ContourGrid: Equatable, Sendable {
  /// Values as `[rows, columns]`, row by row; a cell with a corner that is not finite is left out.
  package let values: [Double]
  /// The coordinate of each column; all rise or all fall.
  package let x: [Double]
  /// The coordinate of each row; all rise or all fall.
  package let y: [Double]

  package var rows: Int { y.count }
  package var columns: Int { x.count }

  /// A grid of at least 2 x 2 nodes.
  ///
  /// - Throws: `ChartError.gridTooSmall`, `.gridShape`, `.gridNotMonotonic`.
  package init(values: [Double], x: [Double], y: [Double]) throws(ChartError) {
    guard x.count >= 2, y.count >= 2 else {
      throw .gridTooSmall(rows: y.count, columns: x.count)
    }
    guard values.count == x.count * y.count else {
      throw .gridShape(got: values.count, rows: y.count, columns: x.count)
    }
    if let index = Self.firstFault(in: x) { throw .gridNotMonotonic(axis: "x", index: index) }
    if let index = Self.firstFault(in: y) { throw .gridNotMonotonic(axis: "y", index: index) }
    self.values = values
    self.x = x
    self.y = y
  }

  /// The grid of `function(x, y)`.
  ///
  /// - Throws: `ChartError.gridTooSmall`, `.gridNotMonotonic`.
  package init(
    x: [Double], y: [Double], function: (Double, Double) -> Double
  ) throws(ChartError) {
    let values = y.flatMap { y in x.map { x in function(x, y) } }
    try self.init(values: values, x: x, y: y)
  }

  /// The index of the first coordinate that is not finite or turns back.
  private static func firstFault(in coordinates: [Double]) -> Int? {
    let isRising = coordinates[1] > coordinates[0]
    return coordinates.indices.first { index in
      guard coordinates[index].isFinite else { return true }
      guard index > 0 else { return false }
      let step = coordinates[index] - coordinates[index - 1]
      return isRising ? !(step > 0) : !(step < 0)
    }
  }
}

/// A place in the coordinates of a grid, or of a page.
package struct ContourPoint: Equatable, Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A line along which the function has one value.
///
/// Greater values lie to the left of its direction (on a grid whose coordinates both rise).
package struct ContourLine: Equatable, Sendable {
  package var level: Double
  /// At least two points; the first is not repeated at the end of a ring.
  package var points: [ContourPoint]
  /// True for a ring, false for a line from border to border.
  package var isClosed: Bool

  package init(level: Double, points: [ContourPoint], isClosed: Bool) {
    self.level = level
    self.points = points
    self.isClosed = isClosed
  }
}

/// All places where the function is at least a level.
package struct ContourRegion: Equatable, Sendable {
  package var level: Double
  /// Closed polygons, to be filled together by the nonzero winding rule: outer borders turn
  /// counter-clockwise (on a grid whose coordinates both rise), holes clockwise.
  package var rings: [[ContourPoint]]

  package init(level: Double, rings: [[ContourPoint]]) {
    self.level = level
    self.rings = rings
  }
}
