import Charting
import Experiments
import NeuralNet
import Training

/// Everything that the layers figure says, in one language.
struct LayersText {
  let language: Language
  let result: LayersResult
  let layers: [LayerCourse]
  let verdicts: [LayerHealth]

  private var config: LayersConfig { result.config }
  private var training: TrainingConfig { config.training }
  private var isRectifier: Bool { training.network.activation.isRectifier }

  // MARK: Names

  /// Of a layer counted from 0, the output layer last.
  func name(_ layer: Int) -> String {
    layer == layers.count - 1
      ? language.pick("output", "출력층") : language.pick("layer \(layer + 1)", "\(layer + 1)층")
  }

  func title(of quantity: LayerQuantity) -> String {
    switch quantity {
    case .mean: language.pick("mean activation", "활성화값 평균")
    case .spread: language.pick("spread over images", "이미지별 퍼짐")
    case .blockedShare:
      isRectifier
        ? language.pick("dead units (%)", "죽은 유닛 (%)") : language.pick("saturated (%)", "포화 (%)")
    case .gradientNorm: language.pick("gradient norm", "기울기 노름")
    case .updateRatio: language.pick("update / weight", "갱신 / 가중치")
    }
  }

  func word(_ health: LayerHealth) -> String {
    switch health {
    case .diverged: language.pick("diverged", "발산")
    case .dead: language.pick("dead", "죽음")
    case .saturated: language.pick("saturated", "포화")
    case .vanishing: language.pick("vanishing", "소실")
    case .exploding: language.pick("exploding", "폭발")
    case .fading: language.pick("fading", "신호 소실")
    case .slow: language.pick("slow", "느림")
    case .restless: language.pick("restless", "불안정")
    case .healthy: language.pick("healthy", "건강")
    }
  }

  // MARK: Around the panels

  var title: String {
    let activation = language.name(of: training.network.activation)
    let weights = language.name(of: training.network.initializer)
    return language.pick(
      "Is every layer healthy while the network trains? \(sentence(activation)) layers, "
        + "\(weights) weights",
      "훈련하는 동안 모든 층이 건강한가? \(activation), \(weights) 가중치")
  }

  /// For pages without room for the full titles.
  var shortForms: [ShortForm] {
    let activation = language.name(of: training.network.activation)
    let question = language.pick(
      "Is every \(activation) layer healthy?", "모든 \(activation) 층이 건강한가?")
    return [ShortForm(title, question)]
      + zip(
        LayerQuantity.allCases,
        language.pick(
          ["mean", "spread", isRectifier ? "dead (%)" : "saturated (%)", "gradient", "update"],
          ["평균", "퍼짐", isRectifier ? "죽음 (%)" : "포화 (%)", "기울기", "갱신"])
      ).map { ShortForm(title(of: $0), $1) }
  }

  func shownQuantities(_ count: Int) -> String {
    let all = LayerQuantity.allCases.count
    return language.pick(
      "\(count) of \(all) quantities \(count == 1 ? "is" : "are") shown.",
      "양 \(all)가지 중 \(count)가지를 보인다.")
  }

  func namedLayers(_ count: Int) -> String {
    language.pick(
      counted(count, of: layers.count, "layer", are: "named"),
      "\(layers.count)개 층 중 \(count)개에 이름을 적는다.")
  }

  var xTitle: String { language.pick("epoch", "에폭") }

  /// Stands where the output layer would have activations.
  var noActivation: String { language.pick("no activation", "활성화 없음") }

  // MARK: Verdicts

  /// Share of dead units or saturated values that is named of a layer which is neither.
  private static let notable = 0.25

  /// Why a layer has its verdict, short enough to stand beside it.
  func reason(_ index: Int) -> String {
    let layer = layers[index]
    let gradient = layer.relativeGradient(to: layers[layers.count - 1])
    switch verdicts[index] {
    case .diverged:
      let epoch = (layer.gradientNorm.firstIndex { !$0.isFinite } ?? 0) + 1
      return language.pick("not finite from epoch \(epoch) on", "\(epoch)에폭부터 유한하지 않음")
    case .dead:
      let share = DisplayNumber.percent(layer.blockedShare.last ?? 0)
      return language.pick(
        "\(share) of the units are off for every image", "유닛의 \(share)가 모든 이미지에서 꺼짐")
    case .saturated:
      let share = DisplayNumber.percent(layer.blockedShare.last ?? 0)
      return language.pick(
        "\(share) of values at an end of the range", "값의 \(share)가 범위의 양 끝에 있음")
    case .vanishing:
      if gradient == 0 { return language.pick("no gradient arrives", "기울기가 오지 않음") }
      let part = DisplayNumber.significant(1 / gradient)
      return language.pick(
        "gradient 1/\(part) of the output layer’s", "기울기가 출력층의 1/\(part)")
    case .exploding:
      let times = DisplayNumber.significant(gradient)
      return language.pick(
        "gradient \(times) times the output layer’s", "기울기가 출력층의 \(times)배")
    case .fading:
      let spread = layer.relativeSpread(to: layers[0])
      if spread == 0 { return language.pick("no image differs", "이미지마다 같은 값") }
      let part = DisplayNumber.significant(1 / spread)
      return language.pick("spread 1/\(part) of layer 1’s", "퍼짐이 1층의 1/\(part)")
    case .slow, .restless, .healthy:
      let ratio = DisplayNumber.significant(100 * layer.typicalUpdateRatio)
      let step = language.pick(
        "a step moves weights by \(ratio) %", "한 스텝에 가중치가 \(ratio) % 움직임")
      // A layer short of the verdict on its units says how short.
      guard let blocked = layer.blockedShare.last, blocked >= Self.notable else { return step }
      let share = DisplayNumber.percent(blocked)
      return isRectifier
        ? language.pick("\(share) of the units are off; \(step)", "유닛의 \(share)가 꺼짐; \(step)")
        : language.pick("\(share) of values at an end; \(step)", "값의 \(share)가 양 끝; \(step)")
    }
  }

  // MARK: Findings

  var findings: [String] {
    [summary]
      + layers.indices.map { "\(name($0)): \(word(verdicts[$0])). \(sentence(reason($0)))." }
  }

  /// Which layers are ill, and what became of the training.
  var summary: String {
    var parts: [String] = []
    for health in LayerHealth.allCases {
      let members = verdicts.indices.filter { verdicts[$0] == health }
      guard !members.isEmpty else { continue }
      let names = language.list(names(of: members))
      parts.append(
        language.pick(clause(health, names, isOne: members.count == 1), "\(word(health)): \(names)")
      )
    }
    return sentence(parts.joined(separator: "; ")) + ". " + outcome
  }

  private func clause(_ health: LayerHealth, _ names: String, isOne: Bool) -> String {
    switch health {
    case .diverged: "\(names) diverge\(isOne ? "s" : "")"
    case .dead: "most units are dead in \(names)"
    case .saturated: "\(names) \(isOne ? "is" : "are") saturated"
    case .vanishing: "the gradient vanishes in \(names)"
    case .exploding: "the gradient explodes in \(names)"
    case .fading: "the signal fades in \(names)"
    case .slow: "\(names) barely move\(isOne ? "s" : "")"
    case .restless: "\(names) move\(isOne ? "s" : "") too far at a step"
    case .healthy: "\(names) \(isOne ? "is" : "are") healthy"
    }
  }

  private var outcome: String {
    let accuracy = RunMedian.of(result.runs.map(\.trainingAccuracy))
    let epochs = training.length
    guard accuracy.isFinite else {
      return language.pick("The training diverges.", "훈련이 발산한다.")
    }
    let share = DisplayNumber.percent(accuracy)
    return language.pick(
      "After \(counted(epochs, "epoch")): \(share) of the training images right.",
      "\(epochs)에폭 뒤: 훈련 이미지의 \(share) 정답.")
  }

  /// Neighbours joined: "layers 1 to 4", "layers 4 and 5", "layer 5", "the output layer".
  private func names(of members: [Int]) -> [String] {
    var texts: [String] = []
    var hidden = members.filter { $0 < layers.count - 1 }[...]
    while let first = hidden.first {
      var last = first
      while hidden.contains(last + 1) { last += 1 }
      let link = last == first + 1 ? "and" : "to"
      texts.append(
        first == last
          ? name(first)
          : language.pick("layers \(first + 1) \(link) \(last + 1)", "\(first + 1)–\(last + 1)층"))
      hidden = hidden.filter { $0 > last }[...]
    }
    if members.contains(layers.count - 1) {
      texts.append(language.pick("the output layer", "출력층"))
    }
    return texts
  }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: Notes

  var notes: [String] {
    let probe = DisplayNumber.grouped(config.probe)
    var first = language.pick(
      "Activations of \(counted(config.probe, "fixed image")), before training and after each "
        + "epoch. ",
      "활성화값: 고정된 이미지 \(probe)장, 훈련 전과 매 에폭 뒤. ")
    first +=
      isRectifier
      ? language.pick("Dead: at rest for each of them. ", "죽은 유닛: 모든 이미지에서 꺼짐. ")
      : language.pick(
        "Saturated: within 5 % of the range from an end. ", "포화: 범위의 끝에서 5 % 이내. ")
    first += language.pick(
      "Gradient norms and ‖update‖/‖weights‖: means over the steps of an epoch.",
      "기울기 노름과 ‖갱신‖/‖가중치‖: 에폭 안 스텝들의 평균.")
    if config.seeds > 1 {
      first +=
        " "
        + language.pick(
          "All are medians of \(config.seeds) seeds.", "모두 시드 \(config.seeds)개의 중앙값.")
    }
    if LayerQuantity.allCases.contains(where: { quantity in
      layers.contains { !quantity.values(of: $0).allSatisfy(\.isFinite) }
    }) {
      first += " " + language.pick("Crossed out: not finite.", "빗금: 비유한.")
    }
    let rule = language.pick(
      "Vanishing: gradient under 1/100 of the output layer’s; exploding: over 100 times. Dead, "
        + "saturated: over half at the end. Fading: spread under 1/10 of layer 1’s. Slow, restless: a step under 0.01 %, over 5 % of the "
        + "weights (usual: 0.1 %).",
      "소실: 기울기가 출력층의 1/100 미만; 폭발: 100배 초과. 죽음, 포화: 끝에 절반 초과. 신호 소실: 퍼짐이 1층의 1/10 미만. 느림, 불안정: "
        + "한 스텝이 가중치의 0.01 % 미만, 5 % 초과 (보통 0.1 %).")
    let notes = TrainingNotes(
      language: language, training: training, source: result.source, seeds: config.seeds)
    return [first, rule, notes.network() + " " + notes.data]
  }
}
