import NeuralNet
package import Training

/// What `dlplot layers` measures: one network, layer by layer, while it trains.
package struct LayersConfig: Codable, Equatable, Sendable {
  package var training: TrainingConfig
  /// The first so many training images, whose activations are looked at after each epoch.
  package var probe: Int
  /// Runs, with seeds from the config's on.
  package var seeds: Int

  package init(
    training: TrainingConfig = defaultTraining, probe: Int = 256, seeds: Int = 1
  ) {
    self.training = training
    self.probe = probe
    self.seeds = seeds
  }

  /// Five sigmoid layers: the textbook's case of gradients that fade on their way down.
  package static let defaultTraining = TrainingConfig(
    network: NetworkConfig(
      hidden: [100, 100, 100, 100, 100], activation: .sigmoid, initializer: .xavier),
    optimizer: .sgd(rate: 0.1), batch: 100, length: 20, unit: .epochs, images: 1000,
    testImages: 0)

  func training(seed: Int) -> TrainingConfig {
    var config = training
    config.seed = training.seed + UInt64(seed)
    return config
  }
}

// MARK: - Limits

extension LayersConfig {
  package static let hiddenLayerRange = 1...40
  package static let epochRange = 1...1000
  package static let probeRange = 1...10_000

  /// Checks every number that does not depend on the images against its range.
  ///
  /// - Throws: `ExperimentError` or `TrainingError` that names the option, its value and what is
  ///   allowed.
  package func validate() throws {
    guard Self.hiddenLayerRange.contains(training.network.hidden.count) else {
      throw ExperimentError.invalidOption(
        "--hidden", value: "\(training.network.hidden.count) layers", allowed: "1...40 layers")
    }
    guard training.unit == .epochs else {
      throw ExperimentError.invalidOption(
        "--iterations", value: "\(training.length)", allowed: "--epochs: layers are shown by epoch")
    }
    guard Self.epochRange.contains(training.length) else {
      throw ExperimentError.invalidOption(
        "--epochs", value: "\(training.length)", allowed: "1...1000")
    }
    guard Self.probeRange.contains(probe) else {
      throw ExperimentError.invalidOption("--probe", value: "\(probe)", allowed: "1...10000")
    }
    if let images = training.images, probe > images {
      throw ExperimentError.invalidOption(
        "--probe", value: "\(probe)", allowed: "1...\(images), the training images")
    }
    try training.validate()
    try LossComparison.validate(seeds: seeds, from: training.seed)
  }
}
