package import Provenance
package import Search
package import Studies

/// A search that is kept in a journal, which Optuna reads too, together with other processes.
///
/// Each trial of the search notes its number in it. Optuna may go on with the study as well: its
/// trials have no such number, and the search leaves them as they are, for it could not be repeated
/// with them. So a trial of the search may have another number in the journal than in the search.
package final class JournalLedger: TrialLedger, @unchecked Sendable {
  private let journal: StudyJournal
  private let claims: TrialClaims
  private let direction: StudyDirection
  private let now: () -> StudyDate
  /// The trials of the search as samplers see them, as far as they have ended.
  private var known: [Trial] = []
  /// The number in the journal of each of them.
  private var records: [Int] = []
  /// Those that have not ended, ascending.
  private var open: [Int] = []
  /// Those among them that another program ended, so that they have to be run once more.
  private var lost: Set<Int> = []
  /// Trials that are run by this process.
  private var own: Set<Int> = []
  /// Trials of the journal that were looked at.
  private var seen = 0
  package private(set) var tally = TrialTally()
  /// Trials of other programs in the study.
  package private(set) var foreignTrials = 0

  /// The attribute of a study that holds the config of its search.
  package static let configKey = "dlplot:config"
  /// The attribute of a study that says after how many trials the test images were judged.
  package static let judgedKey = "dlplot:judged"

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
    direction = config.metric.direction
    journal = try StudyJournal(path: path, worker: worker)
    var study = StudyRecord(name: name, directions: [direction])
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
    claims = try TrialClaims(of: path, study: journal.openedID())
    try update(found)
  }

  /// What decides how each trial ends: not how many there are, unless a second stage follows on
  /// them, nor how they are drawn.
  private static func identity(of config: SearchConfig, images: Digest) throws -> JSONValue {
    var config = config
    if config.narrow == nil { config.trials = 1 }
    config.shown = 1
    config.plot = nil
    config.baseline = nil
    config.stoppedAfter = nil
    config.judgedAfter = nil
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
      try self.update(study)
      // A trial whose process died is run again, with its parameters as they were drawn.
      for number in self.open where number < most && !self.own.contains(number) {
        let isLost = self.lost.contains(number)
        let record = isLost ? study.trials.count : self.records[number]
        guard try self.claims.claim(record) else { continue }
        let again = self.known[number]
        self.own.insert(number)
        work = .run(again, config.known(to: again, of: self.known))
        return try isLost ? [self.begin(again, as: record)] : []
      }
      guard self.known.count < most else {
        if self.open.first.map({ $0 >= most }) ?? true { work = .done }
        return []
      }
      guard config.mayCreate(after: self.known) else { return [] }
      let trial = Trial(
        number: self.known.count, parameters: try propose(config.study(of: self.known)))
      guard try self.claims.claim(study.trials.count) else { return [] }
      self.own.insert(trial.number)
      work = .run(trial, config.known(to: trial, of: self.known))
      return [try self.begin(trial, as: study.trials.count)]
    }
    try takeIn()
    return work
  }

  /// The record of a trial that begins; it is taken in once it stands in the journal.
  private func begin(_ trial: Trial, as number: Int) throws -> TrialRecord {
    var record = TrialRecord(number: number, state: .running)
    record.parameters = try trial.parameters.map(TrialRecord.Parameter.init)
    record.systemAttributes[SearchTrial.numberKey] = "\(trial.number)"
    record.started = now()
    return record
  }

  package func finish(_ trial: SearchTrial) throws {
    let record = records[trial.number]
    try journal.finish(try TrialRecord(trial, as: record, completed: now()))
    own.remove(trial.number)
    claims.release(record)
    try takeIn()
  }

  package func results() throws -> [SearchTrial] {
    try refresh()
    return try known.filter(\.state.isFinished).compactMap { trial -> SearchTrial? in
      guard let record = journal.study?.trials[records[trial.number]] else { return nil }
      return try SearchTrial(record, number: trial.number, path: journal.path)
    }
  }

  package func begun() throws -> Int {
    try refresh()
    return known.count
  }

  package func judge(after trials: Int) throws -> [Int] {
    var before: [Int] = []
    try journal.change(Self.judgedKey) { text in
      // What another program may have put there is no list.
      before =
        text.flatMap { try? JSONValue(parsing: $0) }
        .flatMap { try? JSONValueDecoder(root: "judged").decode([Int].self, from: $0) } ?? []
      let all = Set(before + [trials]).sorted()
      return try JSONValueEncoder(root: "judged").encode(all).canonicalText
    }
    return before
  }

  private func refresh() throws {
    try journal.refresh()
    try takeIn()
  }

  // MARK: Taking in what is new

  private func takeIn() throws {
    if let study = journal.study { try update(study) }
  }

  private func update(_ study: StudyRecord) throws {
    while seen < study.trials.count {
      let record = study.trials[seen]
      if let number = record.searchNumber {
        try take(record, number, of: study)
      } else {
        foreignTrials += 1
      }
      seen += 1
    }
    var still: [Int] = []
    for number in open {
      let record = study.trials[records[number]]
      if record.state.isFinished && !record.isLost {
        known[number] = try Trial(record, number: number, path: journal.path)
        tally.end(known[number], direction)
        continue
      }
      if record.isLost { lost.insert(number) }
      still.append(number)
    }
    open = still
  }

  /// A new trial of the search, or another attempt at a lost one.
  private func take(_ record: TrialRecord, _ number: Int, of study: StudyRecord) throws {
    if number < known.count {
      guard study.trials[records[number]].isLost else { return }
      lost.remove(number)
      records[number] = record.number
      return
    }
    guard number == known.count else {
      throw SearchFileError.missingTrial(
        path: journal.path, number: record.number, got: number, wanted: known.count)
    }
    // How it ended is taken in as for any other.
    let trial = try Trial(record, number: number, path: journal.path)
    known.append(Trial(number: number, parameters: trial.parameters))
    records.append(record.number)
    open.append(number)
    tally.begin()
  }
}
