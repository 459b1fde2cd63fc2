import Charting
import Experiments
import Search

/// The share of trials that are no better than each value.
struct DistributionPicture: StudyPicture {
  let view: StudyView

  private var values: [Double] { view.complete.map { view.trials.values[$0] }.sorted() }

  var title: String {
    language.pick("How good are trials as a rule?", "시행은 대체로 얼마나 좋은가?")
  }

  var name: String { language.pick("distribution of values", "값의 분포") }

  var description: String {
    language.pick(
      "A line of the share of complete trials (%) at or below each \(view.valueName).",
      "각 \(view.valueName) 이하인 완료한 시행의 비율(%) 선.")
  }

  var panels: [Panel] {
    let own = values
    let lists = [own] + (view.baselineValues.isEmpty ? [] : [view.baselineValues.sorted()])
    let names = [language.pick("this study", "이 탐색"), view.baseline ?? ""]
    let ends = (lists.flatMap { $0 }.min() ?? 0, lists.flatMap { $0 }.max() ?? 1)
    let marks = lists.enumerated().map { index, list -> any Mark in
      let corners = Self.steps(list, from: ends.0, to: ends.1)
      // The baseline has no colour of a trial's, on a page where these mean something.
      return Line(
        x: corners.x.map(view.value), y: corners.y,
        series: Series(index == 0 ? 0 : 3, names[index]), ink: index == 0 ? nil : .muted,
        isNamed: lists.count > 1)
    }
    return [
      Panel(
        marks: marks, x: view.valueAxis(of: lists.flatMap { $0 }),
        y: Axis(
          title: language.pick("complete trials at or below (%)", "그 값 이하인 완료한 시행 (%)"),
          domain: .fixed(0, 102), bounds: HardBounds(lower: 0, upper: 100)))
    ]
  }

  /// Corners of the distribution of sorted values, over a range that holds them.
  private static func steps(
    _ values: [Double], from low: Double, to high: Double
  ) -> (x: [Double], y: [Double]) {
    // Values that stand together rise in one step.
    let last = values.indices.filter { $0 + 1 == values.count || values[$0 + 1] != values[$0] }
    return Line.steps(
      x: [low] + last.map { values[$0] } + [high],
      y: [0] + last.map { 100 * Double($0 + 1) / Double(values.count) } + [100])
  }

  /// The value that half of the trials reach, and the one that a tenth reach.
  private func reach(_ values: [Double]) -> (half: String, tenth: String)? {
    let loss = view.trials.direction.loss
    let sorted = values.sorted { loss($0) < loss($1) }
    guard !sorted.isEmpty else { return nil }
    return (view.text(sorted[(sorted.count - 1) / 2]), view.text(sorted[(sorted.count - 1) / 10]))
  }

  var findings: [String] {
    guard view.complete.count > 1, let own = reach(values) else { return [view.bestSentence] }
    let word = view.isMaximized ? "이상" : "이하"
    var sentence = language.pick(
      "Half of the complete trials reach \(own.half) or better, one in ten \(own.tenth)",
      "완료한 시행의 절반이 \(own.half) \(word), 10 %가 \(own.tenth) \(word)이다")
    if let baseline = view.baselineName, let other = reach(view.baselineValues) {
      sentence += language.pick(
        "; of \(baseline) \(other.half) and \(other.tenth)",
        " (\(baseline): \(other.half), \(other.tenth))")
    }
    return [sentence + "."]
  }

  var notes: [String] { view.prunedLeftOut }

  func state(in list: inout FactList) {
    let sorted = view.ranking.map { view.trials.values[$0] }
    guard !sorted.isEmpty else { return }
    list.add(
      .medianValue, view.value(sorted[(sorted.count - 1) / 2]),
      view.trials.isShare ? .percentage : .significant, view.trials.isShare ? .percent : .none)
  }
}
