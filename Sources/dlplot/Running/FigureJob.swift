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
    let images = try load()
    try requireDistinctFiles()
    try outputs.check()
    let result = try Shown.run(config, data: images, threads: threads, progress: progress)
    try write(result, dataSets: try dataSets(of: images))
  }

  /// Draws and writes the figure of a result that the job's config gave.
  ///
  /// - Parameter others: Files that were written before, which are reported with it.
  func write(
    _ result: Shown.Result, dataSets: @autoclosure @Sendable () throws -> [Recipe.DataSet],
    after others: [String] = []
  ) throws {
    try writer.write(
      Shown(result, language: drawing.language), dataSets: try dataSets(), after: others)
  }

  /// The images of a config that needs some.
  func loadImages() throws -> (data: Dataset, dataSet: Recipe.DataSet) {
    guard let images = try load(), let dataSet = try dataSets(of: images).first else {
      throw UsageError.invalid("--data", value: data, allowed: "a command that reads images")
    }
    return (images, dataSet)
  }

  /// Refuses to write over the images, the fonts, and what else is read.
  ///
  /// - Parameters:
  ///   - more: Files that are written besides, with the options that name them.
  ///   - read: Files that are read besides.
  func requireDistinctFiles(
    beside more: [(option: String, path: String)] = [], reading read: [String] = []
  ) throws {
    var images: [String] = []
    if Shown.extent(of: config) != nil {
      images = try DatasetLocator().locate(data).all.map(\.path)
    }
    try outputs.requireOthers(than: read + fontFiles + images, beside: more)
  }

  private var writer: FigureWriter {
    FigureWriter(drawing: drawing, outputs: outputs, fontFiles: fontFiles, threads: threads)
  }

  private func load() throws -> Dataset? {
    guard let extent = Shown.extent(of: config) else { return nil }
    let files = try DatasetLocator().locate(data)
    return try Dataset(reading: files, extent: extent, threads: threads)
  }

  private func dataSets(of images: Dataset?) throws -> [Recipe.DataSet] {
    try images.map {
      [Recipe.DataSet(name: ImageSource.name(of: $0), digest: try $0.digest())]
    } ?? []
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
      file.recipe.dataSets == (try dataSets(of: try load()))
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
