import Charting
import Experiments
import NeuralNet
import Training

extension LayersFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let epochs = DisplayNumber.grouped(result.config.training.length)
    let quantities = LayerQuantity.allCases.map { quantity in
      let isShare = quantity == .blockedShare
      let name = text.title(of: quantity).replacing(" (%)", with: "")
      guard let range = facts.text(quantity.rawValue, .colors) else { return name }
      return "\(name) (\(range)\(isShare ? " %" : ""))"
    }
    let seeds =
      result.config.seeds > 1
      ? language.pick(
        ", medians of \(result.config.seeds) seeds", ", 시드 \(result.config.seeds)개의 중앙값") : ""
    return AlternativeText(
      language: language,
      opening: language.pick(
        "\(quantities.count) heat maps of \(layers.count) layer\(layers.count == 1 ? "" : "s") (rows) "
          + "against epoch 0 to \(epochs)\(seeds): \(language.list(quantities)).",
        "층 \(layers.count)개(행)와 에폭 0~\(epochs)(열)\(seeds)의 열지도 \(quantities.count)개: "
          + "\(language.list(quantities))."),
      series: layers.indices.map { sentence(of: $0, facts) }, finding: text.summary
    ).text
  }

  /// The verdict and its reason, and what the layer looks like at the end.
  private func sentence(of index: Int, _ facts: FactTable) -> String {
    let key = series(index).key
    // A share that is the verdict's reason is not said twice, nor that there is none.
    let isBlocked = [.dead, .saturated].contains(verdicts[index])
    let quantities: [FactQuantity] =
      [.spread] + (isBlocked ? [] : [.saturated, .deadShare]) + [.gradientNorm]
    let ends = quantities.compactMap { facts[key, $0] }.filter { $0.value != .number(0) }
      .map { "\($0.name) \($0.text)" }
    let end =
      ends.isEmpty ? "" : language.pick("; at the end ", ". 끝에서 ") + ends.joined(separator: ", ")
    return
      "\(language.capitalized(series(index).name)): \(text.word(verdicts[index])), \(text.reason(index))\(end)."
  }
}
