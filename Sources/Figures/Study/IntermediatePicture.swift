import Charting
import Experiments
import Search

/// What trials reported on their way, and where they were pruned.
struct IntermediatePicture: StudyPicture {
  let view: StudyView

  private var trials: StudyTrials { view.trials }

  var title: String {
    pruned.isEmpty
      ? language.pick("How did the trials come along?", "시행은 어떻게 진행되었는가?")
      : language.pick("Which trials were given up, and when?", "어떤 시행을 언제 그만두었는가?")
  }

  var name: String { language.pick("intermediate values", "중간 값") }

  var description: String {
    language.pick(
      "Lines of \(view.valueName) against step, one for each trial; pruned ones end in a cross.",
      "단계에 따른 \(view.valueName)의 선, 시행마다 하나, 중단된 것은 가위표로 끝난다.")
  }

  private static let most = 300

  private var pruned: [Int] {
    trials.numbers.indices.filter { trials.states[$0] == .pruned && !trials.steps[$0].isEmpty }
  }

  private var finished: [Int] {
    view.complete.filter { !trials.steps[$0].isEmpty }
  }

  /// Lines of many trials as one mark, with a gap between them.
  private func joined(_ places: [Int]) -> (x: [Double], y: [Double]) {
    var (x, y): ([Double], [Double]) = ([], [])
    for place in places {
      x += trials.steps[place].map(Double.init) + [.nan]
      y += trials.reports[place].map(view.value) + [.nan]
    }
    // The last gap would be a line that ends in nothing.
    while y.last?.isNaN == true { (_, _) = (x.removeLast(), y.removeLast()) }
    return (x, y)
  }

  var panels: [Panel] {
    let (others, ended) = (
      view.drawn(finished, most: Self.most), view.drawn(pruned, most: Self.most)
    )
    var marks: [any Mark] = []
    let lines = joined(ended)
    if !ended.isEmpty {
      marks.append(
        Line(
          x: lines.x, y: lines.y, series: view.prunedSeries, ink: .faint(.muted, 0.2), width: 0.5,
          isNamed: false, divergence: nil))
    }
    let complete = joined(others)
    marks.append(
      Line(
        x: complete.x, y: complete.y,
        series: view.completeSeries, ink: .faint(.series(0), 0.25), width: 0.6, divergence: nil))
    if !ended.isEmpty {
      marks.append(
        Points(
          x: ended.map { Double(trials.steps[$0].last ?? 0) },
          y: ended.map { view.value(trials.reports[$0].last ?? .nan) },
          series: view.prunedSeries, ink: .muted, marker: .cross, radius: 2))
    }
    if let best = view.ranking.first(where: { !trials.steps[$0].isEmpty }) {
      marks.append(
        Line(
          x: trials.steps[best].map(Double.init), y: trials.reports[best].map(view.value),
          series: view.bestSeries, hasRim: true))
    }
    let all = (others + ended).flatMap { trials.reports[$0] }
    return [
      Panel(
        marks: marks, x: Axis(title: language.pick("step", "단계"), isWhole: true),
        y: view.valueAxis(of: all))
    ]
  }

  var findings: [String] {
    guard !pruned.isEmpty else { return [view.bestSentence] }
    let steps = pruned.map { trials.steps[$0].last ?? 0 }.sorted()
    let all = trials.states.count { $0 == .pruned || $0 == .complete }
    let whole = finished.map { trials.steps[$0].last ?? 0 }.max() ?? 0
    let saved = saving
    return [
      language.pick(
        "\(pruned.count) of \(all) trials \(pruned.count == 1 ? "was" : "were") pruned, half of them by "
          + "step \(steps[(steps.count - 1) / 2]) of \(whole); that saved "
          + "\(DisplayNumber.percent(saved)) of the steps.",
        "시행 \(all)번 중 \(pruned.count)번을 중단했고, 그 절반은 \(whole)단계 중 "
          + "\(steps[(steps.count - 1) / 2])단계까지였다. 전체 단계의 \(DisplayNumber.percent(saved))를 아꼈다.")
    ]
  }

  /// Share of the steps that pruning saved, had all trials gone as far as complete ones.
  private var saving: Double {
    let whole = finished.map { trials.steps[$0].count }.max() ?? 0
    let all = (finished.count + pruned.count) * whole
    let done = (finished + pruned).reduce(0) { $0 + trials.steps[$1].count }
    return all > 0 ? max(0, 1 - Double(done) / Double(all)) : 0
  }

  var notes: [String] {
    view.thinning(
      view.drawn(finished, most: Self.most).count + view.drawn(pruned, most: Self.most).count,
      of: finished.count + pruned.count)
  }

  func state(in list: inout FactList) {
    list.add(.trials, trials.count, .trials)
    list.add(.givenUp, pruned.count, .trials)
  }
}
