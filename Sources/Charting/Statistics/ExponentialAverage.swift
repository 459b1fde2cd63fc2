/// An exponential average of both sides: neighbours count less the farther they are.
package struct ExponentialAverage: Equatable, Sendable {
  /// The weight of a neighbour, from 0 (no smoothing) up to, not including, 1.
  package let weight: Double

  /// - Throws: `ChartError.smoothingWeight`.
  package init(weight: Double) throws(ChartError) {
    guard weight >= 0, weight < 1 else { throw .smoothingWeight(weight) }
    self.weight = weight
  }

  /// `values` smoothed, one for one.
  ///
  /// `m_n = (sum over k of w^|n-k| y_k) / (sum over k of w^|n-k|)`, over the finite values in their
  /// order; NaN and infinity stay where they are and leave no trace. A constant series stays as it
  /// is. The sums look both ways: the usual average of the past alone lags behind, and draws a loss
  /// that falls above the losses that it is of.
  ///
  /// To be applied to all of the data before any thinning: a smoothed value then does not depend on
  /// how long or how large the curve is drawn.
  package func smoothed(_ values: [Double]) -> [Double] {
    guard values.contains(where: { $0 != values[0] }) else { return values }
    // Sums and weights of what lies before each value, and of what lies after it.
    var result = values
    var before = [(sum: Double, weight: Double)](repeating: (0, 0), count: values.count)
    var past = (sum: 0.0, weight: 0.0)
    for index in values.indices where values[index].isFinite {
      before[index] = past
      past = (weight * (past.sum + values[index]), weight * (past.weight + 1))
    }
    var future = (sum: 0.0, weight: 0.0)
    for index in values.indices.reversed() where values[index].isFinite {
      let sum = before[index].sum + values[index] + future.sum
      result[index] = sum / (before[index].weight + 1 + future.weight)
      future = (weight * (future.sum + values[index]), weight * (future.weight + 1))
    }
    return result
  }
}
