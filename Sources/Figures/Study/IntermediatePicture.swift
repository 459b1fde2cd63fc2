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
      "Lines of \(view.valueName) against step, one for each trial"
        + (pruned.isEmpty ? "." : "; pruned ones end in a cross."),
      "단계에 따른 \(view.valueName)의 선, 시행마다 하나"
        + (pruned.isEmpty ? "." : ", 중단된 것은 가위표로 끝난다."))
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
    let given = trials.states.count { $0 == .pruned }
    guard given > 0 else { return view.bestSentence.isEmpty ? [] : [view.bestSentence] }
    let all = trials.states.count { $0 == .pruned || $0 == .complete }
    let (part, whole) = (DisplayNumber.grouped(given), DisplayNumber.grouped(all))
    return [
      language.pick(
        "\(part) of \(whole) trial\(all == 1 ? "" : "s") \(given == 1 ? "was" : "were") pruned"
          + "\(moment(of: given)).\(saved(given))",
        "시행 \(whole)번 중 \(part)번을 중단했다\(moment(of: given)).\(saved(given))")
    ]
  }

  /// When trials were pruned: after which reports.
  private func moment(of given: Int) -> String {
    let steps = pruned.compactMap { trials.steps[$0].last }.sorted()
    guard let first = steps.first, let last = steps.last else { return "" }
    let middle = steps[(steps.count - 1) / 2]
    let step = language.pick("step \(middle)", "\(middle)단계")
    if given == 1 { return language.pick(", at \(step)", " (\(step))") }
    // Some of them may have reported nothing.
    let isPart = steps.count < given
    func words(_ all: String, _ part: String, _ korean: String) -> String {
      language.pick(
        ", \(isPart ? part : all) \(step)", " (\(isPart ? "보고한 것은 " : "")\(korean))")
    }
    if steps.count == 1 { return words("", "the one that had reported at", step) }
    if first == last { return words("all at", "all that had reported at", "모두 \(step)") }
    if middle == last { return words("all by", "all that had reported by", "모두 \(step)까지") }
    return words("half of them by", "half of those that had reported by", "절반은 \(step)까지")
  }

  private func saved(_ given: Int) -> String {
    guard given == pruned.count, let saving else { return "" }
    let percent = DisplayNumber.percent(saving)
    return language.pick(
      " That saved \(percent) of the steps.", " 전체 단계의 \(percent)를 아꼈다.")
  }

  /// The hyper-parameter that says how many steps a trial takes, where one does.
  private static let lengthName = "epochs"

  /// Share of the steps that pruning saved; nil where nobody can say how far the pruned trials would
  /// have gone.
  ///
  /// That is known where all trials reported step by step from the same one on, and all complete
  /// trials took as many steps, or each as many as its number of epochs says.
  private var saving: Double? {
    let complete = trials.numbers.indices.filter { trials.states[$0] == .complete }
    let counts = complete.map { trials.steps[$0].count }
    guard let first = counts.first, first > 0 else { return nil }
    let start = trials.steps[complete[0]][0]
    guard
      (complete + pruned).allSatisfy({
        trials.steps[$0].first == start
          && trials.steps[$0].last == start + trials.steps[$0].count - 1
      })
    else { return nil }
    func count(_ column: StudyTrials.Column, _ place: Int) -> Double {
      column.distribution[place] >= 0 ? column.values[place] : .nan
    }
    let planned: [Double]
    if let column = trials.columns.first(where: { $0.name == Self.lengthName }),
      StudyParameter(column).isWhole
    {
      guard zip(complete, counts).allSatisfy({ count(column, $0) == Double($1) }) else {
        return nil
      }
      planned = pruned.map { count(column, $0) }
    } else {
      guard counts.allSatisfy({ $0 == first }) else { return nil }
      planned = pruned.map { _ in Double(first) }
    }
    let done = pruned.map { Double(trials.steps[$0].count) }
    guard zip(planned, done).allSatisfy({ $0 >= $1 }) else { return nil }
    let all = Double(counts.reduce(0, +)) + planned.reduce(0, +)
    return zip(planned, done).reduce(0) { $0 + $1.0 - $1.1 } / all
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
