import Charting
import Experiments
import Search

extension SearchFigure {
  /// The axes and the test accuracy; then, trial by trial from the best on, its value and its
  /// accuracies.
  package var facts: [FigureFact] {
    if let study { return study.facts }
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    if let final = result.final {
      list.add(.testAccuracy, 100 * final.accuracy, .percentage, .percent)
    }
    list.add(.trials, result.trials.count, .trials)
    list.add(.givenUp, result.trials.count { $0.state == .pruned }, .trials)
    for (rank, trial) in shown.enumerated() {
      let series = FigureFact.Series(
        key: "rank \(rank + 1)",
        name: language.pick("rank \(rank + 1)", "\(rank + 1)위"))
      list.add(.trialNumber, of: series, trial.number, .none)
      if result.config.metric == .loss {
        list.add(.finalLoss, of: series, trial.value, .significant, .nats)
      }
      list.add(
        .validationAccuracy, of: series, trial.validationAccuracy.last.map { 100 * $0 },
        .percentage, .percent)
      list.add(
        .trainingAccuracy, of: series, trial.trainingAccuracy.last.map { 100 * $0 }, .percentage,
        .percent)
    }
    return list.facts
  }
}
