package import Charting
package import Experiments

/// The losses of one network from several initial weights: which of them let it learn.
package struct InitializersFigure: TrainingFigure {
  package typealias Experiment = InitializersExperiment

  package static let experiment = "initializers"
  package let result: InitializersResult
  package let language: Language
  let text: InitializersText

  package init(_ result: InitializersResult, language: Language) {
    self.result = result
    self.language = language
    text = InitializersText(language: language, result: result)
  }

  package var defaultSize: Size { Size(width: 720, height: 460) }

  package var findings: [String] { [text.summary] + text.curves.details }

  package var chart: Chart {
    Chart(
      title: text.title, subtitle: text.summary, panels: text.curves.grid(over: [text.guessing]),
      notes: text.notes)
  }

  /// The smoothed losses after the last step, one for each initializer, medians over the seeds; NaN
  /// for those that diverged.
  package var lastLosses: [Double] {
    result.variants.indices.map { text.curves.end($0) ?? .nan }
  }

  /// The numbers that are drawn.
  var curves: LossCurves { text.curves }
}
