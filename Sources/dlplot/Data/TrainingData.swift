import Datasets
import Experiments
import Provenance
import Training

/// The images that a config takes, and their entry in the recipe.
struct TrainingData {
  let dataset: Dataset
  let source: ImageSource
  let entry: Recipe.DataSet

  /// Reads no more of a set than the config takes: no test images where nothing is evaluated.
  ///
  /// - Parameter request: the user's `--data`.
  init(_ request: String, for config: TrainingConfig) throws {
    let files = try DatasetLocator().locate(request)
    let test = config.evaluateEvery == 0 ? 0 : config.testImages
    dataset = try Dataset(
      reading: files, extent: DatasetExtent(training: config.images, test: test))
    let isNamed = KnownDataset(rawValue: files.name) != nil
    source = ImageSource(
      name: isNamed ? files.name : ImageSource.folder, inputs: dataset.training.featureCount,
      classes: dataset.training.classCount, images: dataset.training.count,
      testImages: dataset.test.count)
    entry = Recipe.DataSet(name: source.name, digest: try dataset.digest())
  }
}
