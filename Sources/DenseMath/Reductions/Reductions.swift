internal import CKernels

/// Sums and extrema in one fixed shape, whatever the processor and the number of threads.
///
/// Sums run in sixteen Double lanes: element `i` goes to lane `i mod 16`, in ascending order; at
/// the end lane `l` takes lane `l + 8`, then `l + 4`, `l + 2` and `l + 1`. A Float and the product
/// of two are exact in Double, so that a million terms lose nothing that a Float could show. Sums
/// over columns are one chain over the rows for each column. A buffer is reduced as a whole: to
/// split it would change the shape.
///
/// A NaN anywhere makes the result NaN (the positive quiet one), as do infinities of both signs in
/// a sum. A zero among the extrema is positive.
package enum Reductions {
  /// Returns the sum; zero for no values.
  package static func sum(_ values: Span<Float>) -> Double {
    values.withUnsafeBufferPointer { dlplot_sum($0.baseAddress, $0.count) }
  }

  /// Returns the arithmetic mean; NaN for no values.
  package static func mean(_ values: Span<Float>) -> Double {
    values.isEmpty ? .nan : sum(values) / Double(values.count)
  }

  /// Returns the variance of the values as a whole population: the mean of the squared deviations
  /// from their mean, in two passes; NaN for no values.
  package static func variance(_ values: Span<Float>) -> Double {
    variance(values, mean: mean(values))
  }

  /// Returns the mean of the squared deviations from a known mean.
  static func variance(_ values: Span<Float>, mean: Double) -> Double {
    if values.isEmpty { return .nan }
    let sum = values.withUnsafeBufferPointer {
      dlplot_squared_deviations($0.baseAddress, mean, $0.count)
    }
    return sum / Double(values.count)
  }

  /// Returns the scalar product.
  ///
  /// - Precondition: both have as many elements.
  package static func dot(_ x: Span<Float>, _ y: Span<Float>) -> Double {
    precondition(x.count == y.count, "\(x.count) values times \(y.count)")
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in dlplot_dot(x.baseAddress, y.baseAddress, x.count) }
    }
  }

  /// Returns the smallest value, nil for no values.
  package static func minimum(_ values: Span<Float>) -> Float? {
    values.isEmpty
      ? nil : values.withUnsafeBufferPointer { dlplot_minimum($0.baseAddress, $0.count) }
  }

  /// Returns the largest value, nil for no values.
  package static func maximum(_ values: Span<Float>) -> Float? {
    values.isEmpty
      ? nil : values.withUnsafeBufferPointer { dlplot_maximum($0.baseAddress, $0.count) }
  }

  /// Returns the place of the largest value, of equal ones the first, and nil for no values.
  ///
  /// A NaN counts as larger than all: the place is that of the first NaN, as in NumPy.
  package static func indexOfMaximum(_ values: Span<Float>) -> Int? {
    guard let maximum = maximum(values) else { return nil }
    return values.indices.first { values[$0] == maximum || values[$0].isNaN && maximum.isNaN }
  }
}
