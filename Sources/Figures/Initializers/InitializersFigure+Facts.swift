import Charting
import Experiments

extension InitializersFigure {
  /// The axes, the loss of guessing, the weights with the lowest final loss, what each line states
  /// and who passes whom, then whether the network learns from each.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    list.add(.guessingLoss, text.guessingLoss, .significant, .nats)
    curves.addBest(to: &list)
    curves.addFacts(to: &list)
    for index in result.variants.indices {
      let outcome: LearningOutcome =
        switch text.learns(index) {
        case true: .learns
        case false: .guesses
        case nil: .diverges
        }
      list.add(
        .verdict, of: curves.series(index), word: outcome.rawValue, named: outcome.name(language))
    }
    return list.facts
  }
}
