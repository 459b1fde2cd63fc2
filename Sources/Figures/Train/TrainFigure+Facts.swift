import Charting
import Experiments
import Training

extension TrainFigure {
  /// The axes of accuracy and loss; final and best accuracy on the training images and on the test
  /// images, the gap between them at the end, from when on the first lies above the second; then the
  /// first, final and lowest loss and where the run diverged.
  package var facts: [FigureFact] {
    var list = FactList(language)
    let history = result.history
    let losses = losses
    if !history.epochs.isEmpty {
      list.addAxes(
        of: chart.sections[0],
        named: FigureFact.Series(key: "accuracy", name: language.pick("accuracy", "정확도")))
    }
    list.addAxes(of: losses.grid(), named: losses.series(0))
    addAccuracies(to: &list)
    losses.addFacts(to: &list)
    return list.facts
  }

  private func addAccuracies(to list: inout FactList) {
    let history = result.history
    func curve(_ shares: [Double]) -> AccuracyCurve {
      AccuracyCurve(percent: shares.map { 100 * $0 }, epochs: history.epochs)
    }
    let (training, test) = (curve(history.trainingAccuracy), curve(history.testAccuracy))
    for (key, name, curve) in [
      ("training", text.trainingName, training), ("test", text.testName, test),
    ] {
      curve.addFacts(
        of: FigureFact.Series(key: key, name: name), style: .oneDecimal, to: &list)
    }
    guard let last = training.percent.last, let tested = test.percent.last else { return }
    list.add(.finalGap, last - tested, .oneDecimal, .points)
    let crossing = CurveCrossing.place(of: test.percent, below: training.percent)
    list.add(.crossing, crossing.flatMap(training.epoch), .epochs)
  }
}
