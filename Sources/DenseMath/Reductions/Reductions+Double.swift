/// The same shape for Doubles: results of runs, not their tensors.
extension Reductions {
  /// Returns the sum, in the sixteen lanes of the sums of Floats; zero for no values.
  package static func sum(_ values: Span<Double>) -> Double {
    sum(values) { $0 }
  }

  /// Returns the arithmetic mean; NaN for no values.
  package static func mean(_ values: Span<Double>) -> Double {
    values.isEmpty ? .nan : sum(values) / Double(values.count)
  }

  /// Returns the mean of the squared deviations from the mean, in two passes; NaN for no values.
  package static func variance(_ values: Span<Double>) -> Double {
    if values.isEmpty { return .nan }
    let mean = mean(values)
    return sum(values) { ($0 - mean) * ($0 - mean) } / Double(values.count)
  }

  private static func sum(_ values: Span<Double>, of term: (Double) -> Double) -> Double {
    var lanes = SIMD16<Double>()
    for i in values.indices { lanes[i % 16] += term(values[i]) }
    let eight = lanes.lowHalf + lanes.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    let sum = two.x + two.y
    return sum.isNaN ? .nan : sum
  }
}
