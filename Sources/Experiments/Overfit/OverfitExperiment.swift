package import Datasets
package import Training

/// Trains one network on few images, with and without what holds overfitting down, each from the
/// same weights and on the same batches.
package struct OverfitExperiment: Sendable {
  package let config: OverfitConfig
  private let data: Dataset
  private let source: ImageSource

  /// - Throws: `ExperimentError` or `TrainingError` for a config out of its limits.
  package init(_ config: OverfitConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    self.config = config
    self.data = data
    self.source = source
  }

  /// Runs everything, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package func run(
    threads: Int = 1, progress: TrainingProgress? = nil
  ) throws -> OverfitResult {
    let configs = config.panels.flatMap { panel in
      (0..<config.seeds).map { config.run(panel, seed: $0) }
    }
    let histories = try TrainingRuns.histories(
      of: configs, on: data, threads: threads, progress: progress)
    return OverfitResult(
      config: config, source: source,
      panels: config.panels.enumerated().map { index, panel in
        let range = index * config.seeds..<(index + 1) * config.seeds
        return OverfitResult.Panel(
          panel: panel, epochs: histories[range.lowerBound].epochs,
          runs: range.map { AccuracyRun(histories[$0], seed: configs[$0].seed) })
      })
  }
}
