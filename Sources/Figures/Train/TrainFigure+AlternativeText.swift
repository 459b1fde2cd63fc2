import Experiments
import Training

extension TrainFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let hasAccuracy = !result.history.epochs.isEmpty
    let loss = losses.opening(
      facts, of: language.pick("one network", "신경망 하나"), axes: losses.variants[0].key)
    let accuracy = language.pick(
      "Line chart of accuracy (\(facts.text("accuracy", .yAxis) ?? "") %) against epoch "
        + "(\(facts.text("accuracy", .xAxis) ?? "")). Under it a ",
      "에폭(\(facts.text("accuracy", .xAxis) ?? ""))에 따른 정확도("
        + "\(facts.text("accuracy", .yAxis) ?? "") %) 선 그래프. 그 아래 ")
    return AlternativeText(
      language: language,
      opening: hasAccuracy ? accuracy + lowercased(loss) : loss,
      series: accuracies(facts) + losses.sentences(facts).map(sentence),
      finding: text.summary
    ).text
  }

  private func lowercased(_ text: String) -> String {
    language.pick(text.prefix(1).lowercased() + text.dropFirst(), text)
  }

  private func sentence(_ text: String) -> String {
    language.pick("The " + text, text)
  }

  private func accuracies(_ facts: FactTable) -> [String] {
    [
      ("training", text.trainingName, result.history.trainingAccuracy),
      ("test", text.testName, result.history.testAccuracy),
    ].compactMap { key, name, shares in
      guard let first = shares.first, first.isFinite,
        let last = facts.number(key, .finalAccuracy), let final = facts.text(key, .finalAccuracy)
      else { return nil }
      let start = DisplayNumber.fixed(100 * first, decimals: 1) + " %"
      let clause = Trend(from: 100 * first, to: last).clause(from: start, to: final, language)
      var best = ""
      if let highest = facts.number(key, .bestAccuracy), highest > last,
        let text = facts.text(key, .bestAccuracy), let epoch = facts.text(key, .bestAccuracyAt)
      {
        best = language.pick(
          ", highest in epoch \(epoch) with \(text)", " (최고는 에폭 \(epoch)의 \(text))")
      }
      return language.pick(
        "Accuracy on \(name) \(clause)\(best).", "\(name)의 정확도는 \(clause)\(best).")
    }
  }
}
