internal import DenseMath

/// The range of a real hyper-parameter, both ends included.
package struct FloatRange: Hashable, Sendable {
  package let low: Double
  package let high: Double
  /// Whether values are searched by their logarithm.
  package let isLog: Bool
  /// The distance of two neighbouring values, where not all are allowed.
  package let step: Double?

  /// Creates a range. With a step, `high` is lowered to the last value that steps from `low` reach,
  /// in decimal arithmetic: from 0 to 1 by 0.3 ends at 0.9.
  ///
  /// - Throws: `DistributionError` for bounds that are not finite or out of order, a log scale from
  ///   zero or below, a step that is not positive or goes with a log scale.
  package init(
    low: Double, high: Double, isLog: Bool = false, step: Double? = nil
  ) throws(DistributionError) {
    for bound in [low, high, step ?? 1] where !bound.isFinite { throw .notFinite(bound) }
    if isLog, let step { throw .logarithmWithStep(step) }
    if low > high { throw .lowAboveHigh(low: low, high: high) }
    if isLog && low <= 0 { throw .logarithmOfNothing(low: low) }
    if let step, step <= 0 { throw .stepNotPositive(step) }
    self.low = low
    self.high = step.map { DecimalSteps(low: low, high: high, step: $0).last } ?? high
    self.isLog = isLog
    self.step = step
  }

  /// Whether there is one value only.
  package var isSingle: Bool {
    low == high
  }

  /// The number of values; nil where all between the bounds are allowed.
  package var count: Int? {
    if isSingle { return 1 }
    return step.map { Int(min(Elementary.nearestInteger((high - low) / $0), 0x1p52)) + 1 }
  }

  /// Whether a value is allowed, up to 1e-8 of a step.
  package func contains(_ value: Double) -> Bool {
    guard low <= value && value <= high else { return false }
    guard let step else { return true }
    let place = (value - low) / step
    return (place - Elementary.nearestInteger(place)).magnitude < 1e-8
  }
}
