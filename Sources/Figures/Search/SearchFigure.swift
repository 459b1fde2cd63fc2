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

  package init(_ result: SearchResult, language: Language) {
    self.result = result
    self.language = language
    text = SearchText(language: language, result: result)
  }

  /// The test images are read by the experiment, at its end.
  package static func extent(of config: SearchConfig) -> DatasetExtent? {
    DatasetExtent(training: config.training.images, test: 0)
  }

  var shown: [SearchTrial] { text.shown }
  private var columns: Int { min(5, max(1, shown.count)) }
  private var rowCount: Int { max(1, (shown.count + columns - 1) / columns) }

  package var defaultSize: Size {
    Size(width: 100 + 168 * Double(max(3, columns)), height: 150 + 130 * Double(rowCount))
  }

  package var findings: [String] { text.findings }

  package var chart: Chart {
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
