import Datasets
import NeuralNet
import Search
import Studies
import TestSupport
import Testing
import Training

@testable import Experiments

/// A search as its charts look at it.
struct StudySearchTests {
  private static func config(
    narrow: Int? = nil, seeds: Int = 1, pruner: SearchConfig.PrunerKind = .none
  ) throws -> SearchConfig {
    SearchConfig(
      training: TrainingConfig(
        network: NetworkConfig(hidden: [20, 20]), optimizer: Optimizer(.sgd), batch: 20, length: 4,
        unit: .epochs, images: 100, testImages: 0),
      space: try SearchSpace(texts: ["learning-rate=log:1e-3..1", "init=std=0.01|xavier|he"]),
      pruner: pruner, trials: 10, generation: 4, seeds: seeds, narrow: narrow)
  }

  private static func run(
    _ config: SearchConfig, ledger: any TrialLedger = MemoryLedger()
  ) throws -> SearchResult {
    let data = try Digits(training: 100).dataset
    return try SearchExperiment(config, data: data, source: ImageSource(data))
      .run(threads: 2, progress: nil, ledger: ledger)
  }

  @Test("trials have the search's numbers, values, reports and settings")
  func trials() throws {
    let result = try Self.run(Self.config(pruner: .median))
    let trials = StudyTrials(result)
    try trials.validate()
    #expect(trials.isRandom && trials.isShare && trials.direction == .maximize)
    #expect(trials.numbers == Array(0..<10) && trials.lows.isEmpty && trials.starts.isEmpty)
    #expect(trials.states == result.trials.map(\.state))
    // Epoch 0 stands for the weights that nothing has trained.
    #expect(result.trials.allSatisfy { $0.epochs.first == 0 })
    #expect(trials.steps == result.trials.map { Array($0.epochs.dropFirst()) })
    #expect(trials.reports == result.trials.map { Array($0.validationAccuracy.dropFirst()) })
    #expect(
      trials.complete.map { trials.values[$0] } == trials.complete.map { result.trials[$0].value })
    #expect(trials.columns.map(\.name) == ["learning-rate", "init"])
    for (place, trial) in result.trials.enumerated() {
      #expect(trials.columns.map { $0.values[place] } == trial.settings.map(\.internalValue))
    }
    #expect(trials.ranking.first == result.ranking.first?.number)
  }

  @Test("a second stage has ranges of its own, and seeds their spread")
  func stages() throws {
    let result = try Self.run(Self.config(narrow: 3, seeds: 2))
    let trials = StudyTrials(result)
    try trials.validate()
    #expect(trials.count == 20 && !trials.isRandom)
    let rate = trials.columns[0]
    #expect(rate.distributions.count == 2)
    #expect(rate.distribution == [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 10))
    for place in trials.complete {
      #expect(trials.lows[place] <= trials.values[place])
      #expect(trials.values[place] <= trials.highs[place])
    }
  }

  @Test("the same study from its journal has the same trials")
  func journal() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/study.jsonl"
    let config = try Self.config(pruner: .median)
    let ledger = try JournalLedger(
      path: path, name: "digits", config: config,
      images: try Digits(training: 100).dataset.digest(), worker: "test",
      now: { StudyDate(microseconds: 5) })
    let result = try Self.run(config, ledger: ledger)
    let record = try #require(try StudyFile.read(path).first)
    let (read, made) = (try StudyTrials(record, path: path), StudyTrials(result))
    #expect(read.numbers == made.numbers && read.states == made.states)
    #expect(read.steps == made.steps)
    #expect(read.reports == made.reports)
    #expect(read.complete.map { read.values[$0] } == made.complete.map { made.values[$0] })
    #expect(read.columns == made.columns)
    #expect(read.isRandom && read.isShare && read.direction == made.direction)
  }

  @Test("numbers of a chart are part of the result, and of no trial")
  func numbers() throws {
    var config = try Self.config()
    let plain = try Self.run(config)
    #expect(plain.numbers == nil)
    config.plot = .all
    let shown = try Self.run(config)
    #expect(shown.trials == plain.trials)
    let numbers = try #require(shown.numbers)
    #expect(numbers.importances.count == 2 && numbers.random?.counts.last == 10)
    try shown.validate()
    config.plot = .timeline
    #expect(throws: ExperimentError.self) { try config.validate() }
    config.plot = .rank
    config.space = try SearchSpace(texts: ["learning-rate=log:1e-3..1"])
    #expect(throws: ExperimentError.self) { try config.validate() }
  }
}
