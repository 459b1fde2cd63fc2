import ArgumentParser
import FigureFiles
import Provenance
import Training
import Verifying

/// `dlplot verify`: is a figure what it says it is?
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make figures anew from what they carry, and compare.",
    discussion: """
      Takes the config out of each figure, runs the experiment again, and compares rung by rung: \
      the picture in the file, the carried numbers, the data, the scene, the pixels. Exit status 1 \
      where one differs; the first that does is named.

        dlplot verify activations.png
        dlplot verify --quick figures/*.png      draws the carried numbers again, trains nothing
      """)

  @Argument(help: ArgumentHelp("Figures, or results written by --json.", valueName: "file"))
  var files: [String]

  @Flag(help: "Take the carried numbers for right and only draw them again.")
  var quick = false

  @Option(
    help: ArgumentHelp(
      "Images to use (default: those with the figure's digest).", valueName: "name|dir"))
  var data: String?

  @Option(
    help: ArgumentHelp("Workers (default: one a core).", valueName: "count"))
  var threads: String?

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  @Flag(help: "Print nothing; the exit status is the answer.")
  var quiet = false

  func run() throws {
    var options = RunOptions()
    options.threads = threads
    let workers = try options.checkedThreads()
    var allEqual = true
    for path in files {
      let verdict = try verify(path, threads: workers)
      allEqual = allEqual && verdict.isEqual
      if !quiet { try Console.output("\(path): \(verdict.text)") }
    }
    if !allEqual { throw ExitStatus.no }
  }

  private func verify(_ path: String, threads: Int) throws -> (isEqual: Bool, text: String) {
    let file: FigureFile
    do {
      file = try FigureFile(path: path)
    } catch ProvenanceError.wrongIdentity(.config, _, _) {
      return (false, "DIFFERS: the config is not the one that the figure was made from")
    } catch ProvenanceError.alteredResult {
      return (false, "DIFFERS: the numbers of the file were altered")
    }
    let progress = TrainingProgress()
    let verification = Verification(
      file: file, data: data, fontFiles: fontFile, threads: threads, isQuick: quick,
      progress: progress)
    let rungs = try ProgressBar.watching(progress, isQuiet: quiet) { try verification.run() }
    if let first = rungs.first(where: { !$0.isEqual }) {
      return (false, "DIFFERS in \(first.name): \(first.detail)")
    }
    let names = rungs.map(\.name).joined(separator: ", ")
    return (true, (quick ? "drawn again, equal: " : "verified: ") + names)
  }
}
