import ArgumentParser
import FigureFiles
import Guarding
import Provenance
import Rendering
import Training
import Verifying

/// `dlplot verify`: is a figure what it says it is?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make figures anew from what they carry, and compare.",
    discussion: """
      Takes the config out of each figure, runs the experiment again, and compares rung by rung: \
      config, carried numbers, data, scene, pixels, the picture in the file, its words. Exit \
      status 1 where one differs; what differs, where and by how much is named. Nothing that a \
      figure carries is run, opened or written.

        dlplot verify activations.png
        dlplot verify --quick figures/*.png      draws the carried numbers again, trains nothing
      """)

  @Argument(help: ArgumentHelp("Figures, or results written by --json.", valueName: "file"))
  var files: [String]

  @Flag(help: "Take the carried numbers for right and only draw them again.")
  var quick = false

  @Option(
    help: ArgumentHelp(
      "Images to use (default: those with the figure's digest), or the file of its study.",
      valueName: "name|dir"))
  var data: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Refuse a figure that takes more to make anew (default: 20000; a default figure takes under "
        + "1000).", valueName: "gflop"))
  var limit: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Workers (default: one a core).", valueName: "count"))
  var threads: String?

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  @Flag(help: "Print the reports as JSON.")
  var json = false

  @Flag(help: "Print nothing; the exit status is the answer.")
  var quiet = false

  func run() throws {
    var options = RunOptions()
    options.threads = threads
    let workers = try options.checkedThreads()
    let limit = try checkedLimit()
    try FontLibrary(files: fontFile).checkFiles()
    _ = try DataOption.files(data)
    var answers: [Answer] = []
    for path in files {
      let answer = answer(path, threads: workers, limit: limit)
      if !quiet, !json, let report = answer.report {
        try Console.output("\(PrintablePath.text(path)): \(report)")
      }
      if let error = answer.error { Console.error("dlplot: " + error) }
      answers.append(answer)
    }
    if json, !quiet {
      let list = try JSONValueEncoder(root: "reports").encode(answers)
      try Console.output(String(decoding: list.prettyBytes, as: UTF8.self).droppingLastLineFeed)
    }
    // The gravest of all: a failure of the machine, bad input, a figure that differs.
    let worst = answers.map(\.status).max() ?? 0
    if let status = ExitStatus(rawValue: worst), status != .done { throw status }
  }

  private func checkedLimit() throws -> Double {
    guard let limit else { return VerificationError.usualLimit }
    return try OptionValue.number("--limit", limit, in: 0...1e12, allowed: "0...1e12 GFLOP")
  }

  private func answer(_ path: String, threads: Int, limit: Double) -> Answer {
    do {
      let progress = TrainingProgress()
      let verification = Verification(
        source: try FigureSource(path: path), data: data, fontFiles: fontFile, threads: threads,
        isQuick: quick, limit: limit, progress: progress)
      let report = try ProgressBar.watching(progress, isQuiet: quiet) { try verification.run() }
      return Answer(file: path, report: report)
    } catch {
      return Answer(file: path, error: error)
    }
  }
}

/// What the check of one file came to.
private struct Answer: Encodable {
  let file: String
  /// Exit status that the file alone would give.
  let status: Int32
  var report: VerificationReport?
  /// Why it could not be checked.
  var error: String?

  init(file: String, report: VerificationReport) {
    self.file = file
    self.report = report
    status = (report.isEqual ? ExitStatus.done : .no).rawValue
  }

  init(file: String, error: any Error) {
    self.file = file
    status = ExitStatus(error).rawValue
    self.error = String(
      ErrorLine(FileFailure(path: file, reason: error)).text.dropFirst("dlplot: ".count))
  }
}

extension String {
  fileprivate var droppingLastLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
