import Datasets
import Experiments
import FigureFiles
import Figures
import Provenance
import Training

/// One figure that is to be made: what is asked for, and where it goes.
struct FigureJob<Shown: Figure> {
  var config: Shown.Config
  /// Name or folder of the data set, for a config that needs one.
  var data: String
  var drawing: Drawing
  var outputs: Outputs
  var fontFiles: [String]
  var threads: Int

  /// Runs the experiment, and draws and writes the figure.
  func run(progress: TrainingProgress) throws {
    let loaded = try load()
    try outputs.check()
    let result = try Shown.run(
      config, data: loaded?.data, threads: threads, progress: progress)
    try write(result, dataSets: loaded.map { [$0.dataSet] } ?? [])
  }

  /// Draws and writes the figure of a result that the job's config gave.
  ///
  /// - Parameter others: Files that were written before, which are reported with it.
  func write(
    _ result: Shown.Result, dataSets: [Recipe.DataSet], after others: [String] = []
  ) throws {
    try writer.write(
      Shown(result, language: drawing.language), dataSets: dataSets, after: others)
  }

  /// The images of a config that needs some.
  func loadImages() throws -> (data: Dataset, dataSet: Recipe.DataSet) {
    guard let loaded = try load() else {
      throw UsageError.invalid("--data", value: data, allowed: "a command that reads images")
    }
    return loaded
  }

  private var writer: FigureWriter {
    FigureWriter(drawing: drawing, outputs: outputs, fontFiles: fontFiles, threads: threads)
  }

  private func load() throws -> (data: Dataset, dataSet: Recipe.DataSet)? {
    guard let extent = Shown.extent(of: config) else { return nil }
    let files = try DatasetLocator().locate(data)
    let images = try Dataset(reading: files, extent: extent)
    return (
      images, Recipe.DataSet(name: ImageSource.name(of: images), digest: try images.digest())
    )
  }

  /// Draws what the file at the figure's place already holds the numbers of; false where it does
  /// not, so that they have to be made.
  func redraw() throws -> Bool {
    guard outputs.figures.count == 1, let target = outputs.figures.first, target.path != "-",
      let file = try? FigureFile(path: target.path),
      file.recipe.experiment == Shown.experiment,
      file.recipe.config.canonicalText
        == (try JSONValueEncoder(root: "config").encode(config)).canonicalText,
      let result = try? file.result(of: Shown.self),
      file.recipe.dataSets == (try load().map { [$0.dataSet] } ?? [])
    else { return false }
    try writer.write(
      Shown(result, language: drawing.language), dataSets: file.recipe.dataSets)
    return true
  }
}

/// A job of any kind of figure.
protocol AnyFigureJob {
  var outputs: Outputs { get }
  var threads: Int { get set }
  func run(progress: TrainingProgress) throws
  func redraw() throws -> Bool
}

extension FigureJob: AnyFigureJob {}
