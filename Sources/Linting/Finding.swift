/// Something in a figure that hinders or misleads its reader.
package struct Finding: Codable, Equatable, Sendable {
  package enum Severity: String, Codable, Sendable {
    /// Something is hidden, cannot be told, or misleads.
    case error
    /// Something makes the figure harder to read.
    case warning
  }

  package var rule: LintRule
  package var severity: Severity
  /// What it is about: the panel, the series, the text.
  package var place: String
  /// What was found.
  package var measured: String
  /// What would do.
  package var allowed: String

  package init(_ rule: LintRule, _ place: String, _ measured: String, allowed: String) {
    self.rule = rule
    severity = rule.severity
    self.place = place
    self.measured = measured
    self.allowed = allowed
  }

  /// One line: `error contrast: number '0': 2.75:1 on #FFFFFF (at least 4.5:1)`.
  package var line: String {
    "\(severity.rawValue) \(rule.rawValue): \(place): \(measured) (\(allowed))"
  }
}
