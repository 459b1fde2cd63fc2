import Experiments

extension OptimizersFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let count = result.variants.count
    return AlternativeText(
      language: language,
      opening: curves.opening(
        facts,
        of: language.pick(
          "\(count) optimizer\(count == 1 ? "" : "s")", "최적화 기법 \(count)가지")),
      series: curves.sentences(facts), finding: text.summary
    ).text
  }
}
