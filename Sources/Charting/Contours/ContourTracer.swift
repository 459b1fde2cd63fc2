/// Marching squares over one grid at one level after another.
///
/// A node is above a level when its value is at least the level, so that a level that runs exactly
/// through nodes needs no special case. On each side of a cell between a node above and one below
/// lies one crossing, by linear interpolation. Cells are walked counter-clockwise; where the walk
/// leaves what is above, at an exit, the contour turns inside to an entry. Crossings are numbered
/// by the grid's sides, so lines are joined by numbers, never by comparing coordinates.
struct ContourTracer {
  private let grid: ContourGrid
  private let columns: Int
  private let rows: Int
  /// For each cell, row by row: true when all four corners are finite.
  private let isCell: [Bool]
  /// The number of sides that lie along rows; those along columns are counted after them.
  private let rowSides: Int
  private let sides: Int

  init(_ grid: ContourGrid) {
    self.grid = grid
    let (rows, columns) = (grid.rows, grid.columns)
    (self.rows, self.columns) = (rows, columns)
    rowSides = rows * (columns - 1)
    sides = rowSides + (rows - 1) * columns
    let values = grid.values
    isCell = (0..<(rows - 1) * (columns - 1)).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns - 1)
      let node = row * columns + column
      return [node, node + 1, node + columns, node + columns + 1].allSatisfy {
        values[$0].isFinite
      }
    }
  }

  // MARK: Lines

  /// The lines at `level`: those from border to border first, then rings.
  func lines(at level: Double) -> [ContourLine] {
    var next = [Int32](repeating: -1, count: sides)
    var isTarget = [Bool](repeating: false, count: sides)
    forEachSegment(at: level) { exit, entry in
      next[exit] = Int32(entry)
      isTarget[entry] = true
    }
    var lines: [ContourLine] = []
    func follow(from start: Int, isClosed: Bool) {
      var points: [ContourPoint] = []
      var side = start
      repeat {
        points.append(crossing(on: side, at: level))
        let following = Int(next[side])
        next[side] = -1
        side = following
      } while side >= 0 && side != start
      points = ContourShape.withoutRepeats(points, isClosed: isClosed)
      if points.count >= (isClosed ? 3 : 2) {
        lines.append(ContourLine(level: level, points: points, isClosed: isClosed))
      }
    }
    for side in 0..<sides where next[side] >= 0 && !isTarget[side] {
      follow(from: side, isClosed: false)
    }
    for side in 0..<sides where next[side] >= 0 { follow(from: side, isClosed: true) }
    return lines
  }

  // MARK: Regions

  /// Everything that is at least `level`.
  func region(above level: Double) -> ContourRegion {
    var links = ContourLinks(count: sides + rows * columns)
    forEachSegment(at: level) { exit, entry in links.add(from: exit, to: entry) }
    forEachBorderPart(at: level) { start, end in links.add(from: start, to: end) }
    let rings = links.rings().map { vertices in
      ContourShape.withoutStraightPoints(
        vertices.map { vertex in
          vertex < sides ? crossing(on: vertex, at: level) : node(vertex - sides)
        })
    }
    return ContourRegion(level: level, rings: rings.filter { $0.count >= 3 })
  }

  /// Calls `body` with the vertices at both ends of each part of the border that is above `level`,
  /// with the inside on the left. Vertices are crossings by the numbers of their sides, then nodes.
  private func forEachBorderPart(at level: Double, _ body: (Int, Int) -> Void) {
    forEachCell { row, column in
      for number in 0..<4 where !hasNeighbour(row, column, beyond: number) {
        let start = corner(row, column, number)
        let end = corner(row, column, (number + 1) % 4)
        let crossing = side(row, column, number)
        switch (grid.values[start] >= level, grid.values[end] >= level) {
        case (true, true): body(sides + start, sides + end)
        case (true, false): body(sides + start, crossing)
        case (false, true): body(crossing, sides + end)
        case (false, false): break
        }
      }
    }
  }

  private func hasNeighbour(_ row: Int, _ column: Int, beyond side: Int) -> Bool {
    let neighbour =
      switch side {
      case 0: (row - 1, column)
      case 1: (row, column + 1)
      case 2: (row + 1, column)
      default: (row, column - 1)
      }
    guard (0..<rows - 1).contains(neighbour.0), (0..<columns - 1).contains(neighbour.1) else {
      return false
    }
    return isCell[neighbour.0 * (columns - 1) + neighbour.1]
  }

  // MARK: Cells

  private func forEachCell(_ body: (_ row: Int, _ column: Int) -> Void) {
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 where isCell[row * (columns - 1) + column] {
        body(row, column)
      }
    }
  }

  /// Calls `body` with the sides where each piece of contour starts and ends.
  private func forEachSegment(at level: Double, _ body: (_ exit: Int, _ entry: Int) -> Void) {
    forEachCell { row, column in
      var mask = 0
      for number in 0..<4 where grid.values[corner(row, column, number)] >= level {
        mask |= 1 << number
      }
      guard mask != 0, mask != 15 else { return }
      // A saddle: two opposite corners are above. The mean of the cell tells whether they join.
      let isSaddle = mask == 5 || mask == 10
      let joins = isSaddle && mean(row, column) >= level
      for exit in 0..<4 where mask >> exit & 1 == 1 && mask >> ((exit + 1) % 4) & 1 == 0 {
        // The next entry on the walk if what is above joins, else the one that led here; in a cell
        // that is no saddle these are one.
        let direction = joins ? 1 : 3
        var entry = (exit + direction) % 4
        while mask >> entry & 1 == 1 || mask >> ((entry + 1) % 4) & 1 == 0 {
          entry = (entry + direction) % 4
        }
        body(side(row, column, exit), side(row, column, entry))
      }
    }
  }

  /// The node at a corner of a cell, counter-clockwise from the one of least row and column.
  private func corner(_ row: Int, _ column: Int, _ number: Int) -> Int {
    let node = row * columns + column
    return switch number {
    case 0: node
    case 1: node + 1
    case 2: node + columns + 1
    default: node + columns
    }
  }

  /// The number of a cell's side, which runs from the corner of the same number to the next.
  private func side(_ row: Int, _ column: Int, _ number: Int) -> Int {
    switch number {
    case 0: row * (columns - 1) + column
    case 1: rowSides + row * columns + column + 1
    case 2: (row + 1) * (columns - 1) + column
    default: rowSides + row * columns + column
    }
  }

  /// The mean of a cell's corners, summed in quarters so that it cannot overflow.
  private func mean(_ row: Int, _ column: Int) -> Double {
    let parts = (0..<4).map { grid.values[corner(row, column, $0)] / 4 }
    return (parts[0] + parts[2]) + (parts[1] + parts[3])
  }

  // MARK: Points

  private func node(_ index: Int) -> ContourPoint {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    return ContourPoint(x: grid.x[column], y: grid.y[row])
  }

  private func crossing(on side: Int, at level: Double) -> ContourPoint {
    if side < rowSides {
      let (row, column) = side.quotientAndRemainder(dividingBy: columns - 1)
      let first = row * columns + column
      return ContourPoint(
        x: place(level, first, first + 1, from: grid.x[column], to: grid.x[column + 1]),
        y: grid.y[row])
    }
    let (row, column) = (side - rowSides).quotientAndRemainder(dividingBy: columns)
    let first = row * columns + column
    return ContourPoint(
      x: grid.x[column],
      y: place(level, first, first + columns, from: grid.y[row], to: grid.y[row + 1]))
  }

  /// Where the level is met between two nodes; exactly at a node that has this value.
  private func place(
    _ level: Double, _ first: Int, _ second: Int, from start: Double, to end: Double
  ) -> Double {
    let (a, b) = (grid.values[first], grid.values[second])
    let rise = b - a
    let share = rise.isFinite ? (level - a) / rise : (level / 2 - a / 2) / (b / 2 - a / 2)
    return share < 0.5 ? start + share * (end - start) : end - (1 - share) * (end - start)
  }
}
