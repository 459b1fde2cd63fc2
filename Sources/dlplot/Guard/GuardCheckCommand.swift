internal import ArgumentParser
internal import Files
internal import Guarding
internal import Rendering
internal import Training
internal import Verifying

/// `dlplot guard check`: are the figures of a folder what was accepted?
struct GuardCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare the figures of a folder with its guard.json.",
    discussion: """
      A figure that is missing, that guard.json does not list, or that cannot be verified fails the \
      check as one that differs does: exit status 1.

        dlplot guard check figures                        the files as they are
        dlplot guard check figures --new build/figures    others, against those in figures
        dlplot guard check figures --rerun                made anew from their recipes
        dlplot guard check figures --html report.html     a page with the pictures of what fails
      """)

  @Argument(help: ArgumentHelp("The folder with guard.json.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Check the figures in this folder instead, with those beside guard.json as reference.",
      valueName: "dir"))
  var new: String?

  @Option(
    help: ArgumentHelp(
      "A folder with the accepted pictures, as in another checkout, to compare and to show; may be "
        + "given several times.",
      valueName: "dir"))
  var reference: [String] = []

  @Flag(help: "Make the figures of dlplot anew from the recipes that they carry.")
  var rerun = false

  @Flag(help: "Draw them anew from the numbers that they carry, and train nothing.")
  var quick = false

  @OptionGroup(title: "Reports") var reports: GuardReportOptions

  @Option(
    help: ArgumentHelp(
      "Images to use (default: those with the figure's digest).", valueName: "name|dir"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave out a figure that takes more to make anew, which then fails (default: 20000).",
      valueName: "gflop"))
  var limit: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Workers (default: one a core).", valueName: "count"))
  var threads: String?

  @Flag(help: "Print nothing; the exit status is the answer.")
  var quiet = false

  func run() throws {
    var options = RunOptions()
    options.threads = threads
    let workers = try options.checkedThreads()
    let limit = try limit.map {
      try OptionValue.number("--limit", $0, in: 0...1e12, allowed: "0...1e12 GFLOP")
    }
    let writer = try reports.writer()
    try FontLibrary(files: fontFile).checkFiles()
    let dataFiles = try DataOption.files(data)
    try writer.check { try figureFiles() + fontFile + dataFiles }
    let progress = TrainingProgress()
    let remaking = Remaking(
      source: quick ? .carriedNumbers : .training, data: data, fontFiles: fontFile,
      limit: limit ?? VerificationError.usualLimit, progress: progress)
    let check = GuardCheck(
      folder: folder, newFolder: new, referenceFolders: reference,
      remaking: rerun || quick ? remaking : nil, fontFiles: fontFile, threads: workers,
      isMachineFault: { ExitStatus($0) == .machine })
    let start = MonotonicClock.seconds
    let report = try ProgressBar.watching(progress, isQuiet: quiet) { try check.run() }
    let written = try writer.write(report, seconds: MonotonicClock.seconds - start)
    if !quiet {
      let text = (report.lines + written).joined(separator: "\n")
      if writer.usesStandardOutput { Console.error(text) } else { try Console.output(text) }
    }
    if !report.passes { throw ExitStatus.no }
  }

  /// What the check looks at: `guard.json`, and the figures that are there or that it lists.
  private func figureFiles() throws -> [String] {
    let listed = try GuardFile(folder: folder).read().figures.map(\.path)
    let folders = [folder] + [new].compactMap(\.self)
    var files = try folders.flatMap(figureFiles(in:))
    for folder in folders + reference { files += listed.map { Path.join(folder, $0) } }
    return files
  }

  /// The same of one folder, with those inside that guard themselves.
  private func figureFiles(in folder: String) throws -> [String] {
    let listing = try FigureFolder(path: folder)
    return [GuardFile(folder: folder).path]
      + (listing.files + listing.linksOut).map(listing.path(of:))
      + (try listing.guardedFolders.flatMap { try figureFiles(in: listing.path(of: $0)) })
  }
}
