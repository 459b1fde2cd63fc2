package import Datasets
import DenseMath
import NeuralNet
package import Training

/// Trains a network and looks at each of its layers while it does.
package struct LayersExperiment: Sendable {
  package let config: LayersConfig
  private let data: Dataset
  private let source: ImageSource

  /// - Throws: `ExperimentError` or `TrainingError` for a config out of its limits or that does not
  ///   fit the images.
  package init(_ config: LayersConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    guard config.probe <= data.training.count else {
      throw ExperimentError.invalidOption(
        "--probe", value: "\(config.probe)",
        allowed: "1...\(data.training.count), the training images")
    }
    self.config = config
    self.data = data
    self.source = source
  }

  /// Trains with every seed, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  /// - Throws: `TrainingError` where the config does not fit the images.
  package func run(threads: Int = 1, progress: TrainingProgress? = nil) throws -> LayersResult {
    let images = config.training.images ?? data.training.count
    if config.training.batch <= images {
      progress?.announce(steps: config.seeds * config.training.stepCount(images: images))
    }
    let threadsEach = max(1, threads / config.seeds)
    let runs = try Parallel.map(count: config.seeds, threads: threads) { seed in
      let trainer = try Trainer(
        config.training(seed: seed), data: data, threads: threadsEach, progress: progress)
      return try run(trainer)
    }
    return LayersResult(config: config, source: source, runs: runs)
  }

  private func run(_ trainer: Trainer) throws -> LayersResult.Run {
    let network = trainer.network
    let probe = LayerProbe(data.training, images: config.probe, network: network)
    var meter = UpdateMeter(network)
    var layers = network.layout.layers.map { LayerCourse(units: $0.units) }
    try probe.measure(network, into: &layers)
    let perEpoch = trainer.history.batchesPerEpoch
    while !trainer.isFinished {
      trainer.takeStep()
      meter.add(network)
      if trainer.step % perEpoch == 0 || trainer.isFinished {
        meter.finishEpoch(into: &layers)
        try probe.measure(network, into: &layers)
      }
    }
    let history = try trainer.finish()
    for index in layers.indices { layers[index].fill(epochs: config.training.length) }
    return LayersResult.Run(
      layers: layers, trainingAccuracy: history.trainingAccuracy.last ?? .nan,
      divergedAt: history.divergedAt, parametersDigest: history.parametersDigest)
  }
}

extension LayerCourse {
  /// Marks the epochs that a run which diverged did not reach.
  fileprivate mutating func fill(epochs: Int) {
    func lengthen(_ values: inout [Double], to count: Int) {
      values += [Double](repeating: .nan, count: max(0, count - values.count))
    }
    if !mean.isEmpty {
      lengthen(&mean, to: epochs + 1)
      lengthen(&spread, to: epochs + 1)
      lengthen(&blockedShare, to: epochs + 1)
    }
    lengthen(&gradientNorm, to: epochs)
    lengthen(&updateRatio, to: epochs)
  }
}
