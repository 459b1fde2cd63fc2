/// Accuracies by epoch, as they are drawn.
struct AccuracyCurve {
  /// NaN once diverged.
  let percent: [Double]
  /// As many at least.
  let epochs: [Int]

  /// The place of the greatest accuracy, the first of equals.
  var best: Int? {
    percent.indices.filter { percent[$0].isFinite }
      .max { (percent[$0], -$0) < (percent[$1], -$1) }
  }

  /// The first epoch whose accuracy is not finite.
  var nonFiniteFrom: Int? { percent.firstIndex { !$0.isFinite }.flatMap(epoch) }

  /// The epoch from which it lies above a level, in percent, to its end.
  func epoch(above level: Double) -> Int? {
    CurveCrossing.place(of: percent, above: level).flatMap(epoch)
  }

  /// States the final and the best accuracy, and when that was reached.
  func addFacts(
    of series: FigureFact.Series, style: FigureFact.Style, to list: inout FactList
  ) {
    list.add(.finalAccuracy, of: series, percent.last, style, .percent)
    list.add(.bestAccuracy, of: series, best.map { percent[$0] }, style, .percent)
    list.add(.bestAccuracyAt, of: series, best.flatMap(epoch), .epochs)
  }

  func epoch(_ place: Int) -> Int? { place < epochs.count ? epochs[place] : nil }
}
