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

  /// The id of the next study that is created.
  var nextStudyID: Int { heads.count }

  /// The id of a study that is there.
  func id(ofStudy name: String) -> Int? { heads.firstIndex { $0?.name == name } }

  /// The id of a trial.
  func id(ofTrial number: Int, study: Int) -> Int? {
    places.firstIndex { $0.study == study && $0.number == number }
  }

  /// Applies what a line says.
  mutating func apply(_ event: JournalEvent) {
    switch event {
    case .createStudy(let study): createStudy(study)
    case .deleteStudy(let id):
      if heads.indices.contains(id) { heads[id] = nil }
    case .noteStudy(let id, let user, let system):
      guard heads.indices.contains(id), var study = heads[id] else { return }
      for attribute in user { study.userAttributes[attribute.key] = attribute.json }
      for attribute in system { study.systemAttributes[attribute.key] = attribute.json }
      heads[id] = study
    case .createTrial(let study, let trial): createTrial(trial, study)
    case .setParameter(let id, let parameter): setParameter(parameter, id)
    case .setState(let id, let end): setState(end, id)
    case .report(let id, let report):
      changeTrial(id) { $0.report(report.value, step: report.step) }
    case .noteTrial(let id, let user, let system):
      changeTrial(id) { trial in
        for attribute in user { trial.userAttributes[attribute.key] = attribute.json }
        for attribute in system { trial.systemAttributes[attribute.key] = attribute.json }
      }
    case .none: break
    }
  }

  private mutating func createStudy(_ study: StudyRecord) {
    guard id(ofStudy: study.name) == nil else { return }
    heads.append(study)
    trials.append([])
    firstDistributions.append([:])
  }

  private mutating func createTrial(_ trial: TrialRecord, _ study: Int) {
    guard heads.indices.contains(study), heads[study] != nil else { return }
    var trial = trial
    trial.number = trials[study].count
    for parameter in trial.parameters where firstDistributions[study][parameter.name] == nil {
      firstDistributions[study][parameter.name] = parameter.distribution
    }
    places.append((study, trial.number))
    trials[study].append(trial)
  }

  /// Changes a trial that has not finished.
  private mutating func changeTrial(_ id: Int, _ change: (inout TrialRecord) -> Void) {
    guard places.indices.contains(id) else { return }
    let place = places[id]
    guard !trials[place.study][place.number].state.isFinished else { return }
    change(&trials[place.study][place.number])
  }

  private mutating func setParameter(_ parameter: TrialRecord.Parameter, _ id: Int) {
    guard places.indices.contains(id) else { return }
    // A parameter keeps its kind through a study: the first trial that has it decides.
    let place = places[id]
    let first = firstDistributions[place.study][parameter.name]
    if let first, !DistributionKind.areCompatible(first, parameter.distribution) { return }
    changeTrial(id) { $0.set(parameter) }
    if first == nil,
      trials[place.study][place.number].parameters.contains(where: { $0 == parameter })
    {
      firstDistributions[place.study][parameter.name] = parameter.distribution
    }
  }

  private mutating func setState(_ end: JournalEvent.TrialEnd, _ id: Int) {
    changeTrial(id) { trial in
      // Another writer took the trial before.
      if end.state == .running && trial.state == .running { return }
      if end.state == .running { trial.started = end.started }
      if end.state.isFinished { trial.completed = end.completed }
      trial.state = end.state
      if let values = end.values { trial.values = values }
    }
  }
}
