import Datasets
import Training

extension ImageSource {
  /// Most pixels of an image, classes, and images of a set.
  private static let limits = (inputs: 1 << 20, classes: 1 << 16, images: Int(1e9))

  /// Checks the images of a run against its config.
  func validate(_ training: TrainingConfig) throws(ResultError) {
    guard name == Self.folder || KnownDataset(rawValue: name) != nil else {
      throw .unfit(
        place: "source.name", got: "unknown",
        allowed: (KnownDataset.allCases.map(\.rawValue) + [Self.folder]).joined(separator: ", "))
    }
    try ResultCheck.integer(inputs, in: 1...Self.limits.inputs, "source.inputs")
    try ResultCheck.integer(classes, in: 1...Self.limits.classes, "source.classes")
    try ResultCheck.integer(images, in: training.batch...Self.limits.images, "source.images")
    try ResultCheck.integer(testImages, in: 0...Self.limits.images, "source.testImages")
    if let wanted = training.images {
      try ResultCheck.integer(images, in: wanted...Self.limits.images, "source.images")
    }
  }

  /// Steps of a run on these images.
  func steps(of training: TrainingConfig) -> Int {
    training.stepCount(images: training.images ?? images)
  }

  /// Batches of an epoch.
  func batchesPerEpoch(of training: TrainingConfig) -> Int {
    max(1, (training.images ?? images) / max(1, training.batch))
  }
}

extension LossRun {
  /// Checks a run of a config on its images.
  func validate(
    _ training: TrainingConfig, seed number: Int, source: ImageSource, _ place: String
  ) throws(ResultError) {
    let steps = source.steps(of: training)
    try ResultCheck.equal(seed, training.seed + UInt64(number), "\(place).seed")
    try ResultCheck.count(losses.count, steps, "\(place).losses")
    try ResultCheck.step(divergedAt, of: steps, "\(place).divergedAt")
    try ResultCheck.digest(parametersDigest, "\(place).parametersDigest")
  }
}
