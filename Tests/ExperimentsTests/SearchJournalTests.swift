import Experiments
import Foundation
import Provenance
import Search
import Studies
import TestSupport
import Testing

/// Journals that other programs have written to as well.
struct SearchJournalTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder["study.jsonl"]
  }

  private func append(_ lines: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(lines.utf8))
    try file.close()
  }

  /// Stops a search once so many trials have ended.
  private func begin(_ config: SearchConfig, after stop: Int) throws {
    let ledger = StoppingLedger(try SmallSearch.ledger(path, config), after: stop)
    #expect(throws: StoppingLedger.Stop.self) {
      try SmallSearch.run(config, threads: 1, ledger: ledger)
    }
  }

  private func check(_ config: SearchConfig, foreign: Int) throws {
    let ledger = try SmallSearch.ledger(path, config)
    #expect(ledger.foreignTrials == foreign)
    let result = try SmallSearch.run(config, threads: 2, ledger: ledger)
    let whole = try SmallSearch.run(config, threads: 1)
    #expect(try DataDigest.digest(of: result) == DataDigest.digest(of: whole))
  }

  @Test("a search that goes on after its end says that the test images were judged before")
  func judgedAgain() throws {
    func run(_ trials: Int) throws -> SearchResult {
      let config = try SmallSearch.config(trials: trials)
      return try SmallSearch.run(
        config, threads: 2, ledger: try SmallSearch.ledger(path, config))
    }
    #expect(try run(3).config.judgedAfter == nil)
    // The same end once more says nothing new.
    #expect(try run(3).config.judgedAfter == nil)
    #expect(try run(5).config.judgedAfter == [3])
    let last = try run(6)
    #expect(last.config.judgedAfter == [3, 5])
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.userAttributes[JournalLedger.judgedKey] == "[3,5,6]")

    // The config alone gives the same again, with its sentence.
    let again = try SmallSearch.run(last.config, threads: 1)
    #expect(try DataDigest.digest(of: again) == DataDigest.digest(of: last))
    #expect(again.config == last.config)
    try last.config.validate()
  }

  @Test("a search that died before its end has not judged the test images")
  func diedBefore() throws {
    let config = try SmallSearch.config(trials: 5)
    try begin(config, after: 3)
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.userAttributes[JournalLedger.judgedKey] == nil)
    try check(config, foreign: 0)
  }

  @Test("what another program put in the place of the judgements is no list, and replaced")
  func foreignJudgements() throws {
    let config = try SmallSearch.config(trials: 3)
    try begin(config, after: 1)
    try append(
      #"{"op_code":2,"worker_id":"a","study_id":0,"user_attr":{"dlplot:judged":"yes"}}"# + "\n")
    try check(config, foreign: 0)
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.userAttributes[JournalLedger.judgedKey] == "[3]")
  }

  @Test(
    "numbers of trials that no search can have are refused",
    arguments: [[], [0], [-1], [5, 5], [6, 5], [200_001], Array(1...101)])
  func impossible(counts: [Int]) throws {
    var config = try SmallSearch.config(trials: 5)
    config.judgedAfter = counts
    let error = #expect(throws: ExperimentError.self) { try config.validate() }
    #expect("\(try #require(error))".contains("--judged-after"))
  }

  // Lines as Optuna 5.0.0 writes them.
  private static let complete = """
    {"op_code":4,"worker_id":"a","study_id":0,"datetime_start":"2026-01-31T12:00:00.000000+00:00"}
    {"op_code":5,"worker_id":"a","trial_id":5,"param_name":"learning-rate",\
    "param_value_internal":0.25,"distribution":"{\\"name\\": \\"FloatDistribution\\", \
    \\"attributes\\": {\\"step\\": null, \\"low\\": 0.001, \\"high\\": 1.0, \\"log\\": true}}"}
    {"op_code":6,"worker_id":"a","trial_id":5,"state":1,"values":[0.99],\
    "datetime_complete":"2026-01-31T12:00:01.000000+00:00"}
    {"op_code":4,"worker_id":"a","study_id":0,"datetime_start":"2026-01-31T12:00:02.000000+00:00"}

    """

  @Test(
    "trials of Optuna, complete and running, stay as they are and change nothing",
    arguments: [SearchConfig.SamplerKind.random, .tpe])
  func optunaGoesOn(sampler: SearchConfig.SamplerKind) throws {
    let config = try SmallSearch.config(sampler: sampler, trials: 9)
    // Five trials have begun, four of which have ended.
    try begin(config, after: 4)
    try append(Self.complete)
    try check(config, foreign: 2)
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.trials.count == 11)
    #expect(study.trials[5].values == [0.99] && study.trials[5].parameters.count == 1)
    #expect(study.trials[6].state == .running && study.trials[6].parameters.isEmpty)
  }

  @Test("a trial that another program ended in our place is run again", arguments: [1, 2, 3])
  func takenAway(state: Int) throws {
    let config = try SmallSearch.config(sampler: .tpe, trials: 9)
    try begin(config, after: 2)
    // The third runs no more; `study.tell(2, ...)` of Optuna ends it.
    try append(
      #"{"op_code":6,"worker_id":"a","trial_id":2,"state":\#(state),"values":"#
        + (state == 1 ? "[0.5]" : "null")
        + #","datetime_complete":"2026-01-31T12:00:01.000000+00:00"}"# + "\n")
    try check(config, foreign: 0)
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.trials.count == 10)
    // The attempt that counts has the parameters of the one that was lost.
    #expect(study.trials[3].parameters == study.trials[2].parameters)
    // And it counts for whoever comes later.
    try check(config, foreign: 0)
  }

  @Test("a number that another process holds is waited for, and drawn as it would have been")
  func heldNumber() throws {
    var config = try SmallSearch.config(trials: 6)
    config.generator = .numpy
    try begin(config, after: 0)
    let path = path
    let release = Thread {
      // The trial of the third number is being created elsewhere, and then is not.
      if let claims = try? TrialClaims(of: path, study: 0), (try? claims.claim(3)) == true {
        Thread.sleep(forTimeInterval: 0.15)
        claims.release(3)
      }
    }
    release.start()
    Thread.sleep(forTimeInterval: 0.05)
    try check(config, foreign: 0)
  }

  @Test("a trial that does not follow on the others is named")
  func gap() throws {
    let config = try SmallSearch.config(trials: 4)
    try begin(config, after: 1)
    try append(
      #"{"op_code":4,"worker_id":"a","study_id":0,"datetime_start":null,"state":0,"#
        + #""distributions":{},"params":{},"system_attrs":{"dlplot:number":7}}"# + "\n")
    let error = #expect(throws: SearchFileError.self) { try SmallSearch.ledger(path, config) }
    #expect(
      error?.description == "trial 2 in \(path) is number 7 of the search, but 2 is missing")
  }

  @Test("fewer trials than a study has are its first ones")
  func fewer() throws {
    let config = try SmallSearch.config(trials: 7)
    _ = try SmallSearch.run(config, threads: 2, ledger: try SmallSearch.ledger(path, config))
    let few = try SmallSearch.config(trials: 3)
    var result = try SmallSearch.run(few, threads: 2, ledger: try SmallSearch.ledger(path, few))
    #expect(result.config.judgedAfter == [7])
    result.config.judgedAfter = nil
    let whole = try SmallSearch.run(few, threads: 1)
    #expect(try DataDigest.digest(of: result) == DataDigest.digest(of: whole))
  }
}
