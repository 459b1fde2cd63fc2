package import Charting
package import Experiments

/// Small panels of training accuracy, one for each scale of the initial weights.
package struct BatchNormFigure: TrainingFigure {
  package typealias Experiment = BatchNormExperiment

  package static let experiment = "batchnorm"
  package let result: BatchNormResult
  package let language: Language
  let text: BatchNormText

  package init(_ result: BatchNormResult, language: Language) {
    self.result = result
    self.language = language
    text = BatchNormText(language: language, result: result)
  }

  /// The side of a grid that is as square as can be.
  private var columns: Int {
    var columns = 1
    while columns * columns < result.rows.count { columns += 1 }
    return columns
  }

  private var rowCount: Int { (result.rows.count + columns - 1) / columns }

  package var defaultSize: Size {
    Size(
      width: 120 + 190 * Double(max(columns, 2)), height: 130 + 118 * Double(max(rowCount, 2)))
  }

  package var findings: [String] { text.findings }

  package var chart: Chart {
    let last = Double(result.epochs.last ?? 1)
    let first = Double(result.epochs.first ?? 0)
    return Chart(
      title: text.title, subtitle: text.findings.joined(separator: " "),
      panels: PanelGrid(
        panels: result.rows.indices.map(panel), columns: columns,
        // A little room beyond the last numbers: for the full width of a line at the bound, and
        // between the end of one panel's axis and the start of the next one's.
        x: Axis(
          title: text.xTitle, domain: .fixed(first, first + 1.03 * max(1, last - first))),
        y: Axis(
          title: text.yTitle, domain: .fixed(0, 102), bounds: HardBounds(lower: 0, upper: 100)),
        wraps: true,
        excerpt: Excerpt(panels: Excerpt.Part(of: result.rows.count, text.shownScales))),
      legend: .above, notes: text.notes,
      shortForms: text.shortForms)
  }

  private func panel(_ index: Int) -> Panel {
    let row = result.rows[index]
    let rule = Rule(
      .horizontal(100 * result.learningThreshold), ink: .faint(.muted, 0.2),
      label: index == 0 ? text.ruleLabel : "")
    // The plain network last, so that its dashes lie over the other's line where both are alike.
    let marks =
      [rule] as [any Mark]
      + self.marks(of: row.normalized, Series(0, text.normalizedName))
      + self.marks(of: row.plain, Series(1, text.plainName))
    return Panel(title: text.panelTitle(row), statistics: text.statistics(of: row), marks: marks)
  }

  private func marks(of runs: [BatchNormResult.Run], _ series: Series) -> [any Mark] {
    let x = result.epochs.map(Double.init)
    let spread = SeedSpread(
      runs.map { $0.trainingAccuracy.map { 100 * $0 } }, worst: .least)
    let line = Line(
      x: x, y: spread.median, series: series,
      divergence: Divergence(meaning: text.divergedMeaning), hasRim: runs.count > 1)
    guard runs.count > 1 else { return [line] }
    return [
      Band(
        x: x, low: spread.low, high: spread.high, ink: .series(series.index),
        meaning: text.bandMeaning),
      line,
    ]
  }
}
