import Provenance
import Search

/// What one line of a journal says, taken apart; whether it applies is for ``JournalReplay``.
enum JournalEvent: Sendable {
  case createStudy(StudyRecord)
  case deleteStudy(Int)
  case noteStudy(Int, user: [AttributeRecord], system: [AttributeRecord])
  /// The trial has no number yet.
  case createTrial(study: Int, TrialRecord)
  case setParameter(trial: Int, TrialRecord.Parameter)
  case setState(trial: Int, TrialEnd)
  case report(trial: Int, TrialRecord.Intermediate)
  case noteTrial(Int, user: [AttributeRecord], system: [AttributeRecord])
  /// It changes nothing.
  case none

  /// A trial that begins or ends.
  struct TrialEnd: Sendable {
    var state: TrialState
    var values: [Double]?
    var started: StudyDate?
    var completed: StudyDate?
  }

  /// - Parameter memo: What lines before it said.
  /// - Throws: `JournalLineError` for a line that no writer of journals makes.
  init(_ line: JournalLine, _ memo: inout JournalMemo) throws(JournalLineError) {
    switch line.operation {
    case .createStudy: self = try .createStudy(Self.study(line))
    case .deleteStudy: self = try .deleteStudy(line.integer("study_id"))
    case .setStudyUserAttribute:
      self = try .noteStudy(
        line.integer("study_id"), user: line.attributes("user_attr"), system: [])
    case .setStudySystemAttribute:
      self = try .noteStudy(
        line.integer("study_id"), user: [], system: line.attributes("system_attr"))
    case .createTrial:
      self = try .createTrial(study: line.integer("study_id"), Self.trial(line, &memo))
    case .setTrialParameter:
      self = try .setParameter(trial: line.integer("trial_id"), Self.parameter(line, &memo))
    case .setTrialState:
      self = try .setState(trial: line.integer("trial_id"), Self.end(line))
    case .setTrialIntermediateValue:
      self = try .report(
        trial: line.integer("trial_id"),
        TrialRecord.Intermediate(
          step: line.integer("step"), value: line.number("intermediate_value")))
    case .setTrialUserAttribute:
      self = try .noteTrial(
        line.integer("trial_id"), user: line.attributes("user_attr"), system: [])
    case .setTrialSystemAttribute:
      self = try .noteTrial(
        line.integer("trial_id"), user: [], system: line.attributes("system_attr"))
    case .discardTrials: self = .none
    }
  }

  private static func study(_ line: JournalLine) throws(JournalLineError) -> StudyRecord {
    let name = try line.string("study_name")
    var directions: [StudyDirection] = []
    for code in try line.numbers("directions") ?? [] {
      guard let direction = Int(exactly: code).flatMap(StudyDirection.init) else {
        throw .invalid("directions", got: "\(code)", expected: "1 or 2")
      }
      directions.append(direction)
    }
    guard !directions.isEmpty else { throw .missing("directions") }
    return StudyRecord(name: name, directions: directions)
  }

  private static func trial(
    _ line: JournalLine, _ memo: inout JournalMemo
  ) throws(JournalLineError) -> TrialRecord {
    var trial = TrialRecord(number: 0, state: .running)
    if line.has("state") { trial.state = try state(line) }
    trial.started = try line.date("datetime_start")
    trial.completed = try line.date("datetime_complete")
    trial.values = try line.numbers("values")
    if trial.values == nil, line.has("value"), let value = try? line.number("value") {
      trial.values = [value]
    }
    let space = try memo.space(line)
    for (place, member) in try line.object("params").enumerated() {
      // Most often both are in the same order.
      let isInOrder = space.indices.contains(place) && space[place].name == member.key
      guard
        let distribution = isInOrder ? space[place] : space.first(where: { $0.name == member.key })
      else { throw .missing("distribution of \(MessageText.quoted(member.key))") }
      trial.parameters.append(
        TrialRecord.Parameter(
          name: distribution.name, internalValue: try JournalLine.number(member.text, member.key),
          distribution: distribution.distribution))
    }
    for member in try line.object("intermediate_values") {
      guard let step = Int(member.key) else {
        throw .invalid("intermediate_values", got: member.key, expected: "an integer")
      }
      trial.report(try JournalLine.number(member.text, member.key), step: step)
    }
    trial.userAttributes = try line.attributes("user_attrs")
    trial.systemAttributes = try line.attributes("system_attrs")
    return trial
  }

  private static func parameter(
    _ line: JournalLine, _ memo: inout JournalMemo
  ) throws(JournalLineError) -> TrialRecord.Parameter {
    TrialRecord.Parameter(
      name: try line.string("param_name"), internalValue: try line.number("param_value_internal"),
      distribution: try memo.distribution(line))
  }

  private static func end(_ line: JournalLine) throws(JournalLineError) -> TrialEnd {
    TrialEnd(
      state: try state(line), values: try line.numbers("values"),
      started: try line.date("datetime_start"), completed: try line.date("datetime_complete"))
  }

  private static func state(_ line: JournalLine) throws(JournalLineError) -> TrialState {
    let code = try line.integer("state")
    guard let state = TrialState(rawValue: code) else {
      throw .invalid("state", got: "\(code)", expected: "0...4")
    }
    return state
  }
}
