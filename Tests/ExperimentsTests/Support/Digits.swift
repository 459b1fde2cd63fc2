import Datasets
import Experiments
import Foundation

/// The first of the bundled digits.
struct Digits {
  let dataset: Dataset
  let source: ImageSource

  /// The bundled files.
  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data/mnist5k")
  }

  init(training: Int, test: Int = 0) throws {
    dataset = try Dataset(
      reading: DatasetLocator().locate(Self.folder.path),
      extent: DatasetExtent(training: training, test: test))
    source = ImageSource(
      name: ImageSource.standard, inputs: dataset.training.featureCount,
      classes: dataset.training.classCount, images: training, testImages: test)
  }
}
