import Charting
import Experiments

extension LossCurves {
  /// How the figure calls a variant.
  func series(_ index: Int) -> FigureFact.Series {
    FigureFact.Series(key: variants[index].key, name: variants[index].name)
  }

  /// What the lines state: for each variant its first, final and lowest loss and where it diverged,
  /// then who passes whom for good. Final and lowest losses are the smoothed ones.
  func addFacts(to list: inout FactList) {
    for index in variants.indices {
      let series = series(index)
      let spread = spreads[index]
      let starts = variants[index].runs.compactMap { $0.losses.first.map(Double.init) }
      list.add(.firstLoss, of: series, Quantile.median(starts), .significant, .nats)
      list.add(.finalLoss, of: series, end(index), .significant, .nats)
      if seeds > 1 {
        list.add(.leastFinalLoss, of: series, spread.low.last, .significant, .nats)
        list.add(.greatestFinalLoss, of: series, spread.high.last, .significant, .nats)
      }
      let lowest = spread.median.indices.filter { spread.median[$0].isFinite }
        .min { spread.median[$0] < spread.median[$1] }
      list.add(.lowestLoss, of: series, lowest.map { spread.median[$0] }, .significant, .nats)
      list.add(.lowestLossAt, of: series, lowest.map { $0 + 1 }, .iterations)
      let divergence = divergence(index)
      list.add(.divergedAt, of: series, divergence?.first, .iterations)
      list.add(.divergedRuns, of: series, divergence?.runs, .runs)
    }
    addCrossings(to: &list)
  }

  private func addCrossings(to list: inout FactList) {
    for first in variants.indices {
      for second in variants.indices where second != first {
        guard
          let place = CurveCrossing.place(
            of: spreads[first].median, below: spreads[second].median)
        else { continue }
        let (winner, loser) = (series(first), series(second))
        let pair = FigureFact.Series(
          key: "\(winner.key) below \(loser.key)",
          name: language.pick(
            "\(winner.name) below \(loser.name)",
            "\(language.particle(winner.name, "이", "가")) \(loser.name) 아래로"))
        list.add(.crossing, of: pair, place + 1, .iterations)
      }
    }
  }

  /// The variant with the lowest final loss.
  var best: Int? {
    variants.indices.compactMap { index in end(index).map { (index, $0) } }
      .min { $0.1 < $1.1 }?.0
  }

  /// States who has the lowest final loss, where there is a choice.
  func addBest(to list: inout FactList) {
    guard variants.count > 1, let best else { return }
    list.add(.best, word: series(best).key, named: series(best).name)
  }
}
