package import Charting
package import Datasets
package import Experiments
package import Provenance
import Search
package import Training

/// A chart of a study that stands in a file, whoever wrote it.
package struct StudyFigure: Figure {
  package static let experiment = "study"
  package let result: StudyResult
  package let language: Language
  private let study: StudyChart

  package init(_ result: StudyResult, language: Language) {
    self.result = result
    self.language = language
    study = StudyChart(
      result.config.plot,
      StudyView(
        language: language, trials: result.trials, numbers: result.numbers,
        name: result.config.study, baseline: result.config.baseline?.name,
        baselineValues: result.baseline, shown: result.config.shown))
  }

  package static func extent(of config: StudyConfig) -> DatasetExtent? { nil }

  /// A study is read, not run.
  package static func run(
    _ config: StudyConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> StudyResult {
    throw StudyPlotError.noTrials
  }

  package static func remade(
    _ config: StudyConfig, from carried: StudyResult?, file: String?
  ) throws -> StudyResult? {
    if let file, StudyResult.isFile(file) {
      return try StudyResult(reading: file, for: config)
    }
    guard let carried else { throw StudyPlotError.noTrials }
    return try carried.remade(for: config)
  }

  package var config: StudyConfig { result.config }
  package var defaultSize: Size { study.defaultSize }
  package var findings: [String] { study.findings }
  package var facts: [FigureFact] { study.facts }
  package var alternativeText: String { study.alternativeText }

  package var chart: Chart {
    let name = config.study
    return study.chart(notes: [
      language.pick(
        "Study \(name) in \(config.file), \(study.view.count).",
        "\(config.file)의 탐색 \(name), \(study.view.count).")
    ])
  }

  package var arguments: [String] {
    var arguments = [
      Self.experiment, config.file, "--study-name", config.study, "--plot", config.plot.rawValue,
    ]
    if let baseline = config.baseline { arguments += ["--baseline", baseline.name] }
    if config.shown != StudyConfig.standardShown { arguments += ["--shown", "\(config.shown)"] }
    return arguments
  }

  /// One row for each trial.
  package func table() throws -> CSVTable { try result.trials.table() }
}

extension StudyTrials {
  /// One row for each trial: number, state, value and hyper-parameters.
  func table() throws -> CSVTable {
    var table = try CSVTable(columns: ["trial", "state", "value"] + columns.map(\.name))
    for place in numbers.indices {
      var row: [CSVTable.Cell] = [
        .integer(numbers[place]), .text("\(states[place])"), .number(values[place]),
      ]
      for column in columns {
        let distribution = column.distribution[place]
        guard distribution >= 0 else {
          row.append(.text(""))
          continue
        }
        switch column.distributions[distribution].external(column.values[place]) {
        case .double(let number): row.append(.number(number))
        case .int(let number): row.append(.integer(number))
        case let other: row.append(.text(other.description))
        }
      }
      try table.append(row)
    }
    return table
  }
}
