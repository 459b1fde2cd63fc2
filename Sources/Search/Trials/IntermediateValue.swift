/// What a trial reported while it ran.
package struct IntermediateValue: Hashable, Codable, Sendable {
  /// The step, an epoch mostly; not negative.
  package let step: Int
  /// The value of the objective; NaN where training diverged.
  package let value: Double

  package init(step: Int, value: Double) {
    self.step = step
    self.value = value
  }
}
