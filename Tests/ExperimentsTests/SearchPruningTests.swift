import Provenance
import Search
import TestSupport
import Testing

@testable import Experiments

/// Pruning by what earlier generations came to, in one go and in pieces.
struct SearchPruningTests {
  /// Lengths differ, so that what the pruner takes for the whole of a trial depends on which ended
  /// first.
  private static func config(_ pruner: SearchConfig.PrunerKind) throws -> SearchConfig {
    var config = try SmallSearch.config(sampler: .tpe, trials: 24)
    config.pruner = pruner
    config.space = try SearchSpace(texts: ["learning-rate=log:1e-4..1", "epochs=2..12"])
    return config
  }

  @Test(
    "a pruned study that is stopped and gone on with is the uninterrupted one",
    arguments: [SearchConfig.PrunerKind.hyperband, .halving, .median])
  func resumed(pruner: SearchConfig.PrunerKind) throws {
    let folder = try TemporaryFolder()
    let config = try Self.config(pruner)
    let whole = try SmallSearch.run(config, threads: 1)
    #expect(whole.trials.contains { $0.state == .pruned && !$0.diverged })
    #expect(whole.trials.contains { $0.state == .complete })
    let path = folder["study.jsonl"]
    for (stop, threads) in [(1, 1), (5, 2), (0, 1), (7, 2), (3, 3)] {
      let ledger = StoppingLedger(try SmallSearch.ledger(path, config), after: stop)
      #expect(throws: StoppingLedger.Stop.self) {
        try SmallSearch.run(config, threads: threads, ledger: ledger)
      }
    }
    let rest = try SmallSearch.run(
      config, threads: 2, ledger: try SmallSearch.ledger(path, config))
    #expect(try DataDigest.digest(of: rest) == DataDigest.digest(of: whole))
  }

  /// A trial that reported in each epoch.
  private static func trial(
    _ number: Int, _ value: Double, epochs: Int, state: TrialState = .complete, rungs: [Double] = []
  ) -> Trial {
    Trial(
      number: number, state: state, value: value,
      intermediates: (1...epochs).map { IntermediateValue(step: $0, value: value) }, rungs: rungs)
  }

  /// Whether a trial of the third generation is given up after its first epoch, where two thirds of
  /// those that reached the first rung did better.
  private static func prunes(firstEpochs: Int, number: Int) throws -> Bool {
    var config = SearchConfig()
    config.generation = 4
    config.pruner = .hyperband
    let trials = (0..<8).map { index in
      trial(
        index, 0.5, epochs: index < 4 ? firstEpochs : 30,
        state: index % 4 == 3 ? .pruned : .complete, rungs: [0.5])
    }
    var pruner = try TrialPruner(config, study: config.study(of: trials))
    var own = Trial(number: number)
    own.report(0.1, at: 1)
    return pruner.prunes(&own)
  }

  @Test("the first generation with a complete trial fixes the brackets for good")
  func fixedResource() throws {
    // Of two steps there is one bracket, whose first rung comes after one epoch, and every bad trial
    // is given up there. Brackets are by zlib.crc32(b"search_N") of Python.
    for number in 8..<12 { #expect(try Self.prunes(firstEpochs: 1, number: number)) }
    // Of 31 steps there are four, with 27, 12, 6 and 4 of 49 trials: 8...11 belong to the first, the
    // first, the second and the third, of which only the first looks after one epoch.
    let later = try (8..<12).map { try Self.prunes(firstEpochs: 30, number: $0) }
    #expect(later == [true, true, false, false])
  }
}
