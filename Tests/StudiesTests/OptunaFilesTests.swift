import Foundation
import Studies
import TestSupport
import Testing

/// Files that Optuna wrote, read as Optuna reads them.
struct OptunaFilesTests {
  @Test("a journal of Optuna, with a deleted study, a failed trial and values that are not finite")
  func journal() throws {
    let journal = try StudyJournal(path: ExpectedStudies.path("optuna.journal"), worker: "test")
    try ExpectedStudies().check(journal.studies)
    let kept = try #require(journal.studies.first)
    #expect(kept.userAttributes["about"] == #"{"nested":[1,2.5,null,"x"]}"#)
    #expect(kept.systemAttributes["study:metric_names"] == #"["loss"]"#)
    // Digits that no double has are kept.
    #expect(kept.trials[0].userAttributes["exact"] == "12345678901234567890")
  }

  @Test("a database of Optuna")
  func database() throws {
    let studies = try StudyDatabase.read(ExpectedStudies.path("optuna.db"))
    try ExpectedStudies().check(studies)
    #expect(studies.first?.systemAttributes["study:metric_names"] == #"["loss"]"#)
  }

  @Test("a database that is written holds what was read from a journal")
  func exported() throws {
    let scratch = try TemporaryFolder()
    let journal = try StudyJournal(path: ExpectedStudies.path("optuna.journal"), worker: "test")
    let path = scratch["study.db"]
    try StudyDatabase.write(journal.studies, to: path)
    try ExpectedStudies().check(try StudyDatabase.read(path))
    #expect(scratch.names == ["study.db"])
  }

  @Test("other databases, other files and folders are refused by name")
  func refused() throws {
    let scratch = try TemporaryFolder()
    let text = scratch["text.db"]
    try Data("not a database at all, but long enough to have a header".utf8)
      .write(to: URL(fileURLWithPath: text))
    #expect(throws: DatabaseError.self) { try StudyDatabase.read(text) }
    #expect(throws: (any Error).self) { try StudyDatabase.read(scratch["missing.db"]) }
    let error = #expect(throws: StudyError.self) {
      try StudyJournal(path: text, worker: "test")
    }
    #expect(error == .notAJournal(path: text))
  }
}
