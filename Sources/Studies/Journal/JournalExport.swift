import Files
import Search

/// Studies written as a journal of their own.
package enum JournalExport {
  /// Writes a journal, whole or not at all: each trial that has ended as one line.
  ///
  /// The same studies give the same bytes, whoever worked on them and when: workers and times are
  /// left out where `isSorted` is true, and attributes and parameters stand in the order of their
  /// names, so that two searches can be compared byte by byte.
  ///
  /// - Throws: `OutputError`.
  package static func write(_ studies: [StudyRecord], to path: String, isSorted: Bool) throws {
    var text = JournalText(worker: "dlplot-export")
    for (id, study) in studies.enumerated() {
      text.append(
        .createStudy,
        [
          ("study_name", JournalText.string(study.name)),
          (
            "directions",
            "[" + study.directions.map { "\($0.rawValue)" }.joined(separator: ",") + "]"
          ),
        ])
      for attribute in sorted(study.userAttributes, isSorted) {
        text.append(
          .setStudyUserAttribute,
          [("study_id", "\(id)"), ("user_attr", JournalText.object([attribute]))])
      }
      for attribute in sorted(study.systemAttributes, isSorted) {
        text.append(
          .setStudySystemAttribute,
          [("study_id", "\(id)"), ("system_attr", JournalText.object([attribute]))])
      }
      for trial in study.trials {
        var trial = trial
        if isSorted {
          trial.started = nil
          trial.completed = nil
          trial.parameters.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
          trial.userAttributes = sorted(trial.userAttributes, true)
          trial.systemAttributes = sorted(trial.systemAttributes, true)
        }
        StudyJournal.append(creationOf: trial, study: id, to: &text)
      }
    }
    try OutputFile.write(text.bytes, to: path)
  }

  private static func sorted(_ attributes: [AttributeRecord], _ isSorted: Bool) -> [AttributeRecord]
  {
    isSorted
      ? attributes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : attributes
  }
}
