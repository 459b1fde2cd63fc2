import Experiments
import Training

extension BatchNormFigure {
  /// Scales up to which each has a sentence of its own.
  private static let mostScales = 6

  package var alternativeText: String {
    let facts = FactTable(facts)
    let isShort = result.rows.count <= Self.mostScales
    return AlternativeText(
      language: language, opening: opening(facts),
      series: isShort
        ? result.rows.map { sentence(of: $0, facts) }
        : Network.allCases.map { sentence(of: $0, facts) },
      finding: text.findings.joined(separator: " ")
    ).text
  }

  private func opening(_ facts: FactTable) -> String {
    let count = result.rows.count
    let charts =
      count == 1
      ? language.pick("Line chart", "선 그래프")
      : language.pick("\(count) line charts", "선 그래프 \(count)개")
    let first = DisplayNumber.significant(result.rows.first?.standardDeviation ?? 0)
    let last = DisplayNumber.significant(result.rows.last?.standardDeviation ?? 0)
    let range =
      count == 1
      ? language.pick("σ = \(first)", "σ = \(first)")
      : language.pick(
        "one for each σ from \(first) down to \(last)", "σ = \(first)부터 \(last)까지 한 칸씩")
    let epochs = language.pick(
      "\(result.epochs.first ?? 0) to \(result.epochs.last ?? 0)",
      "\(result.epochs.first ?? 0)~\(result.epochs.last ?? 0)")
    let y = facts.text("", .yAxis) ?? ""
    let threshold = facts.text("", .learningThreshold) ?? ""
    let lines =
      result.config.seeds > 1
      ? language.pick(
        ", medians of \(result.config.seeds) seeds", " (시드 \(result.config.seeds)개의 중앙값)") : ""
    return language.pick(
      "\(charts) of training accuracy (\(y) %) against epoch (\(epochs)), \(range), the standard "
        + "deviation of the initial weights; solid with batch normalization, dashed without\(lines). "
        + "A rule at \(threshold) parts networks that learn from those that do not.",
      "에폭(\(epochs))에 따른 훈련 정확도(\(y) %) \(charts), 초기 가중치의 표준편차 \(range). 실선은 배치 정규화 "
        + "사용, 파선은 미사용이다\(lines). \(threshold)의 가로선을 넘으면 학습한 것이다.")
  }

  private func sentence(of row: BatchNormResult.Row, _ facts: FactTable) -> String {
    func end(_ network: Network) -> String {
      facts.text(key(of: network, in: row), .finalAccuracy) ?? language.pick("diverged", "발산")
    }
    return language.pick(
      "\(text.panelTitle(row)): \(end(.normalized)) with, \(end(.plain)) without.",
      "\(text.panelTitle(row)): 사용 \(end(.normalized)), 미사용 \(end(.plain)).")
  }

  /// From which accuracy to which a network ends, and where it learns soonest.
  private func sentence(of network: Network, _ facts: FactTable) -> String {
    let keys = result.rows.map { key(of: network, in: $0) }
    let ends = result.rows.indices.filter { facts[keys[$0], .finalAccuracy] != nil }
    func end(_ index: Int) -> Double { facts.number(keys[index], .finalAccuracy) ?? 0 }
    let name =
      network == .normalized
      ? language.pick("With batch normalization", "배치 정규화를 쓰면")
      : language.pick("Without it", "쓰지 않으면")
    guard let least = ends.min(by: { end($0) < end($1) }),
      let greatest = ends.max(by: { end($0) < end($1) })
    else { return language.pick("\(name) every run diverges.", "\(name) 모두 발산한다.") }
    let low =
      "\(facts.text(keys[least], .finalAccuracy) ?? "") (\(text.panelTitle(result.rows[least])))"
    let high =
      "\(facts.text(keys[greatest], .finalAccuracy) ?? "") (\(text.panelTitle(result.rows[greatest])))"
    var soonest = ""
    let learning = result.rows.indices.filter { facts[keys[$0], .learnsFrom] != nil }
    if let first = learning.min(by: { epoch($0) < epoch($1) }) {
      let place = facts.text(keys[first], .learnsFrom) ?? ""
      soonest = language.pick(
        ", and learns soonest from epoch \(place) on (\(text.panelTitle(result.rows[first])))",
        ", 가장 이르게는 에폭 \(place)부터 학습한다 (\(text.panelTitle(result.rows[first])))")
    }
    func epoch(_ index: Int) -> Double { facts.number(keys[index], .learnsFrom) ?? .infinity }
    return language.pick(
      "\(name) accuracy ends between \(low) and \(high)\(soonest).",
      "\(name) 마지막 정확도가 \(low)에서 \(high) 사이이고\(soonest.isEmpty ? ", 학습하는 것이 없다" : soonest).")
  }
}
