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

  private var columnsShown: [StudyTrials.Column] {
    let all = view.trials.columns
    guard all.count > Self.most else { return all }
    let names = view.numbers.importances.prefix(Self.most).map(\.name)
    return names.count == Self.most
      ? names.compactMap { name in all.first { $0.name == name } } : Array(all.prefix(Self.most))
  }

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
    let places = view.drawn(view.complete, most: Self.mostPoints)
      .sorted { ranks[$0] > ranks[$1] }
    return pairs.map { pair in
      let shown = places.filter { pair.x.distribution[$0] >= 0 && pair.y.distribution[$0] >= 0 }
      return Panel(
        marks: [
          ShadedPoints(
            x: shown.map { pair.x.values[$0] }, y: shown.map { pair.y.values[$0] },
            values: shown.map { ranks[$0] }, scale: scale, radius: shown.count > 500 ? 1.8 : 2.8)
        ], x: StudyParameter(pair.x).axis(), y: StudyParameter(pair.y).axis())
    }
  }

  /// The pair of the two most important parameters.
  var firstPanel: [Panel] { panels(of: Array(pairs.prefix(1))) }

  var findings: [String] {
    let best = view.ranking.prefix(max(1, (view.ranking.count + 9) / 10))
    guard let pair = pairs.first else { return [] }
    let texts = [pair.x, pair.y].map { column in
      "\(StudyParameter.symbol(of: column.name)) "
        + StudyParameter(column).span(of: best.map { column.values[$0] })
    }
    return [
      language.pick(
        "The best tenth of the trials lies at \(language.list(texts)).",
        "상위 10 % 시행의 위치: \(language.list(texts)).")
    ]
  }

  var notes: [String] {
    var notes = view.thinning(
      view.drawn(view.complete, most: Self.mostPoints).count, of: view.complete.count)
    if view.trials.columns.count > columnsShown.count {
      notes.append(
        language.pick(
          "Pairs of the \(columnsShown.count) most important of \(view.trials.columns.count) "
            + "hyper-parameters.",
          "하이퍼파라미터 \(view.trials.columns.count)개 중 가장 중요한 \(columnsShown.count)개의 쌍."))
    }
    return notes
  }

  func state(in list: inout FactList) { ParallelPicture(view: view).state(in: &list) }
}
