import Search
import Studies

@testable import Experiments

/// Records of studies with numbers of the test's own.
enum HandmadeStudy {
  static let rate =
    #"{"name": "FloatDistribution", "attributes": {"step": null, "low": 0.0001, "high": 1.0, "log": true}}"#
  static let units =
    #"{"name": "IntDistribution", "attributes": {"log": false, "step": 10, "low": 10, "high": 50}}"#
  static let kind =
    #"{"name": "CategoricalDistribution", "attributes": {"choices": ["sgd", "adam"]}}"#

  static func trial(
    _ number: Int, _ state: TrialState = .complete, _ value: Double? = nil,
    rate: Double? = nil, units: Double? = nil, kind: Double? = nil,
    reports: [(Int, Double)] = [], from start: Int64? = nil, to end: Int64? = nil
  ) -> TrialRecord {
    var trial = TrialRecord(number: number, state: state)
    trial.values = value.map { [$0] }
    for (name, number, text) in [
      ("lr", rate, Self.rate), ("units", units, Self.units), ("kind", kind, Self.kind),
    ] {
      guard let number else { continue }
      trial.parameters.append(
        TrialRecord.Parameter(name: name, internalValue: number, distribution: text))
    }
    trial.intermediates = reports.map { TrialRecord.Intermediate(step: $0.0, value: $0.1) }
    trial.started = start.map { StudyDate(microseconds: $0) }
    trial.completed = end.map { StudyDate(microseconds: $0) }
    return trial
  }

  static func study(
    _ trials: [TrialRecord], _ direction: StudyDirection = .minimize
  ) -> StudyRecord {
    var study = StudyRecord(name: "handmade", directions: [direction])
    study.trials = trials
    return study
  }

  /// Everything that a study can have: a choice that not all trials make, reports, all states.
  static let rich = study([
    trial(
      0, .complete, 3, rate: 0.1, units: 20, reports: [(0, 5), (1, 3)], from: 1_000_000,
      to: 3_000_000),
    trial(
      1, .pruned, nil, rate: 0.01, kind: 1, reports: [(0, 9)], from: 2_000_000, to: 2_500_000),
    trial(2, .failed, nil, rate: 0.5, from: 2_600_000, to: 2_700_000),
    trial(3, .waiting),
    trial(
      4, .complete, 1, rate: 0.2, kind: 0, reports: [(0, 4), (1, 2)], from: 3_100_000,
      to: 4_000_000),
    trial(5, .running, nil, rate: 0.3, from: 3_500_000),
    trial(6, .complete, .infinity, rate: 0.3, units: 50, from: 4_000_000, to: 4_100_000),
  ])

  static func result(
    _ study: StudyRecord = rich, _ plot: StudyPlot = .all, baseline: StudyRecord? = nil
  ) throws -> StudyResult {
    try StudyResult(
      plot: plot, file: "s.db", name: study.name, trials: StudyTrials(study, path: "s.db"),
      baseline: baseline.map { ($0.name, try StudyTrials($0, path: "s.db")) }, shown: 20)
  }
}
