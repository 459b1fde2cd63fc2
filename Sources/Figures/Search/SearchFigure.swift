package import Charting
package import Datasets
package import Experiments
import Search
import Training

/// The learning curves of the best trials of a search, the best first, each with its
/// hyper-parameters.
package struct SearchFigure: TrainingFigure {
  package typealias Experiment = SearchExperiment

  package static let experiment = "search"
  package let result: SearchResult
  package let language: Language
  let text: SearchText
  /// The chart that was asked for in place of the learning curves.
  let study: StudyChart?

  package init(_ result: SearchResult, language: Language) {
    self.result = result
    self.language = language
    text = SearchText(language: language, result: result)
    study = result.config.plot.map { plot in
      StudyChart(
        plot,
        StudyView(
          language: language, trials: StudyTrials(result),
          numbers: result.numbers ?? StudyNumbers(),
          baseline: result.baseline.map { _ in language.pick("random search", "무작위 탐색") },
          baselineValues: result.baseline?.values ?? [], shown: result.config.shown))
    }
  }

  /// The test images are read by the experiment, at its end.
  package static func extent(of config: SearchConfig) -> DatasetExtent? {
    DatasetExtent(training: config.training.images, test: 0)
  }

  var shown: [SearchTrial] { text.shown }
  private var columns: Int { min(5, max(1, shown.count)) }
  private var rowCount: Int { max(1, (shown.count + columns - 1) / columns) }

  package var defaultSize: Size {
    if let study { return study.defaultSize }
    return Size(width: 100 + 168 * Double(max(3, columns)), height: 150 + 130 * Double(rowCount))
  }

  package var findings: [String] {
    guard let study else { return text.findings }
    return study.findings + text.judgement
  }

  package var chart: Chart {
    if let study { return study.chart(subtitle: findings, notes: text.notes) }
    let last = Double(max(1, result.config.training.length))
    return Chart(
      title: text.title, subtitle: text.findings.joined(separator: " "),
      panels: PanelGrid(
        panels: shown.isEmpty ? [Panel(marks: [])] : shown.indices.map(panel), columns: columns,
        x: Axis(title: text.xTitle, domain: .fixed(0, 1.03 * last)),
        y: Axis(
          title: text.yTitle, domain: .fixed(0, 102), bounds: HardBounds(lower: 0, upper: 100)),
        wraps: true,
        excerpt: Excerpt(panels: Excerpt.Part(of: max(1, shown.count), text.shownTrials))),
      legend: .above, notes: text.notes, shortForms: text.shortForms)
  }

  private func panel(_ index: Int) -> Panel {
    let trial = shown[index]
    let x = trial.epochs.map(Double.init)
    return Panel(
      title: text.panelTitle(index, trial), statistics: text.statistics(of: trial),
      marks: [
        Line(
          x: x, y: trial.trainingAccuracy.map { 100 * $0 }, series: Series(0, text.trainingName)),
        Line(
          x: x, y: trial.validationAccuracy.map { 100 * $0 },
          series: Series(1, text.validationName)),
      ])
  }
}
