internal import CKernels

/// Size, mean, spread and extent of a set of Floats.
package struct Moments: Equatable, Codable, Sendable {
  /// How many values there are.
  package let count: Int
  /// The arithmetic mean; NaN for no values.
  package let mean: Double
  /// The mean of the squared deviations from the mean; NaN for no values.
  package let variance: Double
  /// The smallest value; nil for no values.
  package let minimum: Float?
  /// The largest value; nil for no values.
  package let maximum: Float?

  /// The square root of the variance of the population.
  package var standardDeviation: Double { dlplot_square_root(variance) }

  /// Measures values; a NaN among them makes all but the count NaN.
  package init(_ values: Span<Float>) {
    count = values.count
    mean = Reductions.mean(values)
    variance = Reductions.variance(values, mean: mean)
    minimum = Reductions.minimum(values)
    maximum = Reductions.maximum(values)
  }
}
