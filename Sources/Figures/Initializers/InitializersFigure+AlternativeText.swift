import Experiments

extension InitializersFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let count = result.variants.count
    let opening = curves.opening(
      facts,
      of: language.pick(
        "\(count) initialization\(count == 1 ? "" : "s")", "초기화 방법 \(count)가지"))
    let guessing = facts.text("", .guessingLoss) ?? ""
    return AlternativeText(
      language: language,
      opening: opening + " "
        + language.pick(
          "A rule marks the loss of guessing, \(guessing).", "가로선은 찍을 때의 손실 \(guessing)이다."),
      series: curves.sentences(facts), finding: text.summary
    ).text
  }
}
