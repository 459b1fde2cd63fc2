import ArgumentParser

/// `dlplot study`: files of studies.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "List studies, and carry them between journals and Optuna's databases.",
    subcommands: [StudyListCommand.self, StudyExportCommand.self, StudyImportCommand.self])
}
