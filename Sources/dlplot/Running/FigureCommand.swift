import ArgumentParser
import Figures
import Training

/// A command that runs an experiment and draws its figure.
protocol FigureCommand: ParsableCommand {
  associatedtype Shown: Figure

  var runOptions: RunOptions { get }
  var drawingOptions: DrawingOptions { get }
  var outputOptions: OutputOptions { get }
  /// Name or folder of the data set.
  var data: String { get }

  /// What the options ask for, every value checked.
  func config() throws -> Shown.Config
}

extension FigureCommand {
  /// The job that the options ask for.
  func job() throws -> FigureJob<Shown> {
    let job = FigureJob<Shown>(
      config: try config(), data: data, drawing: try drawingOptions.drawing(),
      outputs: try outputOptions.outputs(defaultName: Shown.experiment),
      fontFiles: drawingOptions.fontFile, threads: try runOptions.checkedThreads())
    try drawingOptions.checkFonts()
    return job
  }

  /// The same, whatever the kind of figure.
  func anyJob() throws -> any AnyFigureJob { try job() }

  mutating func run() throws {
    let job = try job()
    let progress = TrainingProgress()
    try ProgressBar.watching(progress, isQuiet: job.outputs.isQuiet) {
      try job.run(progress: progress)
    }
  }
}
