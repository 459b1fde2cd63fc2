import Experiments
import Provenance
import Search
import Synchronization
import TestSupport
import Testing

/// Searches for which the time does not suffice.
struct SearchStopTests {
  /// Says that time is up from the given call on.
  private static func clock(up call: Int) -> @Sendable () -> Bool {
    let calls = Atomic(0)
    return { calls.wrappingAdd(1, ordering: .relaxed).oldValue >= call }
  }

  @Test(
    "trials that have begun end with their generation, and the config says how many there are",
    arguments: [(0, 4), (1, 4), (3, 4), (4, 4), (5, 8), (11, 12), (12, 12)])
  func generations(call: Int, made: Int) throws {
    let config = try SmallSearch.config(sampler: .tpe, trials: 14)
    let whole = try SmallSearch.run(config, threads: 1)
    let cut = try SmallSearch.run(config, threads: 1, isTimeUp: Self.clock(up: call))
    #expect(cut.config.stoppedAfter == made)
    #expect(cut.trials == Array(whole.trials.prefix(made)))
    try cut.validate()
    // What the config says is all that it takes to make it again, at any time.
    let again = try SmallSearch.run(cut.config, threads: 3)
    #expect(try DataDigest.digest(of: again) == DataDigest.digest(of: cut))
    var asked = cut.config
    asked.stoppedAfter = nil
    #expect(asked == config)
  }

  @Test("trials that depend on no other end one by one", arguments: [(0, 1), (5, 5), (6, 6)])
  func single(call: Int, made: Int) throws {
    let cut = try SmallSearch.run(
      SmallSearch.config(trials: 14), threads: 1, isTimeUp: Self.clock(up: call))
    #expect(cut.config.stoppedAfter == made && cut.trials.count == made)
  }

  @Test("a search whose last trial has begun was not stopped")
  func complete() throws {
    let config = try SmallSearch.config(sampler: .tpe, trials: 6)
    // The last generation, of two trials, has begun.
    for call in [5, 6, 100] {
      let result = try SmallSearch.run(config, threads: 1, isTimeUp: Self.clock(up: call))
      #expect(result.config == config && result.trials.count == 6, "\(call)")
    }
  }

  @Test("a second stage is stopped like the first", arguments: [(3, 3), (6, 6), (8, 8)])
  func stages(call: Int, made: Int) throws {
    var config = try SmallSearch.config(trials: 6)
    config.narrow = 2
    let whole = try SmallSearch.run(config, threads: 1)
    #expect(whole.trials.count == 12)
    let cut = try SmallSearch.run(config, threads: 1, isTimeUp: Self.clock(up: call))
    #expect(cut.config.stoppedAfter == made)
    #expect(cut.trials == Array(whole.trials.prefix(made)))
    #expect((cut.narrowed == nil) == (made < 6))
    let again = try SmallSearch.run(cut.config, threads: 1)
    #expect(try DataDigest.digest(of: again) == DataDigest.digest(of: cut))
  }

  @Test("a study that was stopped goes on, any number of times")
  func study() throws {
    let folder = try TemporaryFolder()
    let path = folder["study.jsonl"]
    let config = try SmallSearch.config(sampler: .tpe, trials: 14)
    for made in [4, 8, 12] {
      let cut = try SmallSearch.run(
        config, threads: 2, ledger: try SmallSearch.ledger(path, config),
        isTimeUp: Self.clock(up: 1))
      #expect(cut.config.stoppedAfter == made && cut.trials.count == made)
    }
    // Each stop looked at the test images, which is all that tells the search from one of its own.
    var rest = try SmallSearch.run(
      config, threads: 2, ledger: try SmallSearch.ledger(path, config))
    #expect(rest.config.judgedAfter == [4, 8, 12])
    rest.config.judgedAfter = nil
    #expect(try digest(rest) == digest(SmallSearch.run(config, threads: 1)))
    // What was stopped can be made from the whole study, too.
    var cut = config
    cut.stoppedAfter = 8
    var part = try SmallSearch.run(cut, threads: 2, ledger: try SmallSearch.ledger(path, cut))
    #expect(part.config.judgedAfter == [4, 12, 14])
    part.config.judgedAfter = nil
    #expect(try digest(part) == digest(SmallSearch.run(cut, threads: 1)))
  }

  private func digest(_ result: SearchResult) throws -> Digest {
    try DataDigest.digest(of: result)
  }

  @Test("how far a search is, is told")
  func progress() throws {
    let watch = SearchProgress()
    #expect(watch.snapshot.total == 0)
    var config = try SmallSearch.config(trials: 9)
    // Rates from 0.1 to a million: some diverge, which counts as pruned.
    config.space = try SearchSpace(texts: ["learning-rate=log:1e-1..1e6"])
    let result = try SmallSearch.run(config, threads: 2, watch: watch)
    let end = watch.snapshot
    #expect(end.total == 9 && end.tally.finished == 9 && end.tally.running == 0)
    #expect(end.tally.pruned == result.trials.count { $0.state == .pruned })
    #expect(end.tally.pruned > 0 && end.share == 1 && end.isFinal)
    #expect(end.tally.best == result.ranking.first?.value)

    // Stopped: fewer are to come.
    let stopped = SearchProgress()
    _ = try SmallSearch.run(config, threads: 1, watch: stopped, isTimeUp: Self.clock(up: 4))
    #expect(stopped.snapshot.total == 4 && stopped.snapshot.tally.finished == 4)
  }
}
