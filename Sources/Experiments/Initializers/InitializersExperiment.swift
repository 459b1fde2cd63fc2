package import Datasets
package import Training

/// Trains one network with several initializers, each from the same draws and on the same batches.
package struct InitializersExperiment: Sendable {
  package let config: InitializersConfig
  private let data: Dataset
  private let source: ImageSource

  /// - Throws: `ExperimentError` or `TrainingError` for a config out of its limits.
  package init(_ config: InitializersConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    try LossComparison.validate(
      config.training, runs: config.initializers.count * config.seeds, images: source.images)
    self.config = config
    self.data = data
    self.source = source
  }

  /// Runs everything, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package func run(
    threads: Int = 1, progress: TrainingProgress? = nil
  ) throws -> InitializersResult {
    let seeds = config.seeds
    let configs = config.initializers.indices.flatMap { variant in
      (0..<seeds).map { config.run(variant: variant, seed: $0) }
    }
    let runs = zip(
      configs,
      try TrainingRuns.histories(of: configs, on: data, threads: threads, progress: progress)
    ).map { LossRun($1, seed: $0.seed) }
    return InitializersResult(
      config: config, source: source,
      variants: config.initializers.enumerated().map { index, initializer in
        InitializersResult.Variant(
          initializer: initializer, runs: Array(runs[index * seeds..<(index + 1) * seeds]))
      })
  }
}
