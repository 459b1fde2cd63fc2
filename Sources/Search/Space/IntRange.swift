/// The range of a whole hyper-parameter, both ends included.
package struct IntRange: Hashable, Sendable {
  package let low: Int
  package let high: Int
  /// Whether values are searched by their logarithm.
  package let isLog: Bool
  /// The distance of two neighbouring values.
  package let step: Int

  /// Creates a range; `high` is lowered to the last value that steps from `low` reach.
  ///
  /// - Throws: `DistributionError` for bounds out of order or beyond 2^53, a log scale from zero or
  ///   below, a step that is not positive, or one other than 1 on a log scale.
  package init(
    low: Int, high: Int, isLog: Bool = false, step: Int = 1
  ) throws(DistributionError) {
    for number in [low, high, step] where number.magnitude >= 1 << 53 {
      throw .tooLarge(Double(number))
    }
    if isLog && step != 1 { throw .logarithmWithStep(Double(step)) }
    if low > high { throw .lowAboveHigh(low: Double(low), high: Double(high)) }
    if isLog && low < 1 { throw .logarithmOfNothing(low: Double(low)) }
    if step <= 0 { throw .stepNotPositive(Double(step)) }
    self.low = low
    self.high = high - (high - low) % step
    self.isLog = isLog
    self.step = step
  }

  /// Whether there is one value only.
  package var isSingle: Bool { low == high }

  /// The number of values.
  package var count: Int { (high - low) / step + 1 }

  /// Whether a value is allowed.
  package func contains(_ value: Double) -> Bool {
    guard let value = Int(exactly: value) else { return false }
    return low <= value && value <= high && (value - low) % step == 0
  }
}
