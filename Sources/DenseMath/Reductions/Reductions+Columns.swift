internal import CKernels

/// Reductions over the rows of a row-major buffer `[rows, columns]`.
extension Reductions {
  /// Returns the sum of every column, `[columns]`; zeros for no rows.
  ///
  /// - Precondition: the values fill whole rows.
  package static func columnSums(_ values: Span<Float>, columns: Int) -> [Double] {
    let rows = rowCount(values, columns: columns)
    return columnValues(columns) { sums in
      values.withUnsafeBufferPointer {
        dlplot_column_sums($0.baseAddress, rows, columns, sums)
      }
    }
  }

  /// Writes the sum of every column, rounded to Float once: the gradient of a bias `[columns]` from
  /// the gradients `[batch, columns]` of what it was added to.
  ///
  /// - Precondition: the values fill whole rows, as long as `sums`.
  package static func columnSums(_ values: Span<Float>, into sums: inout MutableSpan<Float>) {
    let doubles = columnSums(values, columns: sums.count)
    for c in sums.indices { sums[c] = Float(doubles[c]) }
  }

  /// Returns mean and variance of every column, each `[columns]`, in two passes.
  ///
  /// The variance is that of a population, the mean of the squared deviations; NaN for no rows.
  /// - Precondition: the values fill whole rows.
  package static func columnMoments(
    _ values: Span<Float>, columns: Int
  ) -> (means: [Double], variances: [Double]) {
    let rows = rowCount(values, columns: columns)
    let divisor = Double(rows)
    func overRows(_ sum: Double) -> Double { rows == 0 ? .nan : sum / divisor }
    let means = columnSums(values, columns: columns).map(overRows)
    let squares = columnValues(columns) { sums in
      values.withUnsafeBufferPointer {
        dlplot_column_squared_deviations($0.baseAddress, means, rows, columns, sums)
      }
    }
    return (means, squares.map(overRows))
  }

  private static func columnValues(
    _ columns: Int, _ write: (UnsafeMutablePointer<Double>?) -> Void
  ) -> [Double] {
    [Double](unsafeUninitializedCapacity: columns) { buffer, count in
      write(buffer.baseAddress)
      count = columns
    }
  }

  private static func rowCount(_ values: Span<Float>, columns: Int) -> Int {
    if columns == 0 && values.isEmpty { return 0 }
    precondition(
      columns > 0 && values.count % columns == 0, "\(values.count) values in \(columns) columns")
    return values.count / columns
  }
}
