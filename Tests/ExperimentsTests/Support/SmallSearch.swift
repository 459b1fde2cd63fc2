import Datasets
import Experiments
import NeuralNet
import Provenance
import Search
import Studies
import Training

/// Searches that take milliseconds.
enum SmallSearch {
  static func config(
    sampler: SearchConfig.SamplerKind = .random, trials: Int = 12, seeds: Int = 1
  ) throws -> SearchConfig {
    SearchConfig(
      training: TrainingConfig(
        network: NetworkConfig(hidden: [20, 20]), optimizer: Optimizer(.sgd), batch: 20, length: 4,
        unit: .epochs, images: 100, testImages: 0),
      space: try SearchSpace(texts: [
        "learning-rate=log:1e-3..1", "init=std=0.01|xavier|he", "hidden=10..30:10",
      ]), sampler: sampler, trials: trials, generation: 4, seeds: seeds)
  }

  static func digits() throws -> Dataset {
    try Digits(training: 100).dataset
  }

  static func run(
    _ config: SearchConfig, threads: Int, ledger: any TrialLedger = MemoryLedger(),
    watch: SearchProgress? = nil, isTimeUp: @escaping @Sendable () -> Bool = { false }
  ) throws -> SearchResult {
    let data = try digits()
    return try SearchExperiment(config, data: data, source: ImageSource(data))
      .run(
        threads: threads, progress: nil, ledger: ledger, watch: watch, isTimeUp: isTimeUp)
  }

  static func ledger(_ path: String, _ config: SearchConfig) throws -> JournalLedger {
    try JournalLedger(
      path: path, name: "digits", config: config, images: try digits().digest(), worker: "test",
      now: { StudyDate(microseconds: 0) })
  }
}
