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
    trials.numbers.indices.filter { trials.states[$0] == .complete && !trials.steps[$0].isEmpty }
  }

  /// Trials that failed, run or were left running.
  private var unfinished: [Int] {
    trials.numbers.indices.filter {
      [.failed, .running].contains(trials.states[$0]) && !trials.steps[$0].isEmpty
    }
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

  /// The groups of trials that are drawn.
  private var drawn: (complete: [Int], pruned: [Int], unfinished: [Int]) {
    (
      view.drawn(finished, most: Self.most), view.drawn(pruned, most: Self.most),
      view.drawn(unfinished, most: Self.most)
    )
  }

  private var unfinishedSeries: Series {
    Series(3, language.pick("failed or unfinished trial", "실패했거나 끝나지 않은 시행"))
  }

  var panels: [Panel] {
    let (others, ended, broken) = drawn
    var marks: [any Mark] = []
    let groups: [(places: [Int], series: Series, ink: Ink)] = [
      (ended, view.prunedSeries, .faint(.muted, 0.2)), (broken, unfinishedSeries, .series(3)),
      (others, view.completeSeries, .faint(.series(0), 0.25)),
    ]
    for group in groups where hasLine(group.places) {
      let lines = joined(group.places)
      marks.append(
        Line(
          x: lines.x, y: lines.y, series: group.series, ink: group.ink,
          width: 0.6, isNamed: group.series != view.prunedSeries, divergence: nil))
    }
    marks += singles(others: others, ended: ended, broken: broken)
    if let best, hasLine([best]) {
      marks.append(
        Line(
          x: trials.steps[best].map(Double.init), y: trials.reports[best].map(view.value),
          series: view.bestSeries, divergence: nil, hasRim: true))
      let end = ends(of: [best])
      marks.append(
        Points(
          x: end.x, y: end.y, series: view.bestSeries, marker: .star, radius: 4.5, hasRim: true,
          hasBack: true))
    }
    let places = others + ended + broken
    marks += places.compactMap(divergence)
    return [
      Panel(
        marks: marks, x: axis(of: places),
        y: view.valueAxis(of: places.flatMap { trials.reports[$0] })
      )
    ]
  }

  /// The best trial among those that reported.
  private var best: Int? { view.ranking.first { !trials.steps[$0].isEmpty } }

  /// Whether two reports of a trial stand beside each other, so that there is a line to draw.
  private func hasLine(_ places: [Int]) -> Bool {
    places.contains { place in
      let reports = trials.reports[place]
      return zip(reports, reports.dropFirst()).contains { $0.isFinite && $1.isFinite }
    }
  }

  /// The last report of each trial, where it is finite.
  private func ends(of places: [Int]) -> (x: [Double], y: [Double]) {
    let finite = places.filter { trials.reports[$0].last?.isFinite == true }
    return (
      finite.map { Double(trials.steps[$0].last ?? 0) },
      finite.map { view.value(trials.reports[$0].last ?? .nan) }
    )
  }

  /// Reports that no line shows, and the crosses of pruned trials. Equal ones of several trials lie
  /// over each other, so that each shape leaves something of those under it.
  private func singles(others: [Int], ended: [Int], broken: [Int]) -> [any Mark] {
    var marks: [any Mark] = []
    func add(
      _ points: (x: [Double], y: [Double]), _ series: Series, _ ink: Ink, _ marker: Marker,
      radius: Double, isNamed: Bool
    ) {
      guard !points.x.isEmpty else { return }
      marks.append(
        Points(
          x: points.x, y: points.y, series: series, ink: ink, marker: marker, radius: radius,
          isNamed: isNamed))
    }
    // The legend names lines where there are some.
    func add(_ places: [Int], _ series: Series, _ ink: Ink, _ marker: Marker, radius: Double) {
      add(
        view.loneReports(places), series, ink, marker, radius: radius, isNamed: !hasLine(places))
    }
    if let best, !hasLine([best]) {
      add([best], view.bestSeries, .series(1), .star, radius: 4.5)
    }
    add(others, view.completeSeries, .series(0), .circle, radius: 2.8)
    // Each line ends in the sign of what became of its trial, as on a page with other charts.
    add(
      ends(of: others.filter { hasLine([$0]) && $0 != best }), view.completeSeries,
      .series(0), .circle, radius: 1.6, isNamed: true)
    add(
      (
        ended.map { Double(trials.steps[$0].last ?? 0) },
        ended.map { view.value(trials.reports[$0].last ?? .nan) }
      ), view.prunedSeries, .muted, .cross, radius: 2, isNamed: true)
    add(broken, unfinishedSeries, .series(3), .triangle, radius: 1.5)
    return marks
  }

  /// The sign of a trial whose reports end in NaN or infinity.
  private func divergence(_ place: Int) -> Line? {
    let reports = trials.reports[place]
    guard let index = Divergence.index(in: reports) else { return nil }
    let from = max(0, index - 1)
    return Line(
      x: trials.steps[place][from...].map(Double.init), y: reports[from...].map(view.value),
      series: view.completeSeries, ink: .muted, isNamed: false,
      divergence: Divergence(meaning: language.pick("not finite from here on", "이후 유한하지 않음")))
  }

  /// The axis of steps. One step alone stands between others, so that the axis has a scale.
  private func axis(of places: [Int]) -> Axis {
    let steps = places.flatMap {
      [trials.steps[$0].first, trials.steps[$0].last].compactMap { $0 }
    }
    let title = language.pick("step", "단계")
    guard let least = steps.min(), least == steps.max() else {
      return Axis(title: title, isWhole: true)
    }
    return Axis(
      title: title, domain: .fixed(Double(least) - (least == 0 ? 0 : 1), Double(least) + 1),
      isWhole: true)
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
    let (complete, pruned, unfinished) = drawn
    return view.thinning(
      complete.count + pruned.count + unfinished.count,
      of: finished.count + self.pruned.count + self.unfinished.count)
  }

  func state(in list: inout FactList) {
    list.add(.trials, trials.count, .trials)
    list.add(.givenUp, pruned.count, .trials)
  }
}
