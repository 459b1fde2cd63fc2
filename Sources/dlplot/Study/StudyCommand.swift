import ArgumentParser

/// `dlplot study`: files of studies.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Draw charts of studies, list them, carry them between journals and databases.",
    subcommands: [
      StudyPlotCommand.self, StudyListCommand.self, StudyExportCommand.self,
      StudyImportCommand.self,
    ], defaultSubcommand: StudyPlotCommand.self)
}
