import Datasets
import Experiments
import FigureFiles
import Figures
import Provenance
import Training

/// A result that was made anew.
struct MadeResult<Shown: Figure> {
  let result: Shown.Result
  /// The data sets that it was made from.
  let dataSets: [Recipe.DataSet]
}

/// Runs the experiment of a recipe again.
struct ResultMaker {
  let file: FigureFile
  /// A data set to look at first: a name or a folder.
  let data: String?
  let threads: Int
  /// GFLOP that it may take.
  let limit: Double
  let progress: TrainingProgress

  /// - Throws: `VerificationError` where the images are missing or it would take too long; whatever
  ///   training throws.
  func make<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> MadeResult<Shown> {
    let carried = try? file.uncheckedResult(of: kind)
    if let result = try Shown.remade(config, from: carried, file: data) {
      return MadeResult(result: result, dataSets: [])
    }
    let images = try RecipeData(file.recipe, data: data).find(Shown.extent(of: config))
    let work = config.work(on: images.map { ImageSource($0) }) / 1e9
    guard work <= limit else {
      throw VerificationError.tooMuchWork(path: file.path, got: work, limit: limit)
    }
    return MadeResult(
      result: try Shown.run(config, data: images, threads: threads, progress: progress),
      dataSets: try images.map {
        [Recipe.DataSet(name: ImageSource.name(of: $0), digest: try $0.digest())]
      } ?? [])
  }
}
