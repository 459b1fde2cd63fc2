internal import ArgumentParser
internal import Files
internal import Guarding
internal import Provenance

/// Where the reports of a check go.
struct GuardReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the report as JSON (- for standard output).", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write the report as JUnit XML.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Write the report as one HTML page.", valueName: "file"))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Whose pictures the page shows: failing, noted (tolerated ones too) or all.",
      valueName: "which"))
  var pictures = HTMLReport.Pictures.failing.rawValue

  /// Checks the options before anything is looked at.
  func writer() throws(UsageError) -> GuardReportWriter {
    let pictures: HTMLReport.Pictures = try OptionValue.choice("--pictures", pictures)
    var seen: [String] = []
    for (option, path) in [("--json", json), ("--junit", junit), ("--html", html)] {
      guard let path else { continue }
      if path.isEmpty { throw .invalid(option, value: path, allowed: "a file") }
      if seen.contains(path) {
        throw .invalid(option, value: path, allowed: "a file of its own")
      }
      seen.append(path)
    }
    return GuardReportWriter(json: json, junit: junit, html: html, pictures: pictures)
  }
}

/// Writes the reports of a check.
struct GuardReportWriter {
  let json: String?
  let junit: String?
  let html: String?
  let pictures: HTMLReport.Pictures

  /// Whether standard output is taken by a report, so that words go to standard error.
  var usesStandardOutput: Bool { [json, junit, html].contains("-") }

  /// Makes all reports and then writes them.
  ///
  /// - Returns: The paths that were written, but for standard output.
  func write(_ report: GuardReport, seconds: Double) throws -> [String] {
    var files: [(path: String, bytes: [UInt8])] = []
    if let json { files.append((json, try report.json().prettyBytes)) }
    if let junit { files.append((junit, Array(JUnitReport(report, seconds: seconds).text.utf8))) }
    if let html { files.append((html, try HTMLReport(report, pictures: pictures).bytes())) }
    for file in files {
      try OutputFile.write(file.bytes, to: file.path == "-" ? "/dev/stdout" : file.path)
    }
    return files.map(\.path).filter { $0 != "-" }
  }
}
