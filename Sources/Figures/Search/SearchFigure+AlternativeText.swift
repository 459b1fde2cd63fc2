import Experiments
import Training

extension SearchFigure {
  package var alternativeText: String {
    if let study { return study.alternativeText(finding: findings) }
    let facts = FactTable(facts)
    let count = shown.count
    let y = facts.text("", .yAxis) ?? ""
    let epochs = DisplayNumber.grouped(result.config.training.length)
    let charts =
      count == 1
      ? language.pick("Line chart", "선 그래프")
      : language.pick("\(count) line charts", "선 그래프 \(count)개")
    let trials = DisplayNumber.grouped(result.trials.count)
    return AlternativeText(
      language: language,
      opening: count == 0
        ? language.pick("An empty chart.", "빈 그래프.")
        : language.pick(
          "\(charts) of accuracy (\(y) %) on training and on validation images against epoch (0 to "
            + "\(epochs)), for the best of \(counted(result.trials.count, "trial")), the best "
            + "first.",
          "에폭(0~\(epochs))에 따른 훈련 이미지와 검증 이미지의 정확도(\(y) %) \(charts), 시행 \(trials)번 중 "
            + "상위를 성적 순으로."),
      series: shown.indices.map { sentence(of: $0, facts) },
      finding: text.findings.joined(separator: " ")
    ).text
  }

  /// A trial's rank and value, its hyper-parameters, and where its lines end.
  private func sentence(of index: Int, _ facts: FactTable) -> String {
    let key = "rank \(index + 1)"
    let trial = shown[index]
    let training = facts.text(key, .trainingAccuracy) ?? language.pick("no number", "수 없음")
    let validation = facts.text(key, .validationAccuracy) ?? language.pick("no number", "수 없음")
    return "\(text.panelTitle(index, trial)) (\(text.settings(of: trial))): "
      + language.pick(
        "training ends at \(training), validation at \(validation).",
        "마지막 훈련 정확도 \(training), 검증 정확도 \(validation).")
  }
}
