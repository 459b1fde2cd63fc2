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
    var lanes = [Double](repeating: 0, count: 16)
    for i in values.indices { lanes[i & 15] += term(values[i]) }
    for width in [8, 4, 2, 1] {
      for l in 0..<width { lanes[l] += lanes[l + width] }
    }
    return lanes[0].isNaN ? .nan : lanes[0]
  }
}
