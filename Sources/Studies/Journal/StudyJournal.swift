import Files
import Provenance
import Search

/// A study in a journal, read and written together with other processes.
///
/// A trial is created with its parameters before it runs, so that trials are numbered in the order
/// in which they were asked for, whoever ends first, and another process sees which are taken. Its
/// reports and its value are appended at once when it ends. A trial whose process died stays
/// `running`; `TrialClaims` tells it from one that is being worked on.
package final class StudyJournal {
  package let path: String
  private var reader: JournalReader
  private let worker: String
  private var studyID: Int?

  /// Opens a journal, or makes one with the first line that is written.
  ///
  /// - Parameter worker: Who writes, in Optuna's `worker_id`.
  /// - Throws: `FileError`, `StudyError` for a file that is none; nothing is changed.
  package init(path: String, worker: String) throws {
    self.path = path
    self.worker = worker
    reader = JournalReader(path: path)
    if try FileSystem.kind(of: path) != nil { try reader.readOn() }
  }

  /// The studies of the file, with their trials.
  package var studies: [StudyRecord] { reader.replay.studies.map(\.study) }

  /// The study that is worked on; nil before `open`.
  package var study: StudyRecord? { studyID.flatMap { reader.replay.study($0) } }

  /// Reads what others wrote.
  package func refresh() throws {
    if try FileSystem.kind(of: path) != nil { try reader.readOn() }
  }

  /// Takes the study of a name, which is made where there is none.
  ///
  /// - Returns: The study as it then is; it may have other directions and attributes.
  package func open(_ study: StudyRecord) throws -> StudyRecord {
    try changing { text in
      guard self.reader.replay.id(ofStudy: study.name) == nil else { return }
      text.append(
        .createStudy,
        [
          ("study_name", JournalText.string(study.name)),
          (
            "directions",
            "[" + study.directions.map { "\($0.rawValue)" }.joined(separator: ",") + "]"
          ),
        ])
      let id = "\(self.reader.replay.nextStudyID)"
      for attribute in study.userAttributes {
        text.append(
          .setStudyUserAttribute,
          [("study_id", id), ("user_attr", JournalText.object([attribute]))])
      }
      for attribute in study.systemAttributes {
        text.append(
          .setStudySystemAttribute,
          [("study_id", id), ("system_attr", JournalText.object([attribute]))])
      }
    }
    guard let id = reader.replay.id(ofStudy: study.name), let found = reader.replay.study(id) else {
      throw StudyError.noStudy(path: path, name: study.name, there: studies.map(\.name))
    }
    studyID = id
    return found
  }

  /// Changes an attribute of the study, with the file locked and everything in it read.
  ///
  /// - Parameter change: Gets the value as JSON, nil where there is none, and gives the new one.
  package func change(_ key: String, _ change: (String?) throws -> String) throws {
    let id = try openedID()
    try changing { text in
      let old = self.reader.replay.study(id)?.userAttributes[key]
      let new = try change(old)
      guard new != old else { return }
      let attribute = AttributeRecord(key: key, json: new)
      text.append(
        .setStudyUserAttribute,
        [("study_id", "\(id)"), ("user_attr", JournalText.object([attribute]))])
    }
  }

  /// Creates trials, with the file locked and everything in it read.
  ///
  /// - Parameter make: Gets the study as it is and gives the trials to create; their numbers follow
  ///   on those that are there.
  package func create(_ make: (StudyRecord) throws -> [TrialRecord]) throws {
    let id = try openedID()
    try changing { text in
      guard let study = self.reader.replay.study(id) else { return }
      for trial in try make(study) { Self.append(creationOf: trial, study: id, to: &text) }
    }
  }

  /// Ends a trial: its reports, attributes, state and values.
  ///
  /// Nothing is written where somebody else has ended it before.
  package func finish(_ trial: TrialRecord) throws {
    let id = try openedID()
    try changing { text in
      guard let number = self.reader.replay.id(ofTrial: trial.number, study: id),
        self.reader.replay.study(id)?.trials[trial.number].state.isFinished == false
      else { return }
      for report in trial.intermediates {
        text.append(
          .setTrialIntermediateValue,
          [
            ("trial_id", "\(number)"), ("step", "\(report.step)"),
            ("intermediate_value", JournalText.number(report.value)),
          ])
      }
      for (operation, key, attributes) in [
        (JournalOperation.setTrialUserAttribute, "user_attr", trial.userAttributes),
        (.setTrialSystemAttribute, "system_attr", trial.systemAttributes),
      ] {
        for attribute in attributes {
          text.append(
            operation, [("trial_id", "\(number)"), (key, JournalText.object([attribute]))])
        }
      }
      text.append(
        .setTrialState,
        [
          ("trial_id", "\(number)"), ("state", "\(trial.state.rawValue)"),
          ("values", trial.values.map(JournalText.numbers) ?? "null"),
          ("datetime_complete", JournalText.date(trial.completed)),
        ])
    }
  }

  /// The id of the study that is worked on, by the order of creation.
  ///
  /// - Throws: `StudyError.noStudy` before `open`.
  package func openedID() throws -> Int {
    guard let studyID else {
      throw StudyError.noStudy(path: path, name: nil, there: studies.map(\.name))
    }
    return studyID
  }

  /// Appends lines with the file locked and everything in it read.
  private func changing(_ write: (inout JournalText) throws -> Void) throws {
    try JournalLock.hold(of: path) {
      try refresh()
      var text = JournalText(worker: worker)
      try write(&text)
      guard !text.bytes.isEmpty else { return }
      try LineFile.append(text.bytes, to: path) { line in
        line.withUnsafeBufferPointer { (try? JournalLine($0[...])) != nil }
      }
      try refresh()
    }
  }

  static func append(creationOf trial: TrialRecord, study: Int, to text: inout JournalText) {
    var members: [(key: String, json: String)] = [
      ("study_id", "\(study)"), ("datetime_start", JournalText.date(trial.started)),
      ("state", "\(trial.state.rawValue)"),
    ]
    if let values = trial.values { members.append(("values", JournalText.numbers(values))) }
    if let completed = trial.completed {
      members.append(("datetime_complete", JournalText.date(completed)))
    }
    members += [
      (
        "distributions",
        JournalText.object(trial.parameters.map { ($0.name, JournalText.string($0.distribution)) })
      ),
      (
        "params",
        JournalText.object(
          trial.parameters.map { ($0.name, JournalText.number($0.internalValue)) })
      ),
      ("user_attrs", JournalText.object(trial.userAttributes)),
      ("system_attrs", JournalText.object(trial.systemAttributes)),
      (
        "intermediate_values",
        JournalText.object(
          trial.intermediates.map { ("\($0.step)", JournalText.number($0.value)) })
      ),
    ]
    text.append(.createTrial, members)
  }
}
