import Charting
import Experiments
import NeuralNet

/// Everything that the activations figure says, in one language.
struct ActivationsText {
  let language: Language
  let result: ActivationsResult

  private var config: ActivationsConfig { result.config }

  // MARK: Names

  func name(of initializer: Initializer) -> String { language.name(of: initializer) }

  /// The formula of a row and, where all layers share it, its value.
  func formula(of row: ActivationsResult.Row) -> String {
    let formula: String
    switch row.initializer {
    case .normal: return ""
    case .xavier, .lecun: formula = "σ = √(1/n)"
    case .glorot: formula = "σ = √(2/(n+m))"
    case .he: formula = "σ = √(2/n)"
    case .orthogonal: return language.pick("orthonormal columns", "정규직교 열")
    }
    guard let first = row.weightStandardDeviations.first,
      row.weightStandardDeviations.allSatisfy({ $0 == first })
    else { return formula }
    return formula + " = " + DisplayNumber.significant(first)
  }

  var activationName: String { language.name(of: config.activation) }

  func word(_ health: SignalHealth) -> String {
    switch health {
    case .exploding: language.pick("exploding", "폭발")
    case .saturated: language.pick("saturated", "포화")
    case .unjudged: language.pick("not judged", "판정 없음")
    case .collapsed: language.pick("collapsed", "붕괴")
    case .vanishing: language.pick("vanishing", "소실")
    case .healthy: language.pick("healthy", "건강")
    }
  }

  // MARK: Around the panels

  /// The question, and its answer over all rows.
  func title(_ healths: [SignalHealth]) -> String {
    let count = config.layers
    if config.initializers.count == 1 {
      let name = name(of: config.initializers[0])
      return language.pick(
        "Activations of \(count) \(activationName) layer\(count == 1 ? "" : "s"), \(name) weights",
        "\(activationName) \(count)개 층의 활성화값, \(name) 가중치")
    }
    let answer: String
    if !result.hasSignal {
      answer = language.pick("No signal enters", "들어가는 신호가 없다")
    } else if healths.allSatisfy({ $0 == .healthy }) {
      answer = language.pick("With all of these weights", "이 초기 가중치로는 모두 통과한다")
    } else if !healths.contains(.healthy) {
      answer = language.pick("With none of these weights", "이 초기 가중치로는 하나도 통과하지 못한다")
    } else {
      answer = language.pick("It depends on the initial weights", "초기 가중치에 달렸다")
    }
    return question(language.pick(" unharmed", "온전히 ")) + " " + answer
  }

  /// - Parameter how: The word that a page without room for the full title goes without.
  private func question(_ how: String = "") -> String {
    let count = config.layers
    return language.pick(
      "Does the signal survive \(count) \(activationName) layer\(count == 1 ? "" : "s")\(how)?",
      "신호가 \(activationName) \(count)개 층을 \(how)통과하는가?")
  }

  /// For pages without room for the full titles.
  func shortForms(_ healths: [SignalHealth]) -> [ShortForm] {
    let title = title(healths)
    return [
      ShortForm(title, config.initializers.count == 1 ? title : question()),
      ShortForm(gradientsHeading, language.pick("Gradients", "기울기")),
    ]
  }

  func shownLayers(_ count: Int) -> String {
    language.pick(
      counted(count, of: config.layers, "layer", are: "shown"),
      "\(config.layers)개 층 중 \(count)개를 보인다.")
  }

  func shownInitializers(_ count: Int) -> String {
    let all = config.initializers.count
    return language.pick(
      counted(count, of: all, "initialization", are: "shown"), "초기화 방법 \(all)가지 중 \(count)가지를 보인다.")
  }

  func columnTitle(_ layer: Int) -> String {
    language.pick("layer \(layer)", "\(layer)층")
  }

  var xTitle: String { language.pick("activation", "활성화값") }
  var yTitle: String { language.pick("share of values (%)", "값의 비율 (%)") }
  var activationsHeading: String { language.pick("Activations", "활성화값") }
  var gradientsHeading: String {
    language.pick(
      "Gradients, from a signal of unit variance at the top",
      "기울기 (맨 위에서 분산 1인 신호를 역전파)")
  }
  var gradientXTitle: String {
    language.pick("size of the gradient at a layer", "층에 도달한 기울기의 크기")
  }

  // MARK: Panels

  func statistics(of layer: LayerActivations) -> [String] {
    let notFinite = language.pick("not finite ", "비유한 ") + share(layer.nonFinite, of: layer)
    // The mean of nothing is no fact.
    let total = layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
    if layer.nonFinite == total { return [notFinite] }
    var pieces = [
      language.pick("mean ", "평균 ") + number(layer.mean),
      language.pick("sd ", "표준편차 ") + number(layer.standardDeviation),
      language.pick("signal ", "신호 ") + number(layer.signal),
    ]
    if config.activation.isRectifier {
      let resting =
        config.activation == .relu
        ? language.pick("zero ", "0의 비율 ") : language.pick("negative ", "음수 ")
      pieces.append(resting + DisplayNumber.percent(layer.restingShare))
      if layer.deadUnits > 0 {
        pieces.append(
          language.pick("dead ", "죽은 유닛 ") + "\(layer.deadUnits)/\(config.width)")
      }
    } else {
      pieces.append(
        language.pick("saturated ", "포화 ") + DisplayNumber.percent(layer.saturatedShare))
    }
    if layer.below > 0 {
      let end = end(config.range[0])
      pieces.append(share(layer.below, of: layer) + language.pick(" below \(end)", " \(end) 미만"))
    }
    if layer.above > 0 {
      let end = end(config.range[1])
      pieces.append(share(layer.above, of: layer) + language.pick(" above \(end)", " \(end) 초과"))
    }
    if layer.nonFinite > 0 { pieces.append(notFinite) }
    return pieces
  }

  func gradientStatistics(of layer: LayerGradients) -> [String] {
    var pieces = [language.pick("rms ", "제곱평균제곱근 ") + number(layer.rootMeanSquare)]
    let total = Double(layer.total)
    if layer.zeros > 0 {
      pieces.append(
        language.pick("zero ", "0의 비율 ") + DisplayNumber.percent(Double(layer.zeros) / total))
    }
    for (count, name) in [
      (layer.below, language.pick(" below 10⁻¹⁰", " 10⁻¹⁰ 미만")),
      (layer.above, language.pick(" above 10⁴", " 10⁴ 초과")),
    ] where count > 0 {
      pieces.append(DisplayNumber.percent(Double(count) / total) + name)
    }
    if layer.nonFinite > 0 {
      pieces.append(
        language.pick("not finite ", "비유한 ")
          + DisplayNumber.percent(Double(layer.nonFinite) / total))
    }
    return pieces
  }

  /// In a panel all of whose values overflowed.
  var noneFinite: String { language.pick("none finite", "모두 비유한") }

  /// In a panel of gradients none of which is other than zero.
  var allZero: String { language.pick("all zero", "모두 0") }

  /// An end of the range, without needless decimals.
  private func end(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e6
      ? DisplayNumber.fixed(value, decimals: 0) : DisplayNumber.significant(value)
  }

  private func number(_ value: Double) -> String { DisplayNumber.significant(value) }

  private func share(_ count: Int, of layer: LayerActivations) -> String {
    let total = layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
    return DisplayNumber.percent(Double(count) / Double(total))
  }

  // MARK: Verdicts

  func reason(_ health: SignalHealth, _ row: ActivationsResult.Row) -> String {
    guard let first = row.layers.first, let last = row.layers.last else { return "" }
    let layer = config.layers
    switch health {
    case .exploding:
      if let index = row.layers.firstIndex(where: { $0.nonFinite > 0 }) {
        return language.pick(
          "Numbers overflow in layer \(index + 1).", "\(index + 1)층에서 수가 넘친다.")
      }
      let growth = DisplayNumber.significant(last.standardDeviation / first.standardDeviation)
      return language.pick(
        "The spread grows \(growth)-fold from layer 1 to \(layer).",
        "1층에서 \(layer)층까지 퍼짐이 \(growth)배로 커진다.")
    case .saturated:
      let share = DisplayNumber.percent(last.saturatedShare)
      return language.pick(
        "\(share) of layer \(layer) lies at the ends of the range, where the slope is near 0.",
        "\(layer)층의 \(share)가 기울기가 0에 가까운 양 끝에 몰려 있다.")
    case .unjudged:
      if config.samples == 1 {
        return language.pick(
          "One sample alone has no signal: nothing can differ from sample to sample.",
          "표본이 하나뿐이라 표본에 따른 차이, 곧 신호가 없다.")
      }
      let samples = DisplayNumber.grouped(config.samples)
      return language.pick(
        "All \(samples) samples are the same: no signal enters.",
        "표본 \(samples)개가 모두 같아 들어가는 신호가 없다.")
    case .collapsed:
      if config.activation.isRectifier {
        if config.width == 1 {
          return language.pick(
            "The only unit of layer \(layer) is off for every sample.",
            "\(layer)층의 하나뿐인 유닛이 모든 표본에서 꺼져 있다.")
        }
        return language.pick(
          "\(last.deadUnits) of \(config.width) units of layer \(layer) are off for every sample.",
          "\(layer)층의 유닛 \(config.width)개 중 \(last.deadUnits)개가 모든 표본에서 꺼져 있다.")
      }
      let mean = number(last.mean)
      let spread = number(last.standardDeviation)
      return language.pick(
        "Layer \(layer) is nearly a constant: \(mean) with a spread of \(spread).",
        "\(layer)층이 거의 상수다: \(mean), 퍼짐 \(spread).")
    case .vanishing:
      guard first.signal > 0 else {
        return language.pick(
          "Layer 1 gives all samples the same values.", "1층부터 모든 표본의 값이 같다.")
      }
      let share = DisplayNumber.percent(last.signal / first.signal)
      if last.standardDeviation > 0.2 * first.standardDeviation {
        return language.pick(
          "The values stay spread out, but by unit: what depends on the sample is down to "
            + "\(share) of layer 1.",
          "값은 퍼져 있지만 유닛마다 다를 뿐, 표본에 따른 차이는 1층의 \(share)로 줄었다.")
      }
      return language.pick(
        "What depends on the sample is down to \(share) of layer 1.",
        "표본에 따른 차이가 1층의 \(share)로 줄었다.")
    case .healthy:
      if config.layers == 1 {
        return language.pick(
          "Samples give different values (\(number(last.signal))).",
          "표본마다 값이 다르다 (\(number(last.signal))).")
      }
      let share = DisplayNumber.percent(last.signal / first.signal)
      return language.pick(
        "Samples still differ in layer \(layer), \(share) as much as in layer 1.",
        "\(layer)층에서도 표본에 따른 차이가 1층의 \(share)만큼 남아 있다.")
    }
  }

  /// The whole finding of a row, for standard output.
  func finding(_ health: SignalHealth, _ row: ActivationsResult.Row) -> String {
    "\(name(of: row.initializer)): \(word(health)). \(reason(health, row))"
  }

  /// One sentence for all rows, under the title.
  func summary(_ healths: [SignalHealth]) -> String {
    var parts: [String] = []
    for health in SignalHealth.allCases {
      let names = zip(result.rows, healths).filter { $0.1 == health }
        .map { name(of: $0.0.initializer) }
      guard !names.isEmpty else { continue }
      parts.append(language.pick(clause(health, names), "\(word(health)): \(language.list(names))"))
    }
    var text = parts.joined(separator: "; ") + "."
    if let initial = text.first {
      text = names(startWith: initial) ? text : initial.uppercased() + text.dropFirst()
    }
    return text
  }

  /// Names such as `std = 1` keep their spelling at the start of a sentence.
  private func names(startWith initial: Character) -> Bool { initial == "s" }

  private func clause(_ health: SignalHealth, _ names: [String]) -> String {
    let subject = language.list(names)
    let isOne = names.count == 1
    switch health {
    case .exploding: return "\(subject) make\(isOne ? "s" : "") the values explode"
    case .saturated: return "\(subject) push\(isOne ? "es" : "") the units into saturation"
    case .unjudged: return "nothing can be said of \(subject), for no signal enters"
    case .collapsed: return "\(subject) make\(isOne ? "s" : "") the units all but constant"
    case .vanishing: return "\(subject) let\(isOne ? "s" : "") the signal fade"
    case .healthy: return "\(subject) keep\(isOne ? "s" : "") the signal alive"
    }
  }

  // MARK: Notes

  func notes(cutAt cut: Double?, shownLayers: [Int]) -> [String] {
    let values = DisplayNumber.grouped(config.samples * config.width)
    var first = language.pick(
      "Bars: share of a layer’s \(counted(config.samples * config.width, "value")) in "
        + (config.bins == 1 ? "the one bin; " : "each of \(config.bins) bins; ")
        + "all panels have the same axes.",
      "막대: 한 층의 값 \(values)개가 \(config.bins)개 구간에 든 비율. 모든 칸의 축이 같다.")
    if let cut {
      let limit = DisplayNumber.significant(cut)
      first +=
        " "
        + language.pick(
          "Bars over \(limit) % are cut where the strips cross them.",
          "\(limit) %를 넘는 막대는 띠로 표시한 곳에서 잘렸다.")
    }
    if shownLayers.count < config.layers {
      first += " " + self.shownLayers(shownLayers.count)
    }
    let shown = result.rows.flatMap { row in shownLayers.map { row.layers[$0] } }
    let gradients = result.rows.flatMap { row in
      config.gradients ? shownLayers.map { row.gradients[$0] } : []
    }
    if shown.contains(where: { $0.below > 0 || $0.above > 0 })
      || gradients.contains(where: { $0.below > 0 || $0.above > 0 })
    {
      first +=
        " "
        + language.pick("An arrowhead: values beyond the axis.", "화살촉: 축을 벗어난 값이 있음.")
    }
    if shown.contains(where: { $0.nonFinite > 0 })
      || gradients.contains(where: { $0.nonFinite > 0 })
    {
      first += " " + language.pick("Not finite: overflowed.", "비유한: 수가 넘침.")
    }
    var second = language.pick(
      "Signal: what depends on the sample, a unit’s standard deviation over the samples "
        + "(root mean square over the units).",
      "신호: 표본에 따른 차이, 곧 한 유닛의 표본에 대한 표준편차 (유닛에 대한 제곱평균제곱근).")
    switch config.activation {
    case .sigmoid, .tanh:
      second +=
        " "
        + language.pick(
          "Saturated: within 5 % of the range from an end.", "포화: 범위의 끝에서 5 % 이내.")
    case .relu:
      second +=
        " "
        + language.pick(
          "Dead: zero for every sample.", "죽은 유닛: 모든 표본에서 0.")
    case .leakyReLU, .gelu:
      second +=
        " "
        + language.pick(
          "Dead: not positive for any sample.", "죽은 유닛: 어떤 표본에서도 양수가 아님.")
    }
    return [first, second]
  }
}
