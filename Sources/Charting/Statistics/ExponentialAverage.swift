/// The moving average that TensorBoard draws as a smoothed curve.
package struct ExponentialAverage: Equatable, Sendable {
  /// The weight of the past, from 0 (no smoothing) up to, not including, 1.
  package let weight: Double

  /// - Throws: `ChartError.smoothingWeight`.
  package init(weight: Double) throws(ChartError) {
    guard weight >= 0, weight < 1 else { throw .smoothingWeight(weight) }
    self.weight = weight
  }

  /// `values` smoothed, one for one.
  ///
  /// `m_n = w m_(n-1) + (1 - w) y_n` from `m_0 = 0`, divided by `1 - w^n`, so that the start is not
  /// drawn towards zero. n counts the finite values; NaN and infinity stay where they are and leave
  /// no trace in what follows. A constant series stays as it is.
  ///
  /// To be applied to all of the data before any thinning: a smoothed value then does not depend on
  /// how long or how large the curve is drawn.
  ///
  /// - Source: TensorBoard, `webapp/widgets/line_chart_v2/data_transformer.ts`.
  package func smoothed(_ values: [Double]) -> [Double] {
    guard values.contains(where: { $0 != values[0] }) else { return values }
    var mean = 0.0
    var power = 1.0
    return values.map { value in
      guard value.isFinite else { return value }
      mean = mean * weight + (1 - weight) * value
      power *= weight
      return mean / (1 - power)
    }
  }
}
