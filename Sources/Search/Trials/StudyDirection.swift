/// Which values of a study are better. The raw values are those of Optuna's journals.
package enum StudyDirection: Int, CaseIterable, Codable, Sendable {
  case minimize = 1
  case maximize = 2

  /// A number that is smaller for better values.
  package func loss(_ value: Double) -> Double {
    self == .minimize ? value : -value
  }
}
