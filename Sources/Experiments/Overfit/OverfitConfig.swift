internal import NeuralNet
package import Training

/// What `dlplot overfit` compares: one network on few images, left alone and held back.
package struct OverfitConfig: Codable, Equatable, Sendable {
  /// What a panel shows.
  package enum Panel: String, CaseIterable, Codable, Equatable, Sendable {
    /// Neither weight decay nor dropout.
    case plain
    /// Weight decay alone.
    case decay
    /// Dropout alone.
    case dropout
    /// Weight decay and dropout together.
    case both
  }

  /// What all runs have in common; neither its weight decay nor its dropout is used.
  package var training: TrainingConfig
  /// From left to right.
  package var panels: [Panel]
  package var weightDecay: Double
  package var dropout: Double
  /// Epochs of the panels with dropout, which learn more slowly; `training.length` of the others.
  package var dropoutEpochs: Int
  /// Runs of each, with seeds from that of `training` on.
  package var seeds: Int

  package init(
    training: TrainingConfig = defaultTraining, panels: [Panel] = defaultPanels,
    weightDecay: Double = 0.1, dropout: Double = 0.2, dropoutEpochs: Int = 301, seeds: Int = 1
  ) {
    self.training = training
    self.panels = panels
    self.weightDecay = weightDecay
    self.dropout = dropout
    self.dropoutEpochs = dropoutEpochs
    self.seeds = seeds
  }

  package static let defaultPanels: [Panel] = [.plain, .decay, .dropout]

  /// The panels of a command line that names a weight decay, a dropout, both or neither.
  package static func panels(hasDecay: Bool, hasDropout: Bool) -> [Panel] {
    guard hasDecay || hasDropout else { return defaultPanels }
    return [.plain] + (hasDecay ? [.decay] : []) + (hasDropout ? [.dropout] : [])
  }

  /// The book's experiment: 300 images, six layers of 100 ReLU units, SGD 0.01, 201 epochs.
  ///
  /// Dropout is the book's and its first paper's form, which scales when evaluating: without the
  /// larger signal of inverted dropout the network learns more slowly and fits less.
  ///
  /// - Source: Saito, "Deep Learning from Scratch", sections 6.4.1 to 6.4.3.
  package static let defaultTraining = TrainingConfig(
    network: NetworkConfig(
      hidden: [100, 100, 100, 100, 100, 100], dropoutForm: .scaledEvaluation),
    optimizer: .sgd(rate: 0.01), batch: 100, length: 201, unit: .epochs, images: 300)

  /// The run of a panel with one seed, counted from 0.
  package func run(_ panel: Panel, seed: Int) -> TrainingConfig {
    var config = training
    let hasDropout = panel == .dropout || panel == .both
    config.weightDecay = panel == .decay || panel == .both ? weightDecay : 0
    config.network.dropout = hasDropout ? dropout : 0
    if hasDropout { config.length = dropoutEpochs }
    config.seed = training.seed + UInt64(seed)
    return config
  }

  /// Checks every number against its range.
  ///
  /// - Throws: `ExperimentError` or `TrainingError` that names the option, its value and what is
  ///   allowed.
  package func validate() throws {
    for (index, panel) in panels.enumerated() where panels[..<index].contains(panel) {
      throw ExperimentError.invalidOption(
        "--only", value: "\(panel.rawValue) twice", allowed: "each once")
    }
    guard !panels.isEmpty else {
      throw ExperimentError.invalidOption("--only", value: "nothing", allowed: "a panel at least")
    }
    guard training.unit == .epochs else {
      throw ExperimentError.invalidOption(
        "--iterations", value: "\(training.length)", allowed: "this figure takes --epochs")
    }
    guard training.evaluateEvery > 0 else {
      throw ExperimentError.invalidOption("--evaluate-every", value: "0", allowed: "1...1000000")
    }
    guard training.testImages != 0 else {
      throw ExperimentError.invalidOption(
        "--test-images", value: "0", allowed: "1 or more, to compare with")
    }
    try LossComparison.validate(seeds: seeds, from: training.seed)
    for panel in panels { try run(panel, seed: 0).validate() }
  }
}
