import Provenance
import Search

/// What the lines of a journal come to, by the rules of Optuna's JournalStorage.
///
/// Studies and trials are numbered by the order of their creation in the file, trials across all
/// studies. A line that cannot apply (a second study of one name, a word to a trial that is
/// finished) changes nothing: that is how writers who know nothing of each other agree on who came
/// first.
struct JournalReplay {
  /// Without their trials, by their ids; nil for one that was deleted.
  private var heads: [StudyRecord?] = []
  /// The trials of each study.
  private var trials: [[TrialRecord]] = []
  /// The study and the number of each trial, by its id.
  private var places: [(study: Int, number: Int)] = []

  /// Distributions by how they stand in lines: there are few, in very many lines.
  private var distributions: [ArraySlice<UInt8>: String] = [:]
  /// Some of them, those that were looked up last.
  private var recent: [(text: ArraySlice<UInt8>, distribution: String)] = []
  private static let mostRecent = 8
  /// The first distribution of each parameter of each study.
  private var firstDistributions: [[String: String]] = []

  /// The studies that are there, with their ids.
  var studies: [(id: Int, study: StudyRecord)] {
    heads.indices.compactMap { id in study(id).map { (id, $0) } }
  }

  /// A study with its trials; nil where there is none.
  func study(_ id: Int) -> StudyRecord? {
    guard heads.indices.contains(id), var study = heads[id] else { return nil }
    study.trials = trials[id]
    return study
  }

  /// Applies one line.
  ///
  /// - Throws: `JournalLineError` for a line that no writer of journals makes; nothing has changed.
  mutating func apply(_ line: JournalLine) throws(JournalLineError) {
    switch line.operation {
    case .createStudy: try createStudy(line)
    case .deleteStudy:
      let id = try line.integer("study_id")
      if heads.indices.contains(id) { heads[id] = nil }
    case .setStudyUserAttribute:
      let attributes = try line.attributes("user_attr")
      try changeStudy(line) { study in
        for attribute in attributes { study.userAttributes[attribute.key] = attribute.json }
      }
    case .setStudySystemAttribute:
      let attributes = try line.attributes("system_attr")
      try changeStudy(line) { study in
        for attribute in attributes { study.systemAttributes[attribute.key] = attribute.json }
      }
    case .createTrial: try createTrial(line)
    case .setTrialParameter: try setParameter(line)
    case .setTrialState: try setState(line)
    case .setTrialIntermediateValue:
      let (step, value) = (try line.integer("step"), try line.number("intermediate_value"))
      try changeTrial(line) { $0.report(value, step: step) }
    case .setTrialUserAttribute:
      let attributes = try line.attributes("user_attr")
      try changeTrial(line) { trial in
        for attribute in attributes { trial.userAttributes[attribute.key] = attribute.json }
      }
    case .setTrialSystemAttribute:
      let attributes = try line.attributes("system_attr")
      try changeTrial(line) { trial in
        for attribute in attributes { trial.systemAttributes[attribute.key] = attribute.json }
      }
    case .discardTrials: break
    }
  }

  /// The id of the next study that is created.
  var nextStudyID: Int { heads.count }

  /// The id of a study that is there.
  func id(ofStudy name: String) -> Int? { heads.firstIndex { $0?.name == name } }

  /// The id of a trial.
  func id(ofTrial number: Int, study: Int) -> Int? {
    places.firstIndex { $0.study == study && $0.number == number }
  }

  // MARK: Studies

  private mutating func createStudy(_ line: JournalLine) throws(JournalLineError) {
    let name = try line.string("study_name")
    var directions: [StudyDirection] = []
    for code in try line.numbers("directions") ?? [] {
      guard let direction = Int(exactly: code).flatMap(StudyDirection.init) else {
        throw .invalid("directions", got: "\(code)", expected: "1 or 2")
      }
      directions.append(direction)
    }
    guard !directions.isEmpty else { throw .missing("directions") }
    guard id(ofStudy: name) == nil else { return }
    heads.append(StudyRecord(name: name, directions: directions))
    trials.append([])
    firstDistributions.append([:])
  }

  private mutating func changeStudy(
    _ line: JournalLine, _ change: (inout StudyRecord) -> Void
  ) throws(JournalLineError) {
    let id = try line.integer("study_id")
    guard heads.indices.contains(id), var study = heads[id] else { return }
    change(&study)
    heads[id] = study
  }

  // MARK: Trials

  private mutating func createTrial(_ line: JournalLine) throws(JournalLineError) {
    let id = try line.integer("study_id")
    guard heads.indices.contains(id), heads[id] != nil else { return }
    var trial = TrialRecord(number: trials[id].count, state: .running)
    if line.has("state") { trial.state = try Self.state(line) }
    trial.started = try line.date("datetime_start")
    trial.completed = try line.date("datetime_complete")
    trial.values = try line.numbers("values")
    if trial.values == nil, line.has("value"), let value = try? line.number("value") {
      trial.values = [value]
    }
    let distributions = try line.object("distributions")
    for member in try line.object("params") {
      guard let distribution = distributions.first(where: { $0.key == member.key }) else {
        throw .missing("distribution of \(MessageText.quoted(member.key))")
      }
      trial.parameters.append(
        TrialRecord.Parameter(
          name: member.key, internalValue: try JournalLine.number(member.text, member.key),
          distribution: try JournalLine.string(distribution.text, "distributions")))
    }
    for member in try line.object("intermediate_values") {
      guard let step = Int(member.key) else {
        throw .invalid("intermediate_values", got: member.key, expected: "an integer")
      }
      trial.report(try JournalLine.number(member.text, member.key), step: step)
    }
    trial.userAttributes = try line.attributes("user_attrs")
    trial.systemAttributes = try line.attributes("system_attrs")
    for parameter in trial.parameters where firstDistributions[id][parameter.name] == nil {
      firstDistributions[id][parameter.name] = parameter.distribution
    }
    places.append((id, trial.number))
    trials[id].append(trial)
  }

  private static func state(_ line: JournalLine) throws(JournalLineError) -> TrialState {
    let code = try line.integer("state")
    guard let state = TrialState(rawValue: code) else {
      throw .invalid("state", got: "\(code)", expected: "0...4")
    }
    return state
  }

  /// Changes a trial that has not finished.
  private mutating func changeTrial(
    _ line: JournalLine, _ change: (inout TrialRecord) -> Void
  ) throws(JournalLineError) {
    let id = try line.integer("trial_id")
    guard places.indices.contains(id) else { return }
    let place = places[id]
    guard !trials[place.study][place.number].state.isFinished else { return }
    change(&trials[place.study][place.number])
  }

  private mutating func setParameter(_ line: JournalLine) throws(JournalLineError) {
    let parameter = TrialRecord.Parameter(
      name: try line.string("param_name"), internalValue: try line.number("param_value_internal"),
      distribution: try distribution(line))
    let id = try line.integer("trial_id")
    guard places.indices.contains(id) else { return }
    // A parameter keeps its kind through a study: the first trial that has it decides.
    let study = places[id].study
    let first = firstDistributions[study][parameter.name]
    if let first, !DistributionKind.areCompatible(first, parameter.distribution) { return }
    try changeTrial(line) { $0.set(parameter) }
    let place = places[id]
    if first == nil, trials[study][place.number].parameters.contains(where: { $0 == parameter }) {
      firstDistributions[study][parameter.name] = parameter.distribution
    }
  }

  private mutating func distribution(_ line: JournalLine) throws(JournalLineError) -> String {
    let text = try line.raw("distribution")
    // Trials repeat the distributions of the one before, for whose texts no hash is needed.
    if let place = recent.firstIndex(where: { $0.text.count == text.count && $0.text == text }) {
      return recent[place].distribution
    }
    let key = ArraySlice(Array(text))
    let string: String
    if let known = distributions[key] {
      string = known
    } else {
      string = try line.string("distribution")
      distributions[key] = string
    }
    if recent.count >= Self.mostRecent { recent.removeFirst() }
    recent.append((key, string))
    return string
  }

  private mutating func setState(_ line: JournalLine) throws(JournalLineError) {
    let state = try Self.state(line)
    let values = try line.numbers("values")
    let (started, completed) = (
      try line.date("datetime_start"), try line.date("datetime_complete")
    )
    try changeTrial(line) { trial in
      // Another writer took the trial before.
      if state == .running && trial.state == .running { return }
      if state == .running { trial.started = started }
      if state.isFinished { trial.completed = completed }
      trial.state = state
      if let values { trial.values = values }
    }
  }
}
