import Charting
import Experiments

/// Value by parameter, each on its own scale, coloured by when the trial was made.
struct ScatterPicture: StudyPicture {
  let view: StudyView

  var title: String {
    language.pick("Where does each hyper-parameter do well?", "각 하이퍼파라미터는 어디에서 좋은가?")
  }

  var name: String { language.pick("value by parameter", "매개변수별 값") }

  var description: String {
    language.pick(
      "\(columnsShown.count) scatter plots of \(view.valueName) against a hyper-parameter each, "
        + "coloured by trial.",
      "하이퍼파라미터마다 \(view.valueName)의 산점도 \(columnsShown.count)개, 시행 번호를 색으로.")
  }

  private static let most = 12
  private static let mostPoints = 2000

  private var columnsShown: [StudyTrials.Column] { view.leading(Self.most) }

  private var scale: ColorScale? {
    let first = Double(view.trials.numbers.first ?? 0)
    return try? ColorScale(
      lower: first, upper: max(first + 1, Double(view.trials.numbers.last ?? 1)))
  }

  /// What the colours of the points say.
  enum Shading { case trial, rank }

  var colorBar: ColorBar? {
    scale.map { ColorBar(language.pick("trial", "시행"), scale: $0, isWhole: true) }
  }

  var panels: [Panel] { panels(of: columnsShown) }

  /// A panel for each of some parameters.
  func panels(of columns: [StudyTrials.Column], shading: Shading = .trial) -> [Panel] {
    guard let scale = shading == .trial ? scale : view.rankBar?.scale else { return [] }
    let ranks = view.ranks
    let places = view.drawn(view.complete, most: Self.mostPoints)
    let axis = view.valueAxis(of: view.complete.map { view.trials.values[$0] })
    return columns.map { column in
      let parameter = StudyParameter(column)
      let shown = places.filter { column.distribution[$0] >= 0 }
      var marks: [any Mark] = [
        ShadedPoints(
          x: shown.map { column.values[$0] }, y: shown.map { view.value(view.trials.values[$0]) },
          values: shown.map { shading == .trial ? Double(view.number($0)) : ranks[$0] },
          scale: scale,
          radius: shown.count > 500 ? 1.7 : 2.5)
      ]
      if let best = view.ranking.first, column.distribution[best] >= 0 {
        marks.append(
          Points(
            x: [column.values[best]], y: [view.value(view.trials.values[best])],
            series: view.bestSeries, marker: .star, radius: 4.5, hasRim: true, hasBack: true))
      }
      return Panel(
        marks: marks, x: parameter.axis(title: view.names.title(of: column.name)), y: axis)
    }
  }

  var findings: [String] {
    let best = view.bestTenth
    let spans = view.spans(of: best, in: columnsShown)
      .filter { StudyParameter($0.column).choices == nil }
    guard !best.isEmpty, let narrowest = spans.min(by: { $0.share < $1.share }) else {
      return [view.bestSentence]
    }
    let (group, name) = (
      language.capitalized(view.bestTenthName), view.names.title(of: narrowest.column.name)
    )
    if narrowest.share > 0.6 {
      return [
        language.pick(
          "\(group) lie all over each range.", "\(group)가 모든 범위에 퍼져 있다.")
      ]
    }
    if narrowest.share == 0 {
      return [
        language.pick(
          "\(group) all have \(name) \(narrowest.text).", "\(group)는 모두 \(name) \(narrowest.text).")
      ]
    }
    let percent = DisplayNumber.percent(narrowest.share)
    return [
      language.pick(
        "\(group) lie within \(percent) of the range of \(name): \(narrowest.text).",
        "\(group)는 \(name) 범위의 \(percent) 안에 있다: \(narrowest.text).")
    ]
  }

  var notes: [String] {
    view.thinning(
      view.drawn(view.complete, most: Self.mostPoints).count, of: view.complete.count)
      + view.prunedLeftOut + view.leftOut(columnsShown.count)
  }

  func state(in list: inout FactList) {
    ParallelPicture(view: view).state(in: &list)
  }
}
