package import Charting
package import Experiments

/// Accuracy on the images that the network sees and on others, side by side for several ways to
/// hold overfitting down.
package struct OverfitFigure: TrainingFigure {
  package typealias Experiment = OverfitExperiment

  package static let experiment = "overfit"
  package let result: OverfitResult
  package let language: Language
  let text: OverfitText

  package init(_ result: OverfitResult, language: Language) {
    self.result = result
    self.language = language
    text = OverfitText(language: language, result: result)
  }

  package var defaultSize: Size {
    Size(width: result.panels.count == 1 ? 640 : 900, height: 430)
  }

  package var findings: [String] { [text.summary] + text.details }

  /// The gap after the last epoch of each panel, in percentage points; NaN where it diverged.
  package var lastGaps: [Double] { text.panels.map { $0.last?.points ?? .nan } }

  package var chart: Chart {
    // The free fifth at the right of each panel holds the words of the gap.
    Chart(
      title: text.title, subtitle: text.summary,
      panels: PanelGrid(
        panels: text.panels.map(panel), columns: text.panels.count,
        x: Axis(
          title: text.xTitle, domain: .fixed(0, 1.2 * Double(max(1, lastEpoch))), grid: false),
        y: Axis(
          title: text.yTitle, domain: .fixed(0, 100), bounds: HardBounds(lower: 0, upper: 100)),
        columnTitles: text.panels.count > 1 ? text.panels.map(text.title) : [], wraps: true),
      notes: text.notes, shortForms: text.shortForms)
  }

  private var lastEpoch: Int { text.panels.compactMap(\.epochs.last).max() ?? 1 }

  private func panel(_ panel: OverfitPanel) -> Panel {
    let x = panel.epochs.map(Double.init)
    var marks: [any Mark] = [
      Band(
        x: x, low: panel.test.median, high: panel.training.median, ink: .series(3),
        meaning: text.gapMeaning)
    ]
    let curves = [
      (Series(0, text.trainingName), panel.training), (Series(1, text.testName), panel.test),
    ]
    if result.config.seeds > 1 {
      for (series, spread) in curves {
        marks.append(
          Band(
            x: x, low: spread.low, high: spread.high, ink: .series(series.index),
            meaning: text.bandMeaning))
      }
    }
    for (series, spread) in curves {
      marks.append(
        Line(
          x: x, y: spread.median, series: series,
          divergence: series.index == 0 ? text.sign(of: panel) : nil))
    }
    if let gap = panel.last {
      marks.append(
        Bracket(
          x: Double(gap.epoch), from: gap.test, to: gap.training,
          label: text.label(ofLast: gap), offset: 5))
    }
    return Panel(statistics: text.statistics(of: panel), marks: marks)
  }
}
