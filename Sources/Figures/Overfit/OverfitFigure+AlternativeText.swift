import Experiments

extension OverfitFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let count = text.panels.count
    let (x, y) = (lengths, facts.text("", .yAxis) ?? "")
    let lines =
      result.config.seeds > 1
      ? language.pick(
        " Lines are medians of \(result.config.seeds) seeds.",
        " 선은 시드 \(result.config.seeds)개의 중앙값이다.") : ""
    let panels =
      count == 1
      ? language.pick("Line chart", "선 그래프")
      : language.pick("\(count) line charts side by side", "나란한 선 그래프 \(count)개")
    let opening = language.pick(
      "\(panels) of accuracy (\(y) %) on training and on test images against epoch (\(x)), with the "
        + "gap between them shaded.",
      "에폭(\(x))에 따른 훈련 이미지와 시험 이미지의 정확도(\(y) %), \(panels). 둘의 차이를 칠했다.")
    return AlternativeText(
      language: language, opening: opening + lines,
      series: text.panels.map { sentence(of: $0, facts) }, finding: text.summary
    ).text
  }

  /// "0 to 201", or the shortest and the longest where panels differ.
  private var lengths: String {
    let ends = text.panels.compactMap(\.epochs.last)
    guard let least = ends.min(), let greatest = ends.max() else { return "0" }
    let longest = DisplayNumber.grouped(greatest)
    if least == greatest { return language.pick("0 to \(longest)", "0~\(longest)") }
    let shortest = DisplayNumber.grouped(least)
    return language.pick("0 to \(shortest) or \(longest)", "0~\(shortest) 또는 0~\(longest)")
  }

  private func sentence(of panel: OverfitPanel, _ facts: FactTable) -> String {
    let key = panel.panel.rawValue
    let name = text.name(of: panel.panel)
    guard let training = facts.text("\(key), training", .finalAccuracy),
      let test = facts.text("\(key), test", .finalAccuracy), let gap = facts.text(key, .finalGap)
    else {
      let epoch = facts.text(key, .divergedAt) ?? ""
      return language.pick(
        "\(language.capitalized(name)): diverges in epoch \(epoch).", "\(name): 에폭 \(epoch)에서 발산한다."
      )
    }
    var best = ""
    if let highest = facts.text("\(key), test", .bestAccuracy), highest != test,
      let epoch = facts.text("\(key), test", .bestAccuracyAt)
    {
      best = language.pick(
        " after \(highest) in epoch \(epoch)", "(최고는 에폭 \(epoch)의 \(highest))")
    }
    let largest = facts.text(key, .largestGap) ?? gap
    let place = facts.text(key, .largestGapAt) ?? ""
    let gaps =
      largest == gap
      ? language.pick("the gap is \(gap) points", "차이는 \(gap)%p다")
      : language.pick(
        "the gap is \(gap) points, \(largest) at most in epoch \(place)",
        "차이는 \(gap)%p, 최대는 에폭 \(place)의 \(largest)%p다")
    return language.pick(
      "\(language.capitalized(name)): training ends at \(training), test at \(test)\(best); \(gaps).",
      "\(name): 훈련은 \(training), 시험은 \(test)\(best)로 끝나고 \(gaps).")
  }
}
