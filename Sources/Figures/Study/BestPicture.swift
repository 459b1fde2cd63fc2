import Charting
import Experiments

/// What the best trials reported on their way, one panel each.
struct BestPicture: StudyPicture {
  let view: StudyView

  private var best: [Int] {
    Array(view.ranking.filter { !view.trials.steps[$0].isEmpty }.prefix(view.shown))
  }

  var title: String {
    language.pick(
      "Which hyper-parameters learn best? The best \(best.count) of "
        + "\(DisplayNumber.grouped(view.trials.count)) trials",
      "어떤 하이퍼파라미터가 가장 잘 학습하는가? 시행 \(DisplayNumber.grouped(view.trials.count))번 중 "
        + "상위 \(best.count)개")
  }

  var name: String { language.pick("best trials", "상위 시행") }

  var description: String {
    language.pick(
      "\(best.count) line charts of \(view.valueName) against step, for the best trials in order.",
      "상위 시행을 순서대로, 단계에 따른 \(view.valueName)의 선 그래프 \(best.count)개.")
  }

  func columns(_ count: Int) -> Int { min(5, max(1, count)) }

  var panels: [Panel] {
    let all = best.flatMap { view.trials.reports[$0] }
    let steps = best.flatMap { view.trials.steps[$0] }
    let x = Axis(
      title: language.pick("step", "단계"),
      domain: .fixed(
        Double(steps.min() ?? 0), Double(max(steps.max() ?? 0, (steps.min() ?? 0) + 1))),
      isWhole: true)
    let finite = all.filter(\.isFinite).map(view.value)
    var y = view.valueAxis(of: all)
    if y.kind == .linear, let least = finite.min(), let greatest = finite.max() {
      // One range for all, so that they can be compared.
      let room = max(0.04 * (greatest - least), 1e-9)
      y.domain =
        view.trials.isShare && greatest - least >= 25
        ? .fixed(0, 102) : .fixed(least - room, greatest + room)
    }
    return best.enumerated().map { rank, place in
      let lone = view.loneReports([place])
      let points = Points(
        x: lone.x, y: lone.y, series: Series(0, view.valueName), isNamed: false)
      return Panel(
        title: "\(rank + 1): "
          + language.pick("trial \(view.number(place))", "시행 \(view.number(place))") + " · "
          + view.text(view.trials.values[place]),
        statistics: view.leading(Self.most).filter { $0.distribution[place] >= 0 }.map {
          "\(view.names.symbol(of: $0.name)) \(StudyParameter($0).text(of: $0.values[place]))"
        },
        marks: [
          Line(
            x: view.trials.steps[place].map(Double.init),
            y: view.trials.reports[place].map(view.value), series: Series(0, view.valueName),
            isNamed: false)
        ] + (lone.x.isEmpty ? [] : [points]), x: x, y: y)
    }
  }

  /// Hyper-parameters over each panel.
  private static let most = 6

  var notes: [String] { view.leftOut(view.leading(Self.most).count) + ties }

  /// Trials that are as good as the last one drawn.
  private var ties: [String] {
    guard let last = best.last.map({ view.trials.values[$0] }) else { return [] }
    let count =
      view.ranking.count { view.trials.values[$0] == last && !view.trials.steps[$0].isEmpty }
      - best.count { view.trials.values[$0] == last }
    guard count > 0 else { return [] }
    let number = DisplayNumber.grouped(count)
    return [
      language.pick(
        "\(number) more \(count == 1 ? "trial is" : "trials are") as good as the last one shown.",
        "마지막으로 보인 것과 값이 같은 시행이 \(number)개 더 있다.")
    ]
  }

  var findings: [String] { [view.bestSentence] }

  func state(in list: inout FactList) {
    for (rank, place) in best.enumerated() {
      let series = FigureFact.Series(
        key: "rank \(rank + 1)", name: language.pick("rank \(rank + 1)", "\(rank + 1)위"))
      list.add(.trialNumber, of: series, view.number(place), .none)
      list.add(
        .bestValue, of: series, view.value(view.trials.values[place]),
        view.trials.isShare ? .percentage : .significant, view.trials.isShare ? .percent : .none)
    }
  }
}
