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
      let y = StudyParameter(pair.y)
      return Panel(
        marks: [
          ShadedPoints(
            x: shown.map { pair.x.values[$0] }, y: shown.map { y.height(of: pair.y.values[$0]) },
            values: shown.map { ranks[$0] }, scale: scale, radius: shown.count > 500 ? 1.8 : 2.8)
        ], x: StudyParameter(pair.x).axis(title: view.names.title(of: pair.x.name)),
        y: y.axis(title: view.names.title(of: pair.y.name), isUpward: true))
    }
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
      + view.leftOut(columnsShown.count)
  }

  func state(in list: inout FactList) { ParallelPicture(view: view).state(in: &list) }
}
