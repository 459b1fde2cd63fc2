package import Datasets
import NeuralNet
package import NumPyFiles
package import Provenance
package import Training

/// One training run, which may be interrupted and go on.
package struct TrainExperiment: Sendable {
  package let config: TrainingConfig
  private let data: Dataset

  /// - Throws: `TrainingError` for a config out of its limits.
  package init(_ config: TrainingConfig, data: Dataset) throws {
    try config.validate()
    self.config = config
    self.data = data
  }

  /// 784-100-10, ReLU, He, Adam 0.001, batch 100, 20 epochs on all digits.
  package static let defaultConfig = TrainingConfig(
    network: NetworkConfig(hidden: [100]), optimizer: Optimizer(.adam), batch: 100, length: 20,
    unit: .epochs)

  /// Where a run keeps what it needs to go on.
  package struct Checkpoints: Sendable {
    package var path: String
    /// Steps from one checkpoint to the next.
    package var interval: Int
    /// Whether to go on from the file.
    package var resumes: Bool

    package init(path: String, interval: Int, resumes: Bool) {
      self.path = path
      self.interval = interval
      self.resumes = resumes
    }
  }

  /// Trains to the end.
  ///
  /// - Parameters:
  ///   - threads: Workers; their number changes the time and nothing else.
  ///   - images: Digest of the data set, which a checkpoint carries.
  ///   - checkpoints: Written whole or not at all, so that a run killed at any moment leaves one
  ///     that it can go on from.
  /// - Returns: The result and the network's arrays by name.
  package func run(
    threads: Int, images: Digest, checkpoints: Checkpoints? = nil, progress: TrainingProgress
  ) throws -> (result: TrainResult, weights: [(name: String, array: NPYArray)]) {
    let trainer = try Trainer(config, data: data, threads: threads, progress: progress)
    progress.announce(steps: trainer.stepCount)
    if let checkpoints, checkpoints.resumes {
      try trainer.resume(from: Checkpoint(reading: checkpoints.path), images: images)
    }
    while !trainer.isFinished {
      trainer.takeStep()
      if let checkpoints, trainer.step % checkpoints.interval == 0 || trainer.isFinished {
        try Checkpoint.archive(of: trainer, images: images).write(to: checkpoints.path)
      }
    }
    let result = TrainResult(
      config: config, source: ImageSource(data), history: try trainer.finish())
    return (result, trainer.network.arrays)
  }
}
