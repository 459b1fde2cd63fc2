import Datasets
import Training

extension TrainingConfig {
  /// What a run reads of a data set: no more images than it takes, and test images only where they
  /// are judged.
  var extent: DatasetExtent {
    DatasetExtent(training: images, test: evaluateEvery == 0 ? 0 : testImages)
  }
}

/// A figure of training that was asked for without images.
enum MissingData: Error, CustomStringConvertible {
  case noImages(experiment: String)

  var description: String {
    switch self {
    case .noImages(let experiment): "no images for \(experiment)"
    }
  }
}
