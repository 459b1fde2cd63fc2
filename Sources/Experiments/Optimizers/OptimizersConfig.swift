package import NeuralNet
package import Training

/// What `dlplot optimizers` compares: the loss of one network under several optimizers.
package struct OptimizersConfig: Codable, Equatable, Sendable {
  /// What all runs have in common; its optimizer is not used.
  package var training: TrainingConfig
  package var optimizers: [Optimizer]
  /// Runs of each, with seeds from that of `training` on.
  package var seeds: Int
  /// Weight of a neighbour in the smoothed line, see `ExponentialAverage`; nil for the one that
  /// suits the length of the runs, see `LossComparison.smoothing(steps:)`.
  package var smoothing: Double?
  package var axis: LossAxis

  package init(
    training: TrainingConfig = defaultTraining, optimizers: [Optimizer] = defaultOptimizers,
    seeds: Int = 1, smoothing: Double? = nil, axis: LossAxis = .log
  ) {
    self.training = training
    self.optimizers = optimizers
    self.seeds = seeds
    self.smoothing = smoothing
    self.axis = axis
  }

  /// The book's experiment: four layers of 100 ReLU units, batches of 128, 2000 steps.
  ///
  /// - Source: Saito, "Deep Learning from Scratch", section 6.1.8.
  package static let defaultTraining = TrainingConfig(
    network: NetworkConfig(hidden: [100, 100, 100, 100]), optimizer: .sgd(rate: 0.01), batch: 128,
    length: 2000, unit: .iterations, testImages: 0, evaluateEvery: 0)

  /// SGD 0.01, Momentum 0.01, AdaGrad 0.01 and Adam 0.001.
  package static let defaultKinds: [Optimizer.Kind] = [.sgd, .momentum, .adagrad, .adam]
  package static let defaultOptimizers = defaultKinds.map { Optimizer($0) }

  /// The run of one variant with one seed, both counted from 0.
  package func run(variant: Int, seed: Int) -> TrainingConfig {
    var config = training
    config.optimizer = optimizers[variant]
    config.seed = training.seed + UInt64(seed)
    return config
  }

  /// Checks every number against its range.
  ///
  /// - Throws: `ExperimentError` or `TrainingError` that names the option, its value and what is
  ///   allowed.
  package func validate() throws {
    try LossComparison.validate(
      training, "--optimizer", optimizers.map(\.name), seeds: seeds, smoothing: smoothing)
  }
}
