/// A dense matrix `[rows, columns]` of Float32, row-major in one buffer.
///
/// Either dimension may be 0. Equality is that of arrays of numbers: `-0 == 0`, and a NaN differs
/// from every other element. `hasSameBits(as:)` compares bits.
package struct Matrix: Equatable, Sendable {
  /// The number of rows.
  package private(set) var rows: Int

  /// The number of columns.
  package private(set) var columns: Int

  /// All elements, row after row: element `[i, j]` is at `i * columns + j`.
  package private(set) var elements: [Float]

  /// Makes a matrix `[rows, columns]` with each element the same.
  package init(rows: Int, columns: Int, repeating element: Float = 0) {
    precondition(rows >= 0 && columns >= 0, "negative shape [\(rows), \(columns)]")
    self.rows = rows
    self.columns = columns
    self.elements = Array(repeating: element, count: rows * columns)
  }

  /// Makes a matrix `[rows, columns]` of its elements, row after row.
  ///
  /// - Parameter elements: As many as `rows * columns`.
  package init(rows: Int, columns: Int, elements: [Float]) {
    precondition(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "\(elements.count) elements for the shape [\(rows), \(columns)]")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix `[rows, columns]` whose element `[i, j]` is `element(i, j)`, asked for row by
  /// row.
  package init<Failure: Error>(
    rows: Int, columns: Int, element: (Int, Int) throws(Failure) -> Float
  ) throws(Failure) {
    self.init(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns {
        elements[i &* columns &+ j] = try element(i, j)
      }
    }
  }

  /// The element in a row and a column.
  package subscript(row: Int, column: Int) -> Float {
    get { elements[index(row, column)] }
    set { elements[index(row, column)] = newValue }
  }

  /// Whether shape and bits are the same, NaN and the signs of zeros included.
  package func hasSameBits(as other: Matrix) -> Bool {
    rows == other.rows && columns == other.columns
      && elements.elementsEqual(other.elements) { $0.bitPattern == $1.bitPattern }
  }

  /// Changes the shape and keeps the buffer, which grows only beyond its largest size so far.
  ///
  /// The elements are those of the buffer, in their order and zero beyond, and meant to be
  /// overwritten.
  package mutating func reshape(rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "negative shape [\(rows), \(columns)]")
    let missing = rows * columns - elements.count
    if missing > 0 {
      elements.append(contentsOf: repeatElement(0, count: missing))
    } else {
      elements.removeLast(-missing)
    }
    self.rows = rows
    self.columns = columns
  }

  /// The transposed matrix, `[columns, rows]`.
  package func transposed() -> Matrix {
    Matrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "no element [\(row), \(column)] in the shape [\(rows), \(columns)]")
    return row &* columns &+ column
  }
}

// MARK: - Views

extension Matrix {
  /// Calls `body` with all elements, row after row.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(elements.span)
  }

  /// Calls `body` with all elements, row after row, to be changed in place.
  package mutating func withMutableSpan<Result, Failure: Error>(
    _ body: (inout MutableSpan<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var span = elements.mutableSpan
    return try body(&span)
  }

  /// Calls `body` with the elements of a row, `[columns]`.
  package func withRow<Result, Failure: Error>(
    _ row: Int, _ body: (Span<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(elements.span.extracting(range(ofRow: row)))
  }

  /// Calls `body` with the elements of a row, `[columns]`, to be changed in place.
  package mutating func withMutableRow<Result, Failure: Error>(
    _ row: Int, _ body: (inout MutableSpan<Float>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = range(ofRow: row)
    return try elements.withUnsafeMutableBufferPointer { all throws(Failure) in
      var span = UnsafeMutableBufferPointer(rebasing: all[range]).mutableSpan
      return try body(&span)
    }
  }

  private func range(ofRow row: Int) -> Range<Int> {
    precondition(row >= 0 && row < rows, "no row \(row) in the shape [\(rows), \(columns)]")
    return row * columns..<(row + 1) * columns
  }
}
