import Charting
import Experiments

extension OverfitFigure {
  /// The axes; then panel by panel the gap at the end and the largest one, final and best accuracy on
  /// the training images and on the test images, from when on the first lies above the second, and
  /// where the training diverged.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    for panel in text.panels { addFacts(of: panel, to: &list) }
    return list.facts
  }

  private func addFacts(of panel: OverfitPanel, to list: inout FactList) {
    let key = panel.panel.rawValue
    let name = text.name(of: panel.panel)
    let series = FigureFact.Series(key: key, name: name)
    list.add(.finalGap, of: series, panel.last?.points, .oneDecimal, .points)
    list.add(.largestGap, of: series, panel.largest?.points, .oneDecimal, .points)
    list.add(.largestGapAt, of: series, panel.largest?.epoch, .epochs)
    let training = AccuracyCurve(percent: panel.training.median, epochs: panel.epochs)
    let test = AccuracyCurve(percent: panel.test.median, epochs: panel.epochs)
    for (suffix, images, curve) in [
      ("training", text.trainingName, training), ("test", text.testName, test),
    ] {
      curve.addFacts(
        of: FigureFact.Series(key: "\(key), \(suffix)", name: "\(name), \(images)"),
        style: .oneDecimal, to: &list)
    }
    let crossing = CurveCrossing.place(of: test.percent, below: training.percent)
    list.add(.crossing, of: series, crossing.flatMap(training.epoch), .epochs)
    list.add(.divergedAt, of: series, panel.divergence?.epoch, .epochs)
    list.add(.divergedRuns, of: series, panel.divergence?.runs, .runs)
  }
}
