package import Provenance
package import Search
package import Studies

/// A search that is kept in a journal, which Optuna reads too, together with other processes.
package final class JournalLedger: TrialLedger, @unchecked Sendable {
  private let journal: StudyJournal
  private let claims: TrialClaims
  private let now: () -> StudyDate
  /// The trials of the journal as samplers see them, as far as they have ended.
  private var known: [Trial] = []
  /// Trials that are run by this process.
  private var own: Set<Int> = []

  /// The attribute of a study that holds the config of its search.
  package static let configKey = "dlplot:config"

  /// Opens the study of a search in a journal, which is made where there is none.
  ///
  /// - Parameters:
  ///   - path: The journal.
  ///   - name: The study's name.
  ///   - images: Digest of the training images.
  ///   - worker: Who writes: letters, digits and hyphens.
  ///   - now: The time, which is noted with each trial and is no part of the result.
  /// - Throws: `FileError`, `StudyError`; `SearchFileError.otherSearch` for a study of another
  ///   search, which stays as it is.
  package init(
    path: String, name: String, config: SearchConfig, images: Digest, worker: String,
    now: @escaping @Sendable () -> StudyDate
  ) throws {
    self.now = now
    journal = try StudyJournal(path: path, worker: worker)
    var study = StudyRecord(name: name, directions: [config.metric.direction])
    let identity = try Self.identity(of: config, images: images)
    study.userAttributes[Self.configKey] = identity.canonicalText
    study.systemAttributes["study:metric_names"] =
      config.metric == .accuracy ? #"["validation accuracy"]"# : #"["validation loss"]"#
    let found = try journal.open(study)
    guard let text = found.userAttributes[Self.configKey],
      let other = try? JSONValue(parsing: text)
    else { throw SearchFileError.foreignStudy(path: path, name: name) }
    if let difference = other.firstDifference(from: identity) {
      throw SearchFileError.otherSearch(
        path: path, place: difference.path, got: difference.mine, wanted: difference.theirs)
    }
    claims = try TrialClaims(of: path)
  }

  /// What decides how each trial ends: not how many there are, unless a second stage follows on
  /// them, nor how they are drawn.
  private static func identity(of config: SearchConfig, images: Digest) throws -> JSONValue {
    var config = config
    if config.narrow == nil { config.trials = 1 }
    config.shown = 1
    config.plot = nil
    return [
      "config": try JSONValueEncoder(root: "config").encode(config),
      "images": .string(images.hex),
      "numericsVersion": .number(Double(Recipe.numericsVersion)),
    ]
  }

  package func next(
    most: Int, config: SearchConfig, propose: (Study) throws -> [TrialParameter]
  ) throws -> TrialWork {
    var work = TrialWork.wait
    try journal.create { study in
      try self.update(study, config)
      // A trial whose process died is run again, with its parameters as they were drawn.
      for trial in study.trials where trial.state == .running && !self.own.contains(trial.number) {
        if try self.claims.claim(trial.number) {
          self.own.insert(trial.number)
          let again = self.known[trial.number]
          work = .run(again, config.known(to: again, of: self.known))
          return []
        }
      }
      guard study.trials.count < most else {
        if study.trials.prefix(most).allSatisfy(\.state.isFinished) { work = .done }
        return []
      }
      guard config.mayCreate(after: self.known) else { return [] }
      let trial = Trial(
        number: study.trials.count, parameters: try propose(config.study(of: self.known)))
      guard try self.claims.claim(trial.number) else { return [] }
      self.own.insert(trial.number)
      self.known.append(trial)
      work = .run(trial, config.known(to: trial, of: self.known))
      var record = TrialRecord(number: trial.number, state: .running)
      record.parameters = try trial.parameters.map(TrialRecord.Parameter.init)
      record.started = self.now()
      return [record]
    }
    return work
  }

  package func finish(_ trial: SearchTrial) throws {
    try journal.finish(try TrialRecord(trial, completed: now()))
    own.remove(trial.number)
    claims.release(trial.number)
  }

  package func results() throws -> [SearchTrial] {
    try journal.refresh()
    return try (journal.study?.trials ?? []).filter(\.state.isFinished)
      .map { try SearchTrial($0, path: journal.path) }
  }

  /// Takes in what others did.
  private func update(_ study: StudyRecord, _ config: SearchConfig) throws {
    for record in study.trials {
      if record.number < known.count {
        guard record.state.isFinished, !known[record.number].state.isFinished else { continue }
        known[record.number] = try Trial(record, path: journal.path)
      } else {
        known.append(try Trial(record, path: journal.path))
      }
    }
  }
}

/// Why a study cannot be gone on with.
package enum SearchFileError: Error, Equatable, CustomStringConvertible {
  /// A study that another program made.
  case foreignStudy(path: String, name: String)
  /// The study of a search with another config.
  case otherSearch(path: String, place: String, got: String, wanted: String)
  /// A trial without something that every trial of a search has.
  case incompleteTrial(path: String, number: Int, what: String)

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .foreignStudy(let path, let name):
      "the study \(name) in \(path) was made by another program (name another by --study-name)"
    case .otherSearch(let path, let place, let got, let wanted):
      "\(path) is of another search: its \(place) is \(got), asked for is \(wanted)"
    case .incompleteTrial(let path, let number, let what):
      "trial \(number) in \(path) has no \(what)"
    }
  }
}
