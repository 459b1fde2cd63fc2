import Charting
import DenseMath
import Experiments
import Search

/// A study as all its charts look at it, in one language.
struct StudyView: Sendable {
  let language: Language
  let trials: StudyTrials
  let numbers: StudyNumbers
  /// The study's name; empty where there is only one.
  let name: String
  /// The study that trials at random are taken from; nil where they are the study's own.
  let baseline: String?
  /// Values of the baseline.
  let baselineValues: [Double]
  /// How many count as the best ones.
  let shown: Int
  /// The hyper-parameters' names.
  let names: StudyNames
  /// Places of the complete trials with a finite value, in their order and the best first.
  let complete: [Int]
  let ranking: [Int]

  init(
    language: Language, trials: StudyTrials, numbers: StudyNumbers, name: String = "",
    baseline: String? = nil, baselineValues: [Double] = [], shown: Int
  ) {
    self.language = language
    self.trials = trials
    self.numbers = numbers
    self.name = name
    self.baseline = baseline
    self.baselineValues = baselineValues
    self.shown = shown
    names = StudyNames(trials.columns.map(\.name))
    complete = trials.complete
    ranking = trials.ranking
  }

  /// Share of the other complete trials that are better, in percent, 0 for the best; NaN for trials
  /// that are not complete. Equal values share a rank.
  var ranks: [Double] {
    var ranks = [Double](repeating: .nan, count: trials.count)
    var better = 0
    for (index, place) in ranking.enumerated() {
      if index > 0, trials.values[place] != trials.values[ranking[index - 1]] { better = index }
      ranks[place] = 100 * Double(better) / Double(max(1, ranking.count - 1))
    }
    return ranks
  }

  /// So many of the best trials, the best first, with all that are as good as the last of them.
  func best(_ count: Int) -> [Int] {
    guard count > 0, count < ranking.count else { return ranking }
    let last = trials.values[ranking[count - 1]]
    let ties = ranking.dropFirst(count).prefix { trials.values[$0] == last }
    return Array(ranking.prefix(count)) + ties
  }

  /// Places from the worst rank to the best, in which they are drawn: the best on top.
  func worstFirst(_ places: [Int]) -> [Int] {
    let ranks = ranks
    return places.sorted { ranks[$0] != ranks[$1] ? ranks[$0] > ranks[$1] : $0 > $1 }
  }

  /// What colours by rank mean.
  var rankBar: ColorBar? {
    (try? ColorScale(lower: 0, upper: 100, showsLowFirst: true)).map {
      ColorBar(language.pick("rank (%), best is 0", "순위 (%), 최고는 0"), scale: $0)
    }
  }

  // MARK: Names that all charts share

  var completeSeries: Series { Series(0, language.pick("complete trial", "완료한 시행")) }
  var bestSeries: Series { Series(1, language.pick("best trial", "최고 시행")) }
  var prunedSeries: Series { Series(2, language.pick("pruned trial", "중단한 시행")) }

  /// The baseline's name as sentences quote it.
  var baselineName: String? {
    baseline.map { "“\(StudyNames.shortened($0, to: Self.longestName))”" }
  }

  private static let longestName = 40

  // MARK: Values

  /// A value as it is shown: shares in percent.
  func value(_ raw: Double) -> Double { trials.isShare ? 100 * raw : raw }

  /// A value with its unit.
  func text(_ raw: Double) -> String {
    trials.isShare ? DisplayNumber.percent(raw) : DisplayNumber.significant(raw, digits: 3)
  }

  var isMaximized: Bool { trials.direction == .maximize }

  /// What the value is, without its unit.
  var valueName: String {
    switch trials.objective {
    case "": language.pick("value", "값")
    case "validation accuracy": language.pick("validation accuracy", "검증 정확도")
    case "validation loss": language.pick("validation loss", "검증 손실")
    default: trials.objective
    }
  }

  /// What an axis of values measures.
  var valueTitle: String { valueName + (trials.isShare ? " (%)" : "") }

  /// The axis of values: logarithmic where all are positive and lie decades apart.
  func valueAxis(of values: [Double], title: String? = nil) -> Axis {
    let title = title ?? valueTitle
    let finite = values.filter(\.isFinite)
    if trials.isShare {
      // Values that lie close together are shown from near; else all that there can be is shown.
      let span = (finite.max() ?? 1) - (finite.min() ?? 0)
      return span < 0.25
        ? Axis(title: title, bounds: HardBounds(upper: 100))
        : Axis(title: title, domain: .fixed(0, 102), bounds: HardBounds(lower: 0, upper: 100))
    }
    if let least = finite.min(), let greatest = finite.max(), least > 0, greatest > 100 * least {
      return Axis(title: title, kind: .log10)
    }
    return Axis(title: title)
  }

  /// From one end of an axis to the other, in words.
  func axisText(from lower: Double, to upper: Double, isLog: Bool) -> String {
    let (from, to) = (DisplayNumber.end(lower), DisplayNumber.end(upper))
    return language.pick("\(from) to \(to)", "\(from)~\(to)")
      + (isLog ? language.pick(" (log)", " (로그)") : "")
  }

  /// Choices that words name one by one.
  private static let mostChoices = 5

  /// The choices along an axis, in words.
  func axisText(_ choices: [String]) -> String {
    choices.count <= Self.mostChoices
      ? choices.joined(separator: "|")
      : language.pick("\(choices.count) choices", "\(choices.count)가지")
  }

  // MARK: Trials

  /// How many there are, in words.
  var count: String {
    let count = DisplayNumber.grouped(trials.count)
    return language.pick("\(count) trial\(trials.count == 1 ? "" : "s")", "시행 \(count)번")
  }

  /// Trials that are drawn one by one; of more, the best are and a part of the others.
  static let most = 3000

  /// The places of a list that are drawn: the best trials, and an even choice of the others.
  func drawn(_ places: [Int], most: Int = StudyView.most) -> [Int] {
    guard places.count > most else { return places }
    let best = Set(ranking.prefix(most / 4))
    let others = places.filter { !best.contains($0) }
    let room = most - best.count
    let chosen = Set((0..<room).map { others[$0 * others.count / room] })
    return places.filter { best.contains($0) || chosen.contains($0) }
  }

  /// What a chart says that does not draw all trials.
  func thinning(_ drawn: Int, of all: Int) -> [String] {
    guard drawn < all else { return [] }
    let (part, whole) = (DisplayNumber.grouped(drawn), DisplayNumber.grouped(all))
    return [
      language.pick(
        "\(part) of \(whole) trials are drawn, the best among them; lines and numbers are of all.",
        "시행 \(whole)번 중 최상위를 포함한 \(part)번을 그린다. 선과 수는 전부에서 구했다.")
    ]
  }

  var prunedCount: Int { trials.states.count { $0 == .pruned } }

  /// Whether a chart of complete trials alone leaves others out that were pruned.
  var leavesPrunedOut: Bool { prunedCount > 0 && !complete.isEmpty }

  /// What such a chart says.
  var prunedLeftOut: [String] {
    guard leavesPrunedOut else { return [] }
    let number = DisplayNumber.grouped(prunedCount)
    return [
      language.pick(
        prunedCount == 1
          ? "The pruned trial is left out." : "The \(number) pruned trials are left out.",
        "중단한 시행 \(number)번은 뺐다.")
    ]
  }

  /// Reports of some trials that no line shows, since none before or after them is finite.
  func loneReports(_ places: [Int]) -> (x: [Double], y: [Double]) {
    var (x, y): ([Double], [Double]) = ([], [])
    for place in places {
      let reports = trials.reports[place]
      for index in reports.indices where reports[index].isFinite {
        let isInLine =
          index > 0 && reports[index - 1].isFinite
          || index + 1 < reports.count && reports[index + 1].isFinite
        guard !isInLine else { continue }
        x.append(Double(trials.steps[place][index]))
        y.append(value(reports[index]))
      }
    }
    return (x, y)
  }

  /// The number of a trial.
  func number(_ place: Int) -> Int { trials.numbers[place] }

  /// The axis of trials.
  var trialAxis: Axis {
    let ends = (Double(trials.numbers.first ?? 0), Double(trials.numbers.last ?? 0))
    let room = max(0.5, 0.02 * (ends.1 - ends.0))
    // One trial alone stands beside the place of the next, so that the axis has a scale.
    let next = trials.count == 1 ? 1.0 : 0
    return Axis(
      title: language.pick("trial", "시행"), domain: .fixed(ends.0 - room, ends.1 + room + next),
      isWhole: true)
  }

  // MARK: Hyper-parameters

  /// So many hyper-parameters in their order: the most important ones, as far as that is known.
  func leading(_ count: Int) -> [StudyTrials.Column] {
    let columns = trials.columns
    guard columns.count > count else { return columns }
    let important = numbers.importances.prefix(count).map(\.name)
    guard important.count == count else { return Array(columns.prefix(count)) }
    return columns.filter { important.contains($0.name) }
  }

  /// What a chart says that shows a part of the hyper-parameters.
  func leftOut(_ shown: Int) -> [String] {
    let left = trials.columns.count - shown
    guard left > 0 else { return [] }
    return [
      numbers.importances.count >= shown
        ? language.pick(
          "The \(left) least important hyper-parameters are left out.",
          "덜 중요한 하이퍼파라미터 \(left)개는 뺐다.")
        : language.pick(
          "\(left) more hyper-parameters are left out.", "하이퍼파라미터 \(left)개는 뺐다.")
    ]
  }

  /// Trials that the best tenth has at least where a sentence speaks of it: fewer lie close together
  /// by chance.
  private static let leastTenth = 5

  /// The best tenth of the complete trials with all that are as good as its last, the best first;
  /// empty where these are few, or most of all trials.
  var bestTenth: [Int] {
    let count = (ranking.count + 9) / 10
    return count < Self.leastTenth ? [] : distinguished(best(count))
  }

  /// The best trials, where they are a part of all that says something: half of them at most.
  func distinguished(_ best: [Int]) -> [Int] { 2 * best.count <= ranking.count ? best : [] }

  /// How a sentence calls them.
  var bestTenthName: String {
    let count = bestTenth.count
    return count > (ranking.count + 9) / 10
      ? language.pick("the best \(count) trials", "상위 시행 \(count)개")
      : language.pick("the best tenth of the trials (\(count))", "상위 10 % 시행 \(count)개")
  }

  /// What some trials have in common: of each hyper-parameter that all of them have, its values, and
  /// the share of its range that they take up, on its scale.
  func spans(
    of places: [Int], in columns: [StudyTrials.Column]
  ) -> [(column: StudyTrials.Column, text: String, share: Double)] {
    columns.filter { column in places.allSatisfy { column.distribution[$0] >= 0 } }.map { column in
      let parameter = StudyParameter(column)
      let values = places.map { column.values[$0] }
      return (column, parameter.span(of: values), parameter.share(of: values))
    }
  }

  /// The best trial and its value, with its hyper-parameters.
  var bestSentence: String {
    guard let best = ranking.first else { return "" }
    let settings = settings(of: best)
    let value = text(trials.values[best])
    return language.pick(
      "Best: trial \(number(best)), \(valueName) \(value)",
      "최고: 시행 \(number(best)), \(valueName) \(value)")
      + (settings.isEmpty ? "." : " (\(settings)).")
  }

  /// Hyper-parameters that a sentence names.
  private static let mostNamed = 5

  /// The hyper-parameters of a trial.
  func settings(of place: Int) -> String {
    let there = trials.columns.filter { $0.distribution[place] >= 0 }
    let named = there.count > Self.mostNamed ? leading(Self.mostNamed) : there
    let texts = named.filter { $0.distribution[place] >= 0 }.map {
      "\(names.symbol(of: $0.name)) \(StudyParameter($0).text(of: $0.values[place]))"
    }
    let left = there.count - texts.count
    return (texts + (left > 0 ? [language.pick("\(left) more", "외 \(left)개")] : []))
      .joined(separator: ", ")
  }

  /// Values by place, best so far.
  var bestSoFar: (places: [Int], values: [Double]) {
    var best: Double?
    var values: [Double] = []
    for place in complete {
      let value = trials.values[place]
      if let old = best {
        best = trials.direction.loss(value) < trials.direction.loss(old) ? value : old
      } else {
        best = value
      }
      values.append(best ?? value)
    }
    return (complete, values)
  }
}
