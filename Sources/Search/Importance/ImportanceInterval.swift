/// The range of a parameter's share over resamples of the trials.
package struct ImportanceInterval: Equatable, Codable, Sendable {
  package let name: String
  /// The share in the study itself.
  package let share: Double
  package let low: Double
  package let high: Double
}
