import ArgumentParser
import Studies

/// `dlplot study export`: to Optuna's SQLite storage, or to a journal in order.
struct StudyExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write studies as an SQLite database that Optuna 4 and 5 open and continue.",
    discussion: """
        dlplot study export digits.jsonl study.db
        dlplot study export digits.jsonl sorted.jsonl

      A target that ends in .jsonl, .journal or .log is written as a journal, one line a trial, \
      without times and workers: two searches that found the same give the same bytes.
      """)

  @Argument(help: ArgumentHelp("A journal or a database.", valueName: "file"))
  var source: String

  @Argument(
    help: ArgumentHelp("The file to write; one that is there is replaced.", valueName: "target"))
  var target: String

  @Option(help: ArgumentHelp("Only this study.", valueName: "name"))
  var studyName: String?

  func run() throws {
    let transfer = StudyTransfer(source: source, target: target, name: studyName)
    let studies = try transfer.read()
    if [".jsonl", ".journal", ".log"].contains(where: target.hasSuffix) {
      try JournalExport.write(studies, to: target, isSorted: true)
    } else {
      try StudyDatabase.write(studies, to: target)
    }
    try transfer.report(studies)
  }
}
