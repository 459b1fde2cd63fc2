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
    complete = trials.complete
    ranking = trials.ranking
  }

  /// Share of the complete trials that are better, in percent, 0 for the best; NaN for others.
  var ranks: [Double] {
    var ranks = [Double](repeating: .nan, count: trials.count)
    for (rank, place) in ranking.enumerated() {
      ranks[place] = 100 * Double(rank) / Double(max(1, ranking.count - 1))
    }
    return ranks
  }

  /// What colours by rank mean.
  var rankBar: ColorBar? {
    (try? ColorScale(lower: 0, upper: 100)).map {
      ColorBar(language.pick("rank (%), 0 is the best", "순위 (%), 0이 최고"), scale: $0)
    }
  }

  // MARK: Names that all charts share

  var completeSeries: Series { Series(0, language.pick("complete trial", "완료한 시행")) }
  var bestSeries: Series { Series(1, language.pick("best trial", "최고 시행")) }
  var prunedSeries: Series { Series(2, language.pick("pruned trial", "중단한 시행")) }

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
      return Axis(title: title, bounds: HardBounds(lower: 0, upper: 100))
    }
    if let least = finite.min(), let greatest = finite.max(), least > 0, greatest > 100 * least {
      return Axis(title: title, kind: .log10)
    }
    return Axis(title: title)
  }

  // MARK: Trials

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

  /// The number of a trial.
  func number(_ place: Int) -> Int { trials.numbers[place] }

  /// The best trial and its value, with its hyper-parameters.
  var bestSentence: String {
    guard let best = ranking.first else { return "" }
    let settings = settings(of: best)
    let value = text(trials.values[best])
    return language.pick(
      "Best: trial \(number(best))" + (settings.isEmpty ? "" : " with \(settings)")
        + ", \(valueName) \(value).",
      "최고: 시행 \(number(best))" + (settings.isEmpty ? "" : ", \(settings)")
        + ", \(valueName) \(value).")
  }

  /// The hyper-parameters of a trial.
  func settings(of place: Int) -> String {
    language.list(
      trials.columns.filter { $0.distribution[place] >= 0 }.map {
        "\(StudyParameter.symbol(of: $0.name)) \(StudyParameter($0).text(of: $0.values[place]))"
      })
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
