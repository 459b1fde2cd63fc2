package import Charting
package import Experiments

/// The losses of several optimizers on one network: which of them gets down, and how fast.
package struct OptimizersFigure: TrainingFigure {
  package typealias Experiment = OptimizersExperiment

  package static let experiment = "optimizers"
  package let result: OptimizersResult
  package let language: Language
  let text: OptimizersText

  package init(_ result: OptimizersResult, language: Language) {
    self.result = result
    self.language = language
    text = OptimizersText(language: language, result: result)
  }

  package var defaultSize: Size { Size(width: 720, height: 460) }

  package var findings: [String] { [text.summary] + text.curves.details }

  package var chart: Chart {
    Chart(
      title: text.title, subtitle: text.summary, panels: text.curves.grid(), notes: text.notes)
  }

  /// The smoothed losses after the last step, one for each optimizer, medians over the seeds; NaN
  /// for those that diverged.
  package var lastLosses: [Double] {
    result.variants.indices.map { text.curves.end($0) ?? .nan }
  }

  /// The numbers that are drawn.
  var curves: LossCurves { text.curves }
}
