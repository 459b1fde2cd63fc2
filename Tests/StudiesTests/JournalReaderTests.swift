import Foundation
import Search
import TestSupport
import Testing

@testable import Studies

/// Journals that are read in many pieces.
struct JournalReaderTests {
  private let scratch: TemporaryFolder
  private let path: String

  init() throws {
    scratch = try TemporaryFolder()
    path = scratch["long.jsonl"]
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private static let head = #"{"op_code":0,"study_name":"s","directions":[1]}"# + "\n"

  /// The lines of a trial: created, reported with a value that tells its number, ended.
  private static func lines(_ trial: Int) -> String {
    [
      #"{"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-01-01T00:00:00+00:00"}"#,
      #"{"op_code":7,"trial_id":\#(trial),"step":1,"intermediate_value":\#(trial).5}"#,
      #"{"op_code":6,"trial_id":\#(trial),"state":1,"values":[\#(trial)]}"#,
    ].map { $0 + "\n" }.joined()
  }

  private func study(_ reader: JournalReader) throws -> StudyRecord {
    try #require(reader.replay.study(0))
  }

  private func expectTrials(_ study: StudyRecord, _ count: Int) {
    #expect(study.trials.map(\.number) == Array(0..<count))
    #expect(study.trials.allSatisfy { $0.state == .complete })
    #expect(study.trials.map { $0.values ?? [] } == (0..<count).map { [Double($0)] })
    #expect(
      study.trials.map { $0.intermediates.map(\.value) } == (0..<count).map { [Double($0) + 0.5] })
  }

  @Test("a journal of megabytes is what its lines say, and what is appended comes on top")
  func many() throws {
    let text = Self.head + (0..<20_000).map(Self.lines).joined()
    #expect(text.utf8.count > 4 << 20)
    try write(text + "{\"op_code\":4")
    var reader = JournalReader(path: path)
    try reader.readOn()
    expectTrials(try study(reader), 20_000)
    try reader.readOn()
    expectTrials(try study(reader), 20_000)
    try write(text + Self.lines(20_000) + Self.lines(20_001))
    try reader.readOn()
    expectTrials(try study(reader), 20_002)
  }

  @Test("a line of megabytes is read whole, first, last or between others")
  func longLine() throws {
    let note = String(repeating: "a", count: 3 << 20)
    let long =
      #"{"op_code":2,"worker_id":"w","study_id":0,"user_attr":{"note":"\#(note)"}}"# + "\n"
    let trials = (0..<5000).map(Self.lines)
    for place in [0, 2500, 5000] {
      try write(
        Self.head + trials[..<place].joined() + long + trials[place...].joined())
      var reader = JournalReader(path: path)
      try reader.readOn()
      let study = try study(reader)
      expectTrials(study, 5000)
      #expect(study.userAttributes["note"] == "\"\(note)\"")
    }
    // Without its end it is not there.
    try write(Self.head + trials.joined() + String(long.dropLast()))
    var reader = JournalReader(path: path)
    try reader.readOn()
    expectTrials(try study(reader), 5000)
    #expect(try study(reader).userAttributes["note"] == nil)
  }

  @Test(
    "a corrupt line is named by its number wherever it is, and those before it stay",
    arguments: [2, 3, 5000, 29_999, 60_001])
  func corrupt(line: Int) throws {
    var lines = (Self.head + (0..<20_000).map(Self.lines).joined()).split(separator: "\n")
    lines[line - 1] = "{\"op_code\":}"
    // A second one behind it is not spoken of.
    lines.append("nothing")
    try write(lines.joined(separator: "\n") + "\n")
    var reader = JournalReader(path: path)
    for _ in 0..<2 {
      let error = #expect(throws: StudyError.self) { try reader.readOn() }
      guard case .corruptLine(path, line: line, _) = error else {
        Issue.record("line \(line): \(String(describing: error))")
        return
      }
      // Of the trials before it each has three lines.
      #expect(try study(reader).trials.count == line / 3)
    }
  }

  @Test("a file whose first line is none of a journal is none, however long")
  func foreign() throws {
    try write("number,value\n" + String(repeating: "1,2\n", count: 400_000))
    var reader = JournalReader(path: path)
    #expect(throws: StudyError.notAJournal(path: path)) { try reader.readOn() }
    try write("one line without an end")
    reader = JournalReader(path: path)
    #expect(throws: StudyError.notAJournal(path: path)) { try reader.readOn() }
    try write("{ one that may become one")
    reader = JournalReader(path: path)
    try reader.readOn()
    #expect(reader.replay.studies.isEmpty)
    try write("SQLite format 3\0and more")
    reader = JournalReader(path: path)
    #expect(throws: StudyError.database(path: path)) { try reader.readOn() }
  }
}
