/// The report as JUnit XML, as CI servers read it.
///
/// One test case a figure. Some servers show only the message of a failure and others only its text,
/// so both say everything. Some stop at a missing time, so each element has one; the figures are not
/// timed one by one.
package struct JUnitReport: Equatable, Sendable {
  let report: GuardReport
  /// Seconds that the check took.
  let seconds: Double

  package init(_ report: GuardReport, seconds: Double) {
    self.report = report
    self.seconds = seconds
  }

  package var text: String {
    let failures = count { !$0.passes && $0.verdict != .unverified } + (report.listed == 0 ? 1 : 0)
    let errors = report.count(.unverified)
    let tests = report.outcomes.count + (report.listed == 0 ? 1 : 0)
    let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\""
    let time = Self.decimal(seconds)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"dlplot guard\" \(counts) time=\"\(time)\">",
      "  <testsuite name=\"\(suite)\" \(counts) skipped=\"0\" time=\"\(time)\">",
    ]
    lines += report.outcomes.flatMap(testCase)
    if report.listed == 0 {
      lines += testCase(
        named: GuardManifest.fileName, ["<failure message=\"it lists no figure\" type=\"empty\"/>"])
    }
    lines.append("    <system-out>\(MarkupText.escaped(report.summary))</system-out>")
    lines += ["  </testsuite>", "</testsuites>", ""]
    return lines.joined(separator: "\n")
  }

  private var suite: String { MarkupText.escaped("guard " + report.folder) }

  private func count(_ isCounted: (FigureOutcome) -> Bool) -> Int {
    report.outcomes.count(where: isCounted)
  }

  private func testCase(_ outcome: FigureOutcome) -> [String] {
    let message = MarkupText.escaped("\(outcome.headline): \(outcome.detail)")
    let body: [String]
    switch outcome.verdict {
    case .verified: body = []
    case .tolerated: body = ["<system-out>\(message)</system-out>"]
    case .unverified:
      body = ["<error message=\"\(message)\" type=\"unverified\">\(message)</error>"]
    case .differs, .missing, .extra:
      body = [
        "<failure message=\"\(message)\" type=\"\(outcome.rung ?? outcome.verdict.rawValue)\">"
          + "\(([message] + outcome.changes.map(MarkupText.escaped)).joined(separator: "\n"))"
          + "</failure>"
      ]
    }
    return testCase(named: outcome.path, body)
  }

  private func testCase(named name: String, _ body: [String]) -> [String] {
    let head =
      "    <testcase classname=\"\(suite)\" name=\"\(MarkupText.escaped(name))\" time=\"0\""
    guard !body.isEmpty else { return [head + "/>"] }
    return [head + ">"] + body.map { "      " + $0 } + ["    </testcase>"]
  }

  /// Seconds with three decimals.
  private static func decimal(_ seconds: Double) -> String {
    guard seconds >= 0, seconds < 1e9 else { return "0" }
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
