import Charting
import Experiments

/// Pairs of parameters, coloured by the rank of the trial.
struct RankPicture: StudyPicture {
  let view: StudyView

  var title: String {
    language.pick("Which pairs of settings do well together?", "어떤 설정 쌍이 함께 좋은가?")
  }

  var name: String { language.pick("rank by pair", "쌍별 순위") }

  var description: String {
    let count = pairs.count
    return language.pick(
      "\(count) scatter plot\(count == 1 ? "" : "s") of two hyper-parameters each, coloured by rank "
        + "(0 % is the best).",
      "하이퍼파라미터 두 개씩의 산점도 \(count)개, 순위(0 %가 최고)를 색으로.")
  }

  /// Parameters of which pairs are drawn: the most important ones.
  private static let most = 4
  private static let mostPoints = 2000

  private var columnsShown: [StudyTrials.Column] { view.leading(Self.most) }

  private var pairs: [(x: StudyTrials.Column, y: StudyTrials.Column)] {
    let columns = columnsShown
    return columns.indices.flatMap { first in
      columns.indices.dropFirst(first + 1).map { (columns[first], columns[$0]) }
    }
  }

  var colorBar: ColorBar? { view.rankBar }

  var panels: [Panel] { panels(of: pairs) }

  private func panels(of pairs: [(x: StudyTrials.Column, y: StudyTrials.Column)]) -> [Panel] {
    guard let scale = colorBar?.scale else { return [] }
    let ranks = view.ranks
    // The best on top.
    let places = view.worstFirst(view.drawn(view.complete, most: Self.mostPoints))
    return pairs.map { pair in
      let shown = places.filter { pair.x.distribution[$0] >= 0 && pair.y.distribution[$0] >= 0 }
      let (x, y) = (StudyParameter(pair.x), StudyParameter(pair.y))
      let (aside, up) = Self.offsets(shown, x, y)
      return Panel(
        marks: [
          ShadedPoints(
            x: zip(shown, aside).map { pair.x.values[$0] + $1 },
            y: zip(shown, up).map { y.height(of: pair.y.values[$0]) + $1 },
            values: shown.map { ranks[$0] }, scale: scale, radius: shown.count > 500 ? 1.8 : 2.8)
        ], x: x.axis(title: view.names.title(of: pair.x.name)),
        y: y.axis(title: view.names.title(of: pair.y.name), isUpward: true))
    }
  }

  private struct Place: Hashable {
    var x: Double
    var y: Double
  }

  /// Part of a band over which the trials of one place are spread.
  private static let spread = 0.7

  /// How far trials stand off the middle of their choices, so that those of one place are seen side
  /// by side: the best in the middle, the others evenly around it.
  ///
  /// - Parameter shown: The worst first.
  /// - Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018: multiples
  ///   of the inverse of the golden ratio, and of the plastic number.
  private static func offsets(
    _ shown: [Int], _ x: StudyParameter, _ y: StudyParameter
  ) -> (aside: [Double], up: [Double]) {
    let none = [Double](repeating: 0, count: shown.count)
    let (hasX, hasY) = (x.choices != nil, y.choices != nil)
    guard hasX || hasY else { return (none, none) }
    let steps =
      hasX && hasY
      ? (0.7548776662466927, 0.5698402909980532) : (0.6180339887498949, 0.6180339887498949)
    var (aside, up) = (none, none)
    var counts: [Place: Int] = [:]
    for index in shown.indices.reversed() {
      let trial = shown[index]
      let place = Place(x: x.column.values[trial], y: y.column.values[trial])
      let number = Double(counts[place, default: 0])
      counts[place, default: 0] += 1
      func offset(_ step: Double) -> Double {
        let part = 0.5 + number * step
        return spread * (part - part.rounded(.down) - 0.5)
      }
      if hasX { aside[index] = offset(steps.0) }
      if hasY { up[index] = offset(steps.1) }
    }
    return (aside, up)
  }

  /// A panel of the first two of some parameters.
  func panels(ofPairIn columns: [StudyTrials.Column]) -> [Panel] {
    columns.count > 1 ? panels(of: [(columns[0], columns[1])]) : []
  }

  var findings: [String] {
    let best = view.bestTenth
    let spans = pairs.lazy.map { view.spans(of: best, in: [$0.x, $0.y]) }.first { $0.count == 2 }
    guard !best.isEmpty, let spans else { return [view.bestSentence] }
    let texts = spans.map { "\(view.names.symbol(of: $0.column.name)) \($0.text)" }
    return [
      language.pick(
        "\(language.capitalized(view.bestTenthName)) lie at \(language.list(texts)).",
        "\(view.bestTenthName)의 위치: \(language.list(texts)).")
    ]
  }

  var notes: [String] {
    view.thinning(
      view.drawn(view.complete, most: Self.mostPoints).count, of: view.complete.count)
      + view.prunedLeftOut + view.leftOut(columnsShown.count) + spreading(in: columnsShown)
  }

  /// What is said of trials with the same choices.
  func spreading(in columns: [StudyTrials.Column]) -> [String] {
    guard columns.contains(where: { StudyParameter($0).choices != nil }) else { return [] }
    return [
      language.pick(
        "Trials of one choice are spread around its middle where they would cover each other.",
        "같은 선택지의 시행은 서로 가리지 않도록 가운데 둘레에 흩어 그린다.")
    ]
  }

  func state(in list: inout FactList) { ParallelPicture(view: view).state(in: &list) }
}
