import Experiments

extension LossCurves {
  /// What the lines and the axes are. `subject` names what there are several of: "4 optimizers".
  func opening(_ facts: FactTable, of subject: String, axes: String = "") -> String {
    let x = facts.text(axes, .xAxis) ?? ""
    let y = facts.text(axes, .yAxis) ?? ""
    let scale = language.pick(axis == .log ? "log axis, " : "", axis == .log ? "로그 축, " : "")
    return language.pick(
      "Line chart of training loss (\(scale)\(y)) against iteration (\(x)) for \(subject)\(lines).",
      "\(subject)의 반복(\(x))에 따른 훈련 손실(\(scale)\(y)) 선 그래프\(lines).")
  }

  private var lines: String {
    if seeds > 1 {
      return language.pick(
        "; lines are medians of \(seeds) seeds, in bands from the least to the greatest",
        ". 선은 시드 \(seeds)개의 중앙값이고 띠는 최소에서 최대까지다")
    }
    return isSmoothed
      ? language.pick(
        "; strong lines are smoothed, faint ones single batches", ". 진한 선은 평균, 옅은 선은 배치별 손실이다")
      : ""
  }

  /// A sentence for each variant: how far its loss goes, where it was lowest, whom the best passes,
  /// and where it diverged.
  func sentences(_ facts: FactTable) -> [String] {
    variants.indices.map { index in
      let key = variants[index].key
      let topic = language.pick(
        variants[index].name, language.particle(variants[index].name, "은", "는"))
      guard let clause = course(of: index, facts) else { return "\(topic) \(lost(key, facts))." }
      let loss =
        facts[key, .divergedRuns] == nil ? "" : language.pick("; ", ". ") + lost(key, facts)
      return "\(topic) \(clause)\(spread(key, facts))\(passing(index, facts))\(loss)."
    }
  }

  private func course(of index: Int, _ facts: FactTable) -> String? {
    let key = variants[index].key
    guard let first = facts[key, .firstLoss], let last = facts[key, .finalLoss],
      case .number(let start) = first.value, case .number(let end) = last.value
    else { return nil }
    let trend = Trend(from: start, to: end)
      .clause(from: first.text, to: last.text, language)
    // The lowest point is worth a word where the line has clearly left it again.
    guard let lowest = facts.number(key, .lowestLoss), end > 1.05 * lowest,
      let text = facts.text(key, .lowestLoss), let place = facts.text(key, .lowestLossAt)
    else { return trend }
    return language.pick(
      "\(trend), lowest at iteration \(place) with \(text)",
      "반복 \(place)의 최저 \(language.particle(text, "을", "를")) 거쳐 \(trend)")
  }

  private func spread(_ key: String, _ facts: FactTable) -> String {
    guard let least = facts.text(key, .leastFinalLoss),
      let greatest = facts.text(key, .greatestFinalLoss)
    else { return "" }
    return language.pick(
      " (\(least) to \(greatest) over the seeds)", " (시드별 \(least)~\(greatest))")
  }

  /// Whom the best variant has passed, the last of them first.
  private func passing(_ index: Int, _ facts: FactTable) -> String {
    guard index == best else { return "" }
    var last: (step: Double, text: String, name: String)?
    for other in variants.indices where other != index {
      guard
        let fact = facts["\(variants[index].key) below \(variants[other].key)", .crossing],
        case .number(let step) = fact.value, step > last?.step ?? 0
      else { continue }
      last = (step, fact.text, variants[other].name)
    }
    guard let last else { return "" }
    return language.pick(
      " and lies below \(last.name) from iteration \(last.text) on",
      ". 반복 \(last.text)부터는 \(last.name)보다 낮다")
  }

  private func lost(_ key: String, _ facts: FactTable) -> String {
    let step = facts.text(key, .divergedAt) ?? ""
    if seeds == 1 {
      return language.pick("diverges at iteration \(step)", "반복 \(step)에서 발산한다")
    }
    let runs = facts.text(key, .divergedRuns) ?? ""
    return language.pick(
      "\(runs) of \(seeds) runs diverge\(runs == "1" ? "s" : ""), the first at iteration \(step)",
      "\(seeds)번 중 \(runs)번 발산하고 처음은 반복 \(step)이다")
  }
}
