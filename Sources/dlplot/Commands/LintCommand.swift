import ArgumentParser
import FigureFiles
import Guarding
import Linting
import Provenance
import Rendering

/// `dlplot lint`: does a figure hinder or mislead its reader?
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what hinders or misleads the reader of a figure.",
    discussion: """
      Draws the numbers that a figure carries and looks at the drawing and at what it says: \
      overlapping and clipped ink, contrast, series that look alike, axes that differ, and more \
      (--list). Exit status 1 where there is an error, with --strict also where there is a warning, \
      and 2 where a file cannot be read.

        dlplot lint optimizers.png
        dlplot lint --strict figures/*.png
        dlplot lint --width 252 overfit.png      as wide as a column of a paper
      """)

  @Argument(help: ArgumentHelp("Figures, or results written by --json.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("Only these rules, separated by commas.", valueName: "id,..."))
  var rule: String?

  @Option(help: ArgumentHelp("All rules but these, separated by commas.", valueName: "id,..."))
  var except: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How wide the figure will be shown, in points (default: its page).", valueName: "points"))
  var width: String?

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @Flag(help: "Print the rules.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  @Flag(help: "Print nothing of figures without findings.")
  var quiet = false

  /// The findings of a file.
  private struct Report: Encodable {
    let file: String
    /// Exit status that the file alone would give.
    let status: Int32
    var findings: [Finding]?
    /// Why it could not be looked at.
    var error: String?
  }

  func run() throws {
    let rules = try checkedRules()
    if list {
      if json {
        let rules = rules.map { rule -> JSONValue in
          [
            "rule": .string(rule.rawValue), "severity": .string(rule.severity.rawValue),
            "summary": .string(rule.summary),
          ]
        }
        return try Console.output(JSONValue.array(rules).prettyText)
      }
      let lines = rules.map { rule in
        rule.rawValue.padded(to: 22) + rule.severity.rawValue.padded(to: 9) + rule.summary
      }
      return try Console.output(lines.joined(separator: "\n"))
    }
    guard !files.isEmpty else { throw UsageError.missingFigure }
    try FontLibrary(files: fontFile).checkFiles()
    let linter = Linter(rules: rules, width: try checkedWidth())
    var reports: [Report] = []
    for path in files {
      let report = report(path, by: linter)
      if let error = report.error { Console.error("dlplot: " + error) }
      if !json { try print(report) }
      reports.append(report)
    }
    if json {
      let tree = try JSONValueEncoder(root: "findings").encode(reports)
      try Console.output(tree.prettyText)
    }
    // The gravest of all: a failure of the machine, bad input, a figure with a fault.
    let worst = reports.map(\.status).max() ?? 0
    if let status = ExitStatus(rawValue: worst), status != .done { throw status }
  }

  private func report(_ path: String, by linter: Linter) -> Report {
    do {
      let drawn = try FigureFile(path: path).drawnChart(fontFiles: fontFile)
      let findings = linter.findings(in: drawn)
      let isBad = findings.contains { strict || $0.severity == .error }
      return Report(
        file: path, status: (isBad ? ExitStatus.no : .done).rawValue, findings: findings)
    } catch {
      let failed = FailedFile(path, refusal(error, path))
      return Report(file: path, status: failed.status, error: failed.error)
    }
  }

  /// What is to be said of a file without a chart.
  private func refusal(_ error: any Error, _ path: String) -> any Error {
    switch error {
    case FigureFileError.noRecipe: UsageError.nothingToLint(path: path, missing: "recipe")
    case FigureFileError.noNumbers: UsageError.nothingToLint(path: path, missing: "numbers")
    default: error
    }
  }

  private func print(_ report: Report) throws {
    guard let findings = report.findings else { return }
    let name = PrintablePath.text(report.file)
    if findings.isEmpty && !quiet { try Console.output("\(name): clean") }
    for finding in findings { try Console.output("\(name): \(finding.line)") }
  }

  private func checkedRules() throws(UsageError) -> [LintRule] {
    let only = try rule.map { text throws(UsageError) in try rules("--rule", text) }
    let none = try except.map { text throws(UsageError) in try rules("--except", text) } ?? []
    return LintRule.allCases.filter { (only?.contains($0) ?? true) && !none.contains($0) }
  }

  private func rules(_ option: String, _ text: String) throws(UsageError) -> [LintRule] {
    var rules: [LintRule] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      rules.append(try OptionValue.choice(option, String(name)))
    }
    return rules
  }

  private func checkedWidth() throws(UsageError) -> Double? {
    try width.map { text throws(UsageError) in
      try OptionValue.number("--width", text, in: 36...4000, allowed: "36...4000 points")
    }
  }
}

extension String {
  /// With spaces behind it up to a length.
  fileprivate func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(1, length - count))
  }
}
