import Foundation
import Search
import TestSupport
import Testing

@testable import Studies

/// Journals that are written here: by several at a time, half written, damaged.
struct StudyJournalTests {
  private let scratch: TemporaryFolder
  private let path: String

  init() throws {
    scratch = try TemporaryFolder()
    path = scratch["study.jsonl"]
  }

  private static let rate =
    #"{"name": "FloatDistribution", "attributes": {"step": null, "low": 1e-06, "high": 0.01, "log": true}}"#

  private static func study(_ name: String = "digits") -> StudyRecord {
    var study = StudyRecord(name: name, directions: [.maximize])
    study.systemAttributes["study:metric_names"] = #"["validation accuracy"]"#
    study.userAttributes["dlplot"] = #"{"seed":0}"#
    return study
  }

  private static func trial(_ number: Int, started: Int64 = 0) -> TrialRecord {
    var trial = TrialRecord(number: number, state: .running)
    trial.started = StudyDate(microseconds: started)
    trial.parameters = [
      TrialRecord.Parameter(
        name: "learning-rate", internalValue: 0.001 + Double(number) * 1e-5, distribution: rate)
    ]
    return trial
  }

  private static func finished(_ number: Int) -> TrialRecord {
    var trial = trial(number)
    trial.state = .complete
    trial.values = [0.5 + Double(number) / 100]
    trial.intermediates = [
      TrialRecord.Intermediate(step: 1, value: 0.25),
      TrialRecord.Intermediate(step: 2, value: .nan),
      TrialRecord.Intermediate(step: 3, value: -.infinity),
    ]
    trial.completed = StudyDate(microseconds: 1_000_000)
    return trial
  }

  private var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }
  }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// A study with one finished trial and one that runs.
  @discardableResult
  private func begin() throws -> StudyJournal {
    let journal = try StudyJournal(path: path, worker: "test")
    _ = try journal.open(Self.study())
    try journal.create { _ in [Self.trial(0), Self.trial(1)] }
    try journal.finish(Self.finished(0))
    return journal
  }

  @Test("what is written is what is read")
  func roundTrip() throws {
    let journal = try begin()
    let study = try #require(journal.study)
    #expect(study.trials == [Self.finished(0), Self.trial(1)])
    #expect(study.name == "digits" && study.directions == [.maximize])
    #expect(study.systemAttributes == Self.study().systemAttributes)
    #expect(study.userAttributes == Self.study().userAttributes)
    #expect(try StudyJournal(path: path, worker: "other").studies == [study])
    // One lock file at a time, and none afterwards.
    #expect(scratch.names == ["study.jsonl"])
  }

  @Test("a trial ends once: who comes second changes nothing")
  func endsOnce() throws {
    let journal = try begin()
    var late = Self.finished(0)
    late.values = [9]
    let before = try bytes
    try journal.finish(late)
    #expect(try bytes == before)
  }

  @Test("a second study of one name is the first")
  func reopened() throws {
    try begin()
    let again = try StudyJournal(path: path, worker: "again")
    var other = Self.study()
    other.directions = [.minimize]
    #expect(try again.open(other).directions == [.maximize])
    #expect(again.study?.trials.count == 2)
    _ = try again.open(Self.study("second"))
    #expect(again.studies.map(\.name) == ["digits", "second"])
    #expect(again.study?.trials.isEmpty == true)
  }

  @Test("a line that was left half written is repaired, and only it", arguments: [1, 7, 60])
  func torn(length: Int) throws {
    try begin()
    let whole = try bytes
    let next = Array(
      #"{"op_code":7,"worker_id":"w","trial_id":1,"step":1,"intermediate_value":0.75}"#.utf8)
    try write(whole + next.prefix(length))
    let journal = try StudyJournal(path: path, worker: "test")
    #expect(journal.studies.first?.trials[1].intermediates.isEmpty == true)
    _ = try journal.open(Self.study())
    #expect(try bytes == whole + next.prefix(length))
    try journal.finish(Self.finished(1))
    #expect(try bytes.starts(with: whole + Array(#"{"op_code""#.utf8)))
    #expect(journal.study?.trials == [Self.finished(0), Self.finished(1)])
  }

  @Test("a line that lacks only its end is kept")
  func unended() throws {
    try begin()
    let next = Array(
      #"{"op_code":7,"worker_id":"w","trial_id":1,"step":9,"intermediate_value":0.75}"#.utf8)
    try write(try bytes + next)
    let journal = try StudyJournal(path: path, worker: "test")
    _ = try journal.open(Self.study())
    try journal.finish(Self.finished(1))
    #expect(journal.study?.trials[1].intermediates.last?.step == 9)
  }

  @Test("a corrupt line in the middle is named, and nothing is changed")
  func corrupt() throws {
    try begin()
    var lines = try bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    lines[3][10] = 0xFF
    let damaged = Array(lines.joined(separator: [10]))
    try write(damaged)
    let error = #expect(throws: StudyError.self) { try StudyJournal(path: path, worker: "test") }
    guard case .corruptLine(_, line: 4, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.contains("corrupt line 4 in \(path)") == true)
    #expect(try bytes == damaged)
  }

  @Test(
    "every value of a line that is wrong is named",
    arguments: [
      (#"{"op_code":11,"worker_id":""}"#, "op_code is \"11\" (0...10)"),
      (#"{"worker_id":""}"#, "no op_code"),
      (#"{"op_code":4,"worker_id":""}"#, "no study_id"),
      (#"{"op_code":4,"study_id":0,"state":7,"datetime_start":null}"#, "state is 7"),
      (#"{"op_code":4,"study_id":0,"datetime_start":"yesterday"}"#, "datetime_start"),
      (#"{"op_code":4,"study_id":0,"params":{"x":1},"distributions":{}}"#, "distribution of \"x\""),
      (#"{"op_code":7,"trial_id":1,"step":0,"intermediate_value":"x"}"#, "intermediate_value"),
      (#"{"op_code":6,"trial_id":1,"state":1,"values":7}"#, "values"),
      (#"[1]"#, "no json object"),
      (#"{"op_code":0,"study_name":"x","directions":[3]}"#, "directions"),
      (#"{"op_code":1"#, "no json object"),
    ])
  func wrongLine(line: String, words: String) throws {
    try begin()
    try write(try bytes + Array((line + "\n").utf8))
    let error = #expect(throws: StudyError.self) { try StudyJournal(path: path, worker: "test") }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test("a file that became shorter is noticed")
  func shrank() throws {
    let journal = try begin()
    try write(Array(try bytes.prefix(40)))
    #expect(throws: StudyError.journalShrank(path: path, byte: 40)) { try journal.refresh() }
  }

  @Test("four writers at once number their trials without a gap")
  func concurrent() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let journal = try StudyJournal(path: path, worker: "writer-\(writer)")
          _ = try journal.open(Self.study())
          for _ in 0..<10 {
            var own = -1
            try journal.create { study in
              own = study.trials.count
              return [Self.trial(own, started: Int64(writer))]
            }
            try journal.finish(Self.finished(own))
          }
        }
      }
      try await group.waitForAll()
    }
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.trials.map(\.number) == Array(0..<40))
    #expect(study.trials.map(\.values) == (0..<40).map { Self.finished($0).values })
    for writer in 0..<4 {
      #expect(study.trials.count { $0.started?.microseconds == Int64(writer) } == 10)
    }
  }

  @Test("a lock that a dead process left is taken away, one that is in use is waited for")
  func locks() throws {
    let journal = try begin()
    // Optuna's lock: a symbolic link beside the journal.
    try FileManager.default.createSymbolicLink(
      atPath: path + ".lock", withDestinationPath: path)
    let path = path
    let release = Thread {
      Thread.sleep(forTimeInterval: 0.2)
      unlink(path + ".lock")
    }
    // From before the lock begins to age: a busy machine may come back here late.
    let waited = try ContinuousClock().measure {
      release.start()
      try journal.finish(Self.finished(1))
    }
    #expect(waited > .milliseconds(100))
    #expect(journal.study?.trials[1].state == .complete)

    try FileManager.default.createSymbolicLink(
      atPath: path + ".lock", withDestinationPath: path)
    var held = false
    try JournalLock.hold(of: path, grace: .milliseconds(50)) { held = true }
    #expect(held && scratch.names == ["study.jsonl"])
  }

  @Test("a link that a dead process of this program left is taken away at once")
  func ownLock() throws {
    let journal = try begin()
    // The link as it is made, from inside; then left as by SIGKILL.
    var target = ""
    try JournalLock.hold(of: path) {
      target = try FileManager.default.destinationOfSymbolicLink(atPath: path + ".lock")
      // Optuna asks for the age of what it points to.
      #expect(FileManager.default.contents(atPath: path + ".lock") == Data(try bytes))
    }
    try FileManager.default.createSymbolicLink(
      atPath: path + ".lock", withDestinationPath: target)
    let waited = try ContinuousClock().measure { try journal.finish(Self.finished(1)) }
    #expect(waited < .seconds(5))
    #expect(scratch.names == ["study.jsonl"])
  }

  @Test("a claim is one object's until it lets go")
  func claims() throws {
    try begin()
    let mine = try TrialClaims(of: path, study: 0)
    var theirs: TrialClaims? = try TrialClaims(of: path, study: 0)
    #expect(try theirs?.claim(1) == true)
    #expect(try mine.claim(1) == false)
    #expect(try mine.claim(2) == true)
    #expect(try theirs?.claim(2) == false)
    // The same number of another study is another trial.
    #expect(try TrialClaims(of: path, study: 1).claim(1) == true)
    mine.release(2)
    #expect(try theirs?.claim(2) == true)
    // As when a process ends: its open file goes, and the claims with it.
    theirs = nil
    #expect(try mine.claim(1) == true && mine.claim(2) == true)
    // Reading and writing the journal does not lift a claim.
    let journal = try StudyJournal(path: path, worker: "test")
    _ = try journal.open(Self.study())
    try journal.finish(Self.finished(1))
    #expect(try TrialClaims(of: path, study: 0).claim(1) == false)
  }
}
