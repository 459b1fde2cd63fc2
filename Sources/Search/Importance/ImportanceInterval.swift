/// A parameter's share, and its range over random halves of the trials.
package struct ImportanceInterval: Equatable, Codable, Sendable {
  package let name: String
  /// The share in the study itself.
  package let share: Double
  package let low: Double
  package let high: Double
}
