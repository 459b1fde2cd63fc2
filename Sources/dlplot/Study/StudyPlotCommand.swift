import ArgumentParser
import Experiments
import FigureFiles
import Figures
import Studies

/// `dlplot study FILE --plot`: charts of a study, whoever made it.
struct StudyPlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a chart of a study of dlplot or Optuna (the default).",
    discussion: """
        dlplot study digits.jsonl                           a page of all charts
        dlplot study study.db --study-name mnist --plot importance
        dlplot study digits.jsonl --plot history --study-name tpe --baseline random

      Reads journals of dlplot and Optuna, and Optuna's SQLite databases:

        best          learning curves of the best trials
        history       value by trial, the best so far, and what trials at random would have found
        intermediate  values on the way, and where trials were pruned
        importance    how much each hyper-parameter decides, with intervals
        edf           share of the trials up to each value
        parallel      all hyper-parameters beside each other
        scatter       value by hyper-parameter, each on its own scale
        rank          pairs of hyper-parameters, coloured by rank
        narrowing     where the best trials lie as the study goes on
        timeline      when each trial ran
        all           one page of all that the study has the numbers for
      """)

  @Argument(help: ArgumentHelp("A journal or a database.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("What to draw (default: all).", valueName: "name"))
  var plot = "all"

  @Option(help: ArgumentHelp("Which study of the file.", valueName: "name"))
  var studyName: String?

  @Option(
    help: ArgumentHelp(
      "Compare with this study of the same file, such as one of random search.", valueName: "name"))
  var baseline: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Trials that best draws (default: 20).", valueName: "count"))
  var shown: String?

  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    let plot: StudyPlot = try OptionValue.choice("--plot", plot)
    let shown = try shown.map { text throws(UsageError) in
      try OptionValue.integer("--shown", text, in: StudyConfig.shownRange)
    }
    let drawing = try drawingOptions.drawing()
    let outputs = try outputOptions.outputs(defaultName: "study-\(plot.rawValue)")
    try drawingOptions.checkFonts()
    try outputs.requireOthers(than: [file] + drawingOptions.fontFile)
    let studies = try StudyFile.read(file)
    let study = try find(studyName, among: studies)
    let other = try baseline.map { try find($0, among: studies, option: "--baseline") }
    let threads = RunOptions.defaultThreads
    let result = try StudyResult(
      plot: plot, file: fileName, name: study.name,
      trials: try StudyTrials(study, path: file),
      baseline: try other.map { ($0.name, try StudyTrials($0, path: file)) },
      shown: shown ?? StudyConfig.standardShown, threads: threads)
    try FigureWriter(
      drawing: drawing, outputs: outputs, fontFiles: drawingOptions.fontFile, threads: threads
    ).write(StudyFigure(result, language: drawing.language), dataSets: [])
  }

  /// The file without its folder, which is nobody's business.
  private var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  private func find(
    _ name: String?, among studies: [StudyRecord], option: String = "--study-name"
  ) throws -> StudyRecord {
    let names = studies.map(\.name)
    guard let name else {
      guard studies.count > 1 else {
        guard let study = studies.first else {
          throw StudyError.noStudy(path: file, name: nil, there: [])
        }
        return study
      }
      throw StudyError.severalStudies(path: file, there: names)
    }
    guard let study = studies.first(where: { $0.name == name }) else {
      throw OptionValue.unknown(option, name, among: names)
    }
    return study
  }
}
