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
  /// The record of a trial that ended.
  init(_ trial: SearchTrial, completed: StudyDate) throws {
    self.init(number: trial.number, state: trial.state)
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
  /// Reads the record of a trial that ended.
  ///
  /// - Throws: `SearchFileError.incompleteTrial` for a trial of another program.
  package init(_ record: TrialRecord, path: String) throws {
    guard let text = record.userAttributes[TrialNotes.key],
      let json = try? JSONValue(parsing: text),
      let notes = try? JSONValueDecoder(root: "notes", unknownKeys: .refuse)
        .decode(TrialNotes.self, from: json)
    else {
      throw SearchFileError.incompleteTrial(path: path, number: record.number, what: TrialNotes.key)
    }
    self.init(
      number: record.number, state: record.state,
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
  /// - Throws: `SearchFileError.incompleteTrial` for a distribution that Optuna does not know.
  package init(_ record: TrialRecord, path: String) throws {
    self.init(
      number: record.number, state: record.state,
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
