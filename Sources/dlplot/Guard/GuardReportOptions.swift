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
    var seen: [FileIdentity] = []
    for (option, path) in [("--json", json), ("--junit", junit), ("--html", html)] {
      guard let path else { continue }
      if path.isEmpty { throw .invalid(option, value: path, allowed: "a file") }
      let identity = FileIdentity(output: path)
      if seen.contains(identity) {
        throw .invalid(option, value: path, allowed: "a file of its own")
      }
      seen.append(identity)
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

  /// Finds out before the check whether the reports can be written, and that none replaces what is
  /// read.
  ///
  /// - Parameter read: The files that the check reads; asked for where there are reports.
  /// - Throws: `UsageError`, `OutputError`.
  func check(reading read: () throws -> [String]) throws {
    let named = [("--json", json), ("--junit", junit), ("--html", html)]
      .compactMap { option, path in path.map { (option, $0) } }
    if named.isEmpty { return }
    var files = DistinctFiles(read: try read())
    for (option, path) in named {
      try files.write(path, by: option)
      if path != "-" { try OutputFile.check(path) }
    }
  }

  /// Makes all reports and then writes them, all or none.
  ///
  /// - Returns: The paths that were written, but for standard output.
  func write(_ report: GuardReport, seconds: Double) throws -> [String] {
    var files: [(path: String, bytes: [UInt8])] = []
    if let json { files.append((json, try report.json().prettyBytes)) }
    if let junit { files.append((junit, Array(JUnitReport(report, seconds: seconds).text.utf8))) }
    if let html { files.append((html, try HTMLReport(report, pictures: pictures).bytes())) }
    try OutputFile.write(files.map { ($0.path == "-" ? "/dev/stdout" : $0.path, $0.bytes) })
    return files.map(\.path).filter { $0 != "-" }
  }
}
