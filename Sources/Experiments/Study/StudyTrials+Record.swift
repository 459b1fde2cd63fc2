package import Provenance
import Search
package import Studies

extension StudyTrials {
  /// Takes in a study of a file, whoever wrote it.
  ///
  /// - Throws: `StudyPlotError` for a study with several objectives, or a distribution that Optuna
  ///   does not know.
  package init(_ study: StudyRecord, path: String) throws {
    guard study.directions.count == 1 else {
      throw StudyPlotError.severalObjectives(
        path: path, name: study.name, count: study.directions.count)
    }
    let config = study.userAttributes[JournalLedger.configKey].flatMap {
      try? JSONValue(parsing: $0)
    }
    let metric = config?["config"]?["metric"]?.stringValue
    self.init(
      direction: study.directions[0], objective: Self.objective(of: study),
      isShare: metric == SearchConfig.Metric.accuracy.rawValue)
    isRandom =
      config?["config"]?["sampler"]?.stringValue == SearchConfig.SamplerKind.random.rawValue
      && config?["config"]?["narrow"] == nil
    var builder = ColumnBuilder(path: path)
    let isWaiting = study.trials.contains { $0.state == .waiting }
    let trials = isWaiting ? study.trials.filter { $0.state != .waiting } : study.trials
    let hasReports = trials.contains { !$0.intermediates.isEmpty }
    for trial in trials {
      numbers.append(trial.number)
      states.append(trial.state)
      let value =
        trial.values?.first ?? (trial.state == .pruned ? trial.intermediates.last?.value : nil)
      // Zero has one sign where figures carry it.
      values.append((value ?? .nan) + 0)
      if hasReports {
        steps.append(trial.intermediates.map(\.step))
        reports.append(trial.intermediates.map { $0.value + 0 })
      }
      try builder.append(trial)
    }
    columns = builder.columns
    let spreads = trials.map {
      (try? SearchTrial($0, number: $0.number, path: path)).map { ($0.low, $0.high) }
    }
    if spreads.contains(where: { $0.map { $0.0 != $0.1 } ?? false }) {
      lows = spreads.map { $0?.0 ?? .nan }
      highs = spreads.map { $0?.1 ?? .nan }
    }
    if let first = trials.compactMap(\.started).min() {
      func place(_ date: StudyDate?) -> Int {
        guard let date else { return -1 }
        // What no number of a result can hold is no time of a trial.
        let time = max(0, Int(date.microseconds - first.microseconds))
        return time <= Self.latest ? time : -1
      }
      starts = trials.map { place($0.started) }
      ends = trials.map { place($0.completed) }
    }
  }

  /// The greatest time in microseconds: whole numbers up to there have one text.
  static let latest = 1 << 53

  /// The name that the maker of the study gave to what is measured.
  private static func objective(of study: StudyRecord) -> String {
    guard let text = study.systemAttributes["study:metric_names"],
      case .array(let names)? = try? JSONValue(parsing: text)
    else { return "" }
    return names.first?.stringValue ?? ""
  }

  /// The digest by which a figure names the study that it shows.
  package var digest: Digest {
    get throws { try DataDigest.digest(of: self) }
  }
}

/// Columns of parameters in the making. Distributions are read once for each text.
private struct ColumnBuilder {
  let path: String
  private(set) var columns: [StudyTrials.Column] = []
  /// The distribution that came up last in each column, as its text, and its place there.
  private var latest: [(text: String, number: Int)] = []
  private var places: [String: Int] = [:]
  private var known: [String: Distribution] = [:]
  private var count = 0

  init(path: String) { self.path = path }

  mutating func append(_ trial: TrialRecord) throws {
    for (order, parameter) in trial.parameters.enumerated() {
      let place = try column(of: parameter, order, trial: trial.number)
      guard columns[place].distribution.count == count else { continue }
      let number = try number(of: parameter, in: place, trial: trial.number)
      let isInside = columns[place].distributions[number].contains(parameter.internalValue)
      columns[place].distribution.append(isInside ? number : -1)
      columns[place].values.append(isInside ? parameter.internalValue + 0 : .nan)
    }
    count += 1
    for place in columns.indices where columns[place].values.count < count {
      columns[place].distribution.append(-1)
      columns[place].values.append(.nan)
    }
  }

  /// - Parameter order: Its place in its trial, which most often is that of its column.
  private mutating func column(
    of parameter: TrialRecord.Parameter, _ order: Int, trial: Int
  ) throws -> Int {
    if order < columns.count, columns[order].name == parameter.name { return order }
    if let place = places[parameter.name] { return place }
    let distribution = try distribution(of: parameter, trial: trial)
    places[parameter.name] = columns.count
    columns.append(
      StudyTrials.Column(
        name: parameter.name, distributions: [distribution],
        distribution: [Int](repeating: -1, count: count),
        values: [Double](repeating: .nan, count: count)))
    latest.append((parameter.distribution, 0))
    return columns.count - 1
  }

  /// The place of a parameter's distribution in its column.
  private mutating func number(
    of parameter: TrialRecord.Parameter, in place: Int, trial: Int
  ) throws -> Int {
    if latest[place].text == parameter.distribution { return latest[place].number }
    let distribution = try distribution(of: parameter, trial: trial)
    let there = columns[place].distributions.firstIndex(of: distribution)
    if there == nil { columns[place].distributions.append(distribution) }
    let number = there ?? columns[place].distributions.count - 1
    latest[place] = (parameter.distribution, number)
    return number
  }

  private mutating func distribution(
    of parameter: TrialRecord.Parameter, trial: Int
  ) throws -> Distribution {
    if let distribution = known[parameter.distribution] { return distribution }
    let read = try parameter.parameter(of: trial, path: path).distribution
    known[parameter.distribution] = read
    return read
  }
}

/// Why a study cannot be drawn.
package enum StudyPlotError: Error, Equatable, CustomStringConvertible {
  case severalObjectives(path: String, name: String, count: Int)
  /// No trial has what the chart shows.
  case lacks(name: String, plot: StudyPlot, what: String)
  /// A figure without the trials that it was drawn from.
  case noTrials
  /// Trials that are not those of the study that the figure names.
  case otherTrials(got: String, wanted: String)
  /// A baseline whose values are not those of the study.
  case otherObjective(name: String, got: String, wanted: String)
  /// A baseline without a value to compare with.
  case emptyBaseline(name: String)

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .severalObjectives(let path, let name, let count):
      "the study \(name) in \(path) has \(count) objectives (charts show studies of one)"
    case .lacks(let name, let plot, let what):
      "the study \(name) has no \(what), which --plot \(plot.rawValue) shows"
    case .noTrials:
      "the figure does not carry the trials of its study (left out by --public, or stripped; --data "
        + "names the study's file)"
    case .otherTrials(let got, let wanted):
      "the trials are not those of the study that the figure was drawn from (digest \(got), "
        + "wanted \(wanted))"
    case .emptyBaseline(let name):
      "the baseline \(name) has no complete trial with a finite value"
    case .otherObjective(let name, let got, let wanted):
      "the baseline \(name) \(got) its value (the study \(wanted) it)"
    }
  }
}
