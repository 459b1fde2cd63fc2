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
  /// order, counted from 0, with `|n-k| <= n`; NaN and infinity stay where they are and leave no
  /// trace. A constant series stays as it is. The sums look both ways: the usual average of the past
  /// alone lags behind, and draws a loss that falls above the losses that it is of. They look no
  /// farther ahead than back, so that a curve begins where its values do; at the end, where nothing
  /// lies ahead, the past alone counts.
  ///
  /// To be applied to all of the data before any thinning: a smoothed value then does not depend on
  /// how long or how large the curve is drawn.
  package func smoothed(_ values: [Double]) -> [Double] {
    guard values.contains(where: { $0 != values[0] }) else { return values }
    let places = values.indices.filter { values[$0].isFinite }
    let finite = places.map { values[$0] }
    var result = values
    for (place, mean) in zip(places, means(of: finite)) { result[place] = mean }
    return result
  }

  private func means(of values: [Double]) -> [Double] {
    // Sums and weights of what lies before each value, and of what lies after it.
    var before: [(sum: Double, weight: Double)] = []
    var past = (sum: 0.0, weight: 0.0)
    for value in values {
      before.append(past)
      past = (weight * (past.sum + value), weight * (past.weight + 1))
    }
    var means = values
    var future = (sum: 0.0, weight: 0.0)
    for index in values.indices.reversed() {
      let sum = before[index].sum + values[index] + future.sum
      means[index] = sum / (before[index].weight + 1 + future.weight)
      future = (weight * (future.sum + values[index]), weight * (future.weight + 1))
    }
    // Near the start what lies farther ahead than the start lies back does not count.
    var factor = 1.0
    for index in values.indices where 2 * index + 1 < values.count {
      // From here on it would not be seen.
      if factor < 1e-6 { break }
      factor *= weight
      var (sum, total, power) = (before[index].sum + values[index], before[index].weight + 1, 1.0)
      for distance in 0..<index {
        power *= weight
        sum += power * values[index + distance + 1]
        total += power
      }
      means[index] = sum / total
    }
    return means
  }
}
