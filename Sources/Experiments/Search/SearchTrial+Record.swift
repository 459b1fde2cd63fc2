import Provenance
package import Search
package import Studies

/// What a trial of ours notes beside what Optuna knows of trials.
private struct TrialNotes: Codable {
  static let key = "dlplot:trial"

  var value: Double
  var low: Double
  var high: Double
  var epochs: [Int]
  var trainingAccuracy: [Double]
  var validationAccuracy: [Double]
  var validationLoss: [Double]
  var diverged: Bool
  var metric: SearchConfig.Metric
  var rungs: [Double]
}

extension TrialRecord.Parameter {
  init(_ parameter: TrialParameter) throws {
    self.init(
      name: parameter.name, internalValue: parameter.value,
      distribution: try JSONValueEncoder(root: "distribution").encode(parameter.distribution)
        .canonicalText)
  }

  /// - Throws: `SearchFileError.incompleteTrial` for a distribution that Optuna does not know.
  func parameter(of trial: Int, path: String) throws -> TrialParameter {
    guard let json = try? JSONValue(parsing: distribution),
      let read = try? JSONValueDecoder(root: "distribution", unknownKeys: .refuse)
        .decode(Distribution.self, from: json)
    else {
      throw SearchFileError.incompleteTrial(
        path: path, number: trial, what: "distribution of \(name)")
    }
    return TrialParameter(name: name, distribution: read, value: internalValue)
  }
}

extension TrialRecord {
  /// The number that a trial has in its search; nil for one of another program.
  var searchNumber: Int? {
    systemAttributes[SearchTrial.numberKey].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Whether a trial of a search was ended by another program in its place.
  var isLost: Bool {
    state.isFinished && (state == .failed || userAttributes[TrialNotes.key] == nil)
  }

  /// The record of a trial that ended.
  ///
  /// - Parameter number: Its number in the journal.
  init(_ trial: SearchTrial, as number: Int, completed: StudyDate) throws {
    self.init(number: number, state: trial.state)
    self.completed = completed
    // A pruned trial's value is that of its last report, as Optuna has it; NaN is none.
    let value = trial.state == .complete ? trial.value : trial.reports.last?.value ?? .nan
    values = value.isNaN ? nil : [value]
    intermediates = trial.reports.map { Intermediate(step: $0.step, value: $0.value) }
    let notes = TrialNotes(
      value: trial.value, low: trial.low, high: trial.high, epochs: trial.epochs,
      trainingAccuracy: trial.trainingAccuracy, validationAccuracy: trial.validationAccuracy,
      validationLoss: trial.validationLoss, diverged: trial.diverged, metric: trial.metric,
      rungs: trial.rungs)
    userAttributes[TrialNotes.key] = try JSONValueEncoder(root: "notes").encode(notes)
      .canonicalText
    // Where Optuna's halving looks for them.
    for (rung, value) in trial.rungs.enumerated() {
      systemAttributes["completed_rung_\(rung)"] = JSONValue.number(value).canonicalText
    }
  }
}

extension SearchTrial {
  /// The attribute of a trial that holds its number in the search.
  package static let numberKey = "dlplot:number"

  /// Reads the record of a trial that ended.
  ///
  /// - Parameter number: Its number in the search.
  /// - Throws: `SearchFileError.incompleteTrial` for a trial of another program.
  package init(_ record: TrialRecord, number: Int, path: String) throws {
    guard let text = record.userAttributes[TrialNotes.key],
      let json = try? JSONValue(parsing: text),
      let notes = try? JSONValueDecoder(root: "notes", unknownKeys: .refuse)
        .decode(TrialNotes.self, from: json)
    else {
      throw SearchFileError.incompleteTrial(path: path, number: record.number, what: TrialNotes.key)
    }
    self.init(
      number: number, state: record.state,
      settings: try record.parameters.map {
        let parameter = try $0.parameter(of: record.number, path: path)
        return Setting(
          name: $0.name, value: parameter.external, internalValue: parameter.value)
      },
      value: notes.value, low: notes.low, high: notes.high, epochs: notes.epochs,
      trainingAccuracy: notes.trainingAccuracy, validationAccuracy: notes.validationAccuracy,
      validationLoss: notes.validationLoss, diverged: notes.diverged, metric: notes.metric,
      rungs: notes.rungs)
  }
}

extension Trial {
  /// Reads a record as samplers and pruners see it.
  ///
  /// - Parameter number: Its number in the search.
  /// - Throws: `SearchFileError.incompleteTrial` for a distribution that Optuna does not know.
  package init(_ record: TrialRecord, number: Int, path: String) throws {
    self.init(
      number: number, state: record.state,
      parameters: try record.parameters.map { try $0.parameter(of: record.number, path: path) },
      value: record.values?.first,
      intermediates: record.intermediates.map {
        IntermediateValue(step: $0.step, value: $0.value)
      },
      rungs: Self.rungs(record))
  }

  private static func rungs(_ record: TrialRecord) -> [Double] {
    var rungs: [Double] = []
    while let text = record.systemAttributes["completed_rung_\(rungs.count)"],
      let value = (try? JSONValue(parsing: text))?.numberValue
    {
      rungs.append(value)
    }
    return rungs
  }
}
