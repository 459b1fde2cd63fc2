package import NeuralNet
package import Training

/// What `dlplot initializers` compares: the loss of one network under several initializers.
package struct InitializersConfig: Codable, Equatable, Sendable {
  /// What all runs have in common; its initializer is not used.
  package var training: TrainingConfig
  package var initializers: [Initializer]
  /// Runs of each, with seeds from that of `training` on.
  package var seeds: Int
  /// Weight of a neighbour in the smoothed line, see `ExponentialAverage`; nil for the one that
  /// suits the length of the runs, see `LossComparison.smoothing(steps:)`.
  package var smoothing: Double?
  package var axis: LossAxis

  package init(
    training: TrainingConfig = defaultTraining, initializers: [Initializer] = defaultInitializers,
    seeds: Int = 1, smoothing: Double? = nil, axis: LossAxis = .log
  ) {
    self.training = training
    self.initializers = initializers
    self.seeds = seeds
    self.smoothing = smoothing
    self.axis = axis
  }

  /// The book's experiment: four layers of 100 ReLU units, batches of 128, 2000 steps.
  ///
  /// - Source: Saito, "Deep Learning from Scratch", section 6.2.4.
  package static let defaultTraining = TrainingConfig(
    network: NetworkConfig(hidden: [100, 100, 100, 100]), optimizer: .sgd(rate: 0.01), batch: 128,
    length: 2000, unit: .iterations, testImages: 0, evaluateEvery: 0)

  package static let defaultInitializers: [Initializer] = [
    .normal(standardDeviation: 0.01), .xavier, .he,
  ]

  /// The run of one variant with one seed, both counted from 0.
  package func run(variant: Int, seed: Int) -> TrainingConfig {
    var config = training
    config.network.initializer = initializers[variant]
    config.seed = training.seed + UInt64(seed)
    return config
  }

  /// Checks every number against its range.
  ///
  /// - Throws: `ExperimentError` or `TrainingError` that names the option, its value and what is
  ///   allowed.
  package func validate() throws {
    try LossComparison.validate(
      training, "--init", initializers.map(\.name), seeds: seeds, smoothing: smoothing)
  }
}
