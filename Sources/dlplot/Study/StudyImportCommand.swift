import ArgumentParser
import Studies

/// `dlplot study import`: to a journal.
struct StudyImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write the studies of a database or journal as a journal.",
    discussion: """
        dlplot study import study.db study.jsonl
      """)

  @Argument(help: ArgumentHelp("A database or a journal.", valueName: "file"))
  var source: String

  @Argument(
    help: ArgumentHelp("The journal to write; one that is there is replaced.", valueName: "target"))
  var target: String

  @Option(help: ArgumentHelp("Only this study.", valueName: "name"))
  var studyName: String?

  func run() throws {
    let transfer = StudyTransfer(source: source, target: target, name: studyName)
    let studies = try transfer.read()
    try JournalExport.write(studies, to: target, isSorted: false)
    try transfer.report(studies)
  }
}
