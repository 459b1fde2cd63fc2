/// What `BatchNormExperiment` measured.
package struct BatchNormResult: Codable, Equatable, Sendable {
  package var config: BatchNormConfig
  package var source: ImageSource
  /// Epochs after which the networks were judged; 0 is before the first step.
  package var epochs: [Int]
  /// One for each scale, the largest first.
  package var rows: [Row]

  /// One scale of the initial weights.
  package struct Row: Codable, Equatable, Sendable {
    package var standardDeviation: Double
    /// Without batch normalisation, one run for each seed.
    package var plain: [Run]
    /// With batch normalisation, one run for each seed.
    package var normalized: [Run]
  }

  /// One training run.
  package struct Run: Codable, Equatable, Sendable {
    /// Share of the training images that the network gets right, as `epochs`; NaN once diverged.
    package var trainingAccuracy: [Double]
    /// The step, from 1, at which a loss or an output was not finite; nil for none.
    package var divergedAt: Int?
    /// SHA-256 of the last parameters, in hexadecimal.
    package var parametersDigest: String
  }
}

extension BatchNormResult {
  /// The accuracy above which a network counts as one that learns: halfway between guessing
  /// and getting every image right.
  package var learningThreshold: Double { (1 + chance) / 2 }

  /// The accuracy of guessing among classes of equal size.
  package var chance: Double { 1 / Double(max(1, source.classes)) }

  /// Whether a network learns: the median over the seeds of its last accuracy is above the
  /// threshold, a run that diverged counting as the lowest.
  package func learns(_ runs: [Run]) -> Bool {
    // A comparison with NaN is false: what diverges does not learn.
    RunMedian.of(runs.map { $0.trainingAccuracy.last ?? .nan }) > learningThreshold
  }

  /// Whether half of the runs or more diverged.
  package func diverges(_ runs: [Run]) -> Bool {
    !RunMedian.of(runs.map { $0.trainingAccuracy.last ?? .nan }).isFinite
  }
}
