import Experiments

extension OptimizersFigure {
  /// The axes, the optimizer with the lowest final loss, then what each line states and who passes
  /// whom.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: curves.grid())
    curves.addBest(to: &list)
    curves.addFacts(to: &list)
    return list.facts
  }
}
