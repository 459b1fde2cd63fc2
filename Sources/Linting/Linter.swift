package import Charting

/// Checks drawn charts by rules.
///
///     let findings = Linter().findings(in: try chart.drawn(size: size, ...))
package struct Linter: Sendable {
  package var rules: [LintRule]
  /// How wide the figure will be shown, in points; nil for the width of its page.
  package var width: Double?

  /// - Parameter rules: What to check; all unless given.
  package init(rules: [LintRule] = LintRule.allCases, width: Double? = nil) {
    self.rules = rules
    self.width = width
  }

  /// What the rules find, in the order of the rules, then from the top of the page down.
  package func findings(in drawn: DrawnChart) -> [Finding] {
    let page = LintPage(drawn, width: width)
    return rules.flatMap { $0.check.findings(in: page) }
  }
}

/// A check of one rule.
protocol LintCheck {
  func findings(in page: LintPage) -> [Finding]
}
