package import Datasets
package import Training

/// Trains a network from weights of many scales, each with and without batch normalisation.
///
/// Networks of one seed see the same batches, and their weights are the same normal draws in
/// another scale, so that panels differ by the scale and not by chance.
package struct BatchNormExperiment: Sendable {
  package let config: BatchNormConfig
  private let data: Dataset
  private let source: ImageSource

  /// - Throws: `ExperimentError` or `TrainingError` for a config out of its limits.
  package init(_ config: BatchNormConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    self.config = config
    self.data = data
    self.source = source
  }

  /// Trains all networks, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  /// - Throws: `TrainingError` where the config does not fit the images.
  package func run(
    threads: Int = 1, progress: TrainingProgress? = nil
  ) throws -> BatchNormResult {
    let deviations = config.standardDeviations
    let seeds = config.seeds
    let configs = deviations.flatMap { deviation in
      [false, true].flatMap { batchNorm in
        (0..<seeds).map {
          config.training(standardDeviation: deviation, batchNorm: batchNorm, seed: $0)
        }
      }
    }
    let histories = try TrainingRuns.histories(
      of: configs, on: data, threads: threads, progress: progress)
    let runs = histories.map {
      BatchNormResult.Run(
        trainingAccuracy: $0.trainingAccuracy, divergedAt: $0.divergedAt,
        parametersDigest: $0.parametersDigest)
    }
    let rows = deviations.enumerated().map { index, deviation in
      let first = 2 * seeds * index
      return BatchNormResult.Row(
        standardDeviation: deviation, plain: Array(runs[first..<first + seeds]),
        normalized: Array(runs[first + seeds..<first + 2 * seeds]))
    }
    return BatchNormResult(
      config: config, source: source, epochs: histories.first?.epochs ?? [], rows: rows)
  }
}
