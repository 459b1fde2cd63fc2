import Experiments
import NeuralNet

extension ActivationsFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    return AlternativeText(
      language: language, opening: opening(facts),
      series: result.rows.indices.map { sentence(of: $0, facts) },
      finding: text.summary(healths), isFindingInSeries: true
    ).text
  }

  private func opening(_ facts: FactTable) -> String {
    let config = result.config
    let samples = DisplayNumber.grouped(config.samples)
    let input =
      config.input == .normal
      ? language.pick(
        counted(config.samples, "standard normal sample"), "표준정규 표본 \(samples)개")
      : language.pick(counted(config.samples, "image"), "이미지 \(samples)개")
    let (rows, layers) = (result.rows.count, config.layers)
    let (x, y) = (facts.text("", .xAxis) ?? "", facts.text("", .yAxis) ?? "")
    // Bars that the axis cuts are taller than its end.
    let cut =
      cutHeight(layers: shownLayers).map { _ in
        let tallest = DisplayNumber.percent((tallestBars(layers: shownLayers).max() ?? 0) / 100)
        return language.pick(", taller bars cut, up to \(tallest)", ", 더 높은 막대는 잘림, 최고 \(tallest)")
      } ?? ""
    let shown =
      shownLayers.count < layers
      ? language.pick(" (\(shownLayers.count) shown)", " (\(shownLayers.count)개를 보인다)") : ""
    var text = language.pick(
      "Histograms of the activations (\(x)) of \(layers) \(self.text.activationName) "
        + "layer\(layers == 1 ? "" : "s") of \(counted(config.width, "unit")) for "
        + "\(input), as shares of the values (\(y) %\(cut)): "
        + "\(rows == 1 ? "one row" : "a row for each of \(rows) initializations"), "
        + "a column for each layer\(shown).",
      "\(input)에 대한 \(self.text.activationName) \(layers)개 층(유닛 \(config.width)개)의 활성화값(\(x)) "
        + "히스토그램. 세로는 값의 비율(\(y) %\(cut)), 행은 초기화 방법 \(rows)가지, 열은 층이다\(shown).")
    if let range = facts.text("gradients", .xAxis) {
      text += language.pick(
        " Below, the sizes of their gradients (\(range)).", " 아래는 기울기의 크기(\(range))다.")
    }
    return text
  }

  /// The verdict and its reason, and how the values run from the first layer to the last.
  private func sentence(of index: Int, _ facts: FactTable) -> String {
    let row = result.rows[index]
    let key = row.initializer.name
    let last = result.config.layers
    let ends = [FactQuantity.mean, .standardDeviation, .signal, .gradientSize].compactMap {
      quantity -> String? in
      guard let first = facts[("\(key), layer 1"), quantity],
        let end = facts["\(key), layer \(last)", quantity]
      else { return nil }
      let name = quantity == .gradientSize ? language.pick("gradient", "기울기") : first.name
      return language.pick(
        "\(name) \(first.text) to \(end.text)", "\(name) \(first.text)→\(end.text)")
    }
    guard last > 1, !ends.isEmpty else { return text.finding(healths[index], row) }
    return text.finding(healths[index], row) + " "
      + language.pick(
        "Layer 1 to \(last): \(ends.joined(separator: ", ")).",
        "1층→\(last)층: \(ends.joined(separator: ", ")).")
  }
}
