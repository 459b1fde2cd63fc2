package import Datasets
package import Training

/// Trains one network with several optimizers, each from the same draws and on the same batches.
package struct OptimizersExperiment: Sendable {
  package let config: OptimizersConfig
  private let data: Dataset
  private let source: ImageSource

  /// - Throws: `ExperimentError` or `TrainingError` for a config out of its limits.
  package init(_ config: OptimizersConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    try LossComparison.validate(
      config.training, runs: config.optimizers.count * config.seeds, images: source.images)
    self.config = config
    self.data = data
    self.source = source
  }

  /// Runs everything, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package func run(
    threads: Int = 1, progress: TrainingProgress? = nil
  ) throws -> OptimizersResult {
    let seeds = config.seeds
    let configs = config.optimizers.indices.flatMap { variant in
      (0..<seeds).map { config.run(variant: variant, seed: $0) }
    }
    let runs = zip(
      configs,
      try TrainingRuns.histories(of: configs, on: data, threads: threads, progress: progress)
    ).map { LossRun($1, seed: $0.seed) }
    return OptimizersResult(
      config: config, source: source,
      variants: config.optimizers.enumerated().map { index, optimizer in
        OptimizersResult.Variant(
          optimizer: optimizer, runs: Array(runs[index * seeds..<(index + 1) * seeds]))
      })
  }
}
