import DenseMath
import NeuralNet
package import Training

/// What `dlplot batchnorm` measures: one network trained from weights of many scales, each with and
/// without batch normalisation.
package struct BatchNormConfig: Codable, Equatable, Sendable {
  /// How every network is trained. The grid sets the initializer, the normalisation and the seed.
  package var training: TrainingConfig
  /// How many standard deviations of the initial weights are tried.
  package var scales: Int
  /// The smallest and the largest of them; the others lie between at equal ratios.
  package var range: [Double]
  /// Runs of each network, with seeds from the config's on.
  package var seeds: Int

  package init(
    training: TrainingConfig = defaultTraining, scales: Int = 16,
    range: ClosedRange<Double> = 1e-4...1, seeds: Int = 1
  ) {
    self.training = training
    self.scales = scales
    self.range = [range.lowerBound, range.upperBound]
    self.seeds = seeds
  }

  /// The experiment of Saito, "Deep Learning from Scratch", section 6.3.2.
  package static let defaultTraining = TrainingConfig(
    network: NetworkConfig(hidden: [100, 100, 100, 100, 100], activation: .relu),
    optimizer: .sgd(rate: 0.01), batch: 100, length: 20, unit: .epochs, images: 1000,
    testImages: 0)

  /// Standard deviations of the initial weights from the largest to the smallest, at equal ratios.
  package var standardDeviations: [Double] {
    let (low, high) = (range[0], range[1])
    return (0..<scales).map { index in
      if index == 0 { return high }
      if index == scales - 1 { return low }
      return high * Elementary.pow(low / high, Double(index) / Double(scales - 1))
    }
  }

  /// The training of one cell of the grid.
  func training(
    standardDeviation: Double, batchNorm: Bool, seed: Int
  ) -> TrainingConfig {
    var config = training
    config.network.initializer = .normal(standardDeviation: standardDeviation)
    config.network.batchNorm = batchNorm
    config.seed = training.seed + UInt64(seed)
    return config
  }
}

// MARK: - Limits

extension BatchNormConfig {
  package static let scaleRange = 1...36

  /// Checks every number that does not depend on the images against its range.
  ///
  /// - Throws: `ExperimentError` or `TrainingError` that names the option, its value and what is
  ///   allowed.
  package func validate() throws {
    guard Self.scaleRange.contains(scales) else {
      throw ExperimentError.invalidOption("--scales", value: "\(scales)", allowed: "1...36")
    }
    let limits = Initializer.standardDeviationRange
    guard range.count == 2, range[0] <= range[1], limits.contains(range[0]),
      limits.contains(range[1]), range[0] < range[1] || scales == 1
    else {
      throw ExperimentError.invalidOption(
        "--range", value: range.map(\.description).joined(separator: ".."),
        allowed: "LOW..HIGH with LOW < HIGH, both within 1e-12...1e6")
    }
    guard training.evaluateEvery > 0 else {
      throw ExperimentError.invalidOption("--evaluate-every", value: "0", allowed: "1...1000000")
    }
    try training.validate()
    try LossComparison.validate(seeds: seeds, from: training.seed)
  }
}
