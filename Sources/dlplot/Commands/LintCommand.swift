import ArgumentParser
import Charting
import FigureFiles
import Linting
import Provenance

/// `dlplot lint`: does a figure hinder or mislead its reader?
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what hinders or misleads the reader of a figure.",
    discussion: """
      Draws the numbers that a figure carries and looks at the drawing and at what it says: \
      overlapping and clipped ink, contrast, series that look alike, axes that differ, and more \
      (--list). Exit status 1 where there is an error; with --strict also where there is a warning.

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
    let findings: [Finding]
  }

  func run() throws {
    let rules = try checkedRules()
    if list {
      let lines = rules.map { rule in
        rule.rawValue.padded(to: 22) + rule.severity.rawValue.padded(to: 9) + rule.summary
      }
      return try Console.output(lines.joined(separator: "\n"))
    }
    guard !files.isEmpty else { throw UsageError.missingFigure }
    let linter = Linter(rules: rules, width: try checkedWidth())
    var reports: [Report] = []
    for path in files {
      let drawn = try drawnChart(path)
      let report = Report(file: path, findings: linter.findings(in: drawn))
      if !json { try print(report) }
      reports.append(report)
    }
    if json {
      let tree = try JSONValueEncoder(root: "findings").encode(reports)
      try Console.output(tree.prettyText)
    }
    let isBad = reports.contains { report in
      report.findings.contains { strict || $0.severity == .error }
    }
    if isBad { throw ExitStatus.no }
  }

  /// The chart of a file.
  private func drawnChart(_ path: String) throws -> DrawnChart {
    do {
      return try FileFailure.naming(path) {
        try FigureFile(path: path).drawnChart(fontFiles: fontFile)
      }
    } catch let failure as FileFailure {
      throw refusal(failure, path)
    }
  }

  /// What is to be said of a file without a chart.
  private func refusal(_ failure: FileFailure, _ path: String) -> any Error {
    switch failure.reason {
    case FigureFileError.noRecipe: UsageError.nothingToLint(path: path, missing: "recipe")
    case FigureFileError.noNumbers: UsageError.nothingToLint(path: path, missing: "numbers")
    default: failure
    }
  }

  private func print(_ report: Report) throws {
    if report.findings.isEmpty && !quiet { try Console.output("\(report.file): clean") }
    for finding in report.findings { try Console.output("\(report.file): \(finding.line)") }
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
