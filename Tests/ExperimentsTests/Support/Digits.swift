import Datasets
import Experiments
import Foundation

/// The first of the bundled digits.
struct Digits {
  let dataset: Dataset
  let source: ImageSource

  init(training: Int, test: Int = 0) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    dataset = try Dataset(
      reading: DatasetLocator().locate(root.appendingPathComponent("data/mnist5k").path),
      extent: DatasetExtent(training: training, test: test))
    source = ImageSource(
      name: ImageSource.standard, inputs: dataset.training.featureCount,
      classes: dataset.training.classCount, images: training, testImages: test)
  }
}
