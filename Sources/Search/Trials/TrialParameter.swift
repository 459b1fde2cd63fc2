/// The value of a hyper-parameter in a trial.
package struct TrialParameter: Hashable, Codable, Sendable {
  package let name: String
  /// What the value was drawn from.
  package let distribution: Distribution
  /// The internal value; see ``Distribution``.
  package let value: Double

  package init(name: String, distribution: Distribution, value: Double) {
    self.name = name
    self.distribution = distribution
    self.value = value
  }

  /// The value as the user knows it.
  package var external: ParameterValue { distribution.external(value) }
}
