package import Training

/// What `OverfitExperiment` measured: everything that the figure draws and says.
package struct OverfitResult: Codable, Equatable, Sendable {
  package var config: OverfitConfig
  package var source: ImageSource
  /// One for each panel, in the order of the config.
  package var panels: [Panel]

  /// The runs of one panel.
  package struct Panel: Codable, Equatable, Sendable {
    package var panel: OverfitConfig.Panel
    /// Epochs after which the network was judged; 0 is before the first step.
    package var epochs: [Int]
    /// One for each seed.
    package var runs: [AccuracyRun]
  }
}

/// How well one run does on the images that it sees and on others.
package struct AccuracyRun: Codable, Equatable, Sendable {
  package var seed: UInt64
  /// Share of the training images that the network gets right, one for each epoch of the panel;
  /// NaN once the run had diverged.
  package var trainingAccuracy: [Double]
  /// Of the test images.
  package var testAccuracy: [Double]
  /// The step, from 1, at which the run diverged; nil for none.
  package var divergedAt: Int?
  package var batchesPerEpoch: Int
  /// SHA-256 of the last parameters, see `TrainingHistory`.
  package var parametersDigest: String

  package init(_ history: TrainingHistory, seed: UInt64) {
    self.seed = seed
    trainingAccuracy = history.trainingAccuracy
    testAccuracy = history.testAccuracy
    divergedAt = history.divergedAt
    batchesPerEpoch = history.batchesPerEpoch
    parametersDigest = history.parametersDigest
  }
}
