import Charting
import Experiments
import Search

/// Where the best trials lie as the study goes on, parameter by parameter.
struct NarrowingPicture: StudyPicture {
  let view: StudyView

  var title: String {
    language.pick("How far did the search close in?", "탐색은 어디까지 좁혔는가?")
  }

  var name: String { language.pick("narrowing", "범위 좁히기") }

  var description: String {
    language.pick(
      "\(columnsShown.count) scatter plots of a hyper-parameter each against trial, with a band over "
        + "the \(Self.best) best trials so far.",
      "시행에 따른 하이퍼파라미터의 산점도 \(columnsShown.count)개, 그때까지 상위 \(Self.best)개의 띠.")
  }

  /// Trials that the band spans.
  static let best = 10
  private static let most = 12
  private static let mostPoints = 2000

  private var columnsShown: [StudyTrials.Column] { view.leading(Self.most) }

  var panels: [Panel] { panels(of: columnsShown) }

  func panels(of columns: [StudyTrials.Column]) -> [Panel] {
    let places = view.drawn(view.complete, most: Self.mostPoints)
    let bestPlaces = bestSoFar
    let top = Set(view.ranking.prefix(Self.best))
    let trialAxis = view.trialAxis
    return columns.map { column in
      let parameter = StudyParameter(column)
      let shown = places.filter { column.distribution[$0] >= 0 }
      var marks: [any Mark] = []
      if parameter.choices == nil {
        if column.distributions.count > 1 { marks.append(searched(column)) }
        marks += band(column, bestPlaces).map { [$0] } ?? []
      }
      let others = shown.filter { !top.contains($0) }
      let chosen = shown.filter { top.contains($0) }
      marks.append(
        Points(
          x: others.map { Double(view.number($0)) },
          y: others.map { parameter.height(of: column.values[$0]) },
          series: view.completeSeries,
          marker: .circle, radius: others.count > 500 ? 1.3 : 1.9))
      marks.append(
        Points(
          x: chosen.map { Double(view.number($0)) },
          y: chosen.map { parameter.height(of: column.values[$0]) },
          series: Series(1, language.pick("among the best \(Self.best)", "상위 \(Self.best)개")),
          ink: .legible(.series(1)), marker: .diamond, radius: 2.8, hasRim: true))
      return Panel(
        marks: marks, x: trialAxis,
        y: parameter.axis(title: view.names.title(of: column.name), isUpward: true))
    }
  }

  /// After each complete trial the places of the best so far.
  private var bestSoFar: [(place: Int, best: [Int])] {
    var best: [Int] = []
    var list: [(place: Int, best: [Int])] = []
    let losses = view.trials.values.map(view.trials.direction.loss)
    for place in view.complete {
      let position = best.firstIndex { losses[$0] > losses[place] } ?? best.count
      guard position < Self.best else {
        continue
      }
      best.insert(place, at: position)
      if best.count > Self.best { best.removeLast() }
      if best.count == min(Self.best, view.complete.count) { list.append((place, best)) }
    }
    if let last = list.last, let end = view.complete.last, last.place < end {
      list.append((end, last.best))
    }
    return list
  }

  private func band(
    _ column: StudyTrials.Column, _ bestSoFar: [(place: Int, best: [Int])]
  ) -> Band? {
    var (x, low, high): ([Double], [Double], [Double]) = ([], [], [])
    for (place, best) in bestSoFar {
      let values = best.filter { column.distribution[$0] >= 0 }.map { column.values[$0] }
      guard let least = values.min(), let greatest = values.max() else { continue }
      let number = Double(view.number(place))
      // The band holds until the next trial that is among the best.
      if let before = low.last, let above = high.last {
        x.append(number)
        low.append(before)
        high.append(above)
      }
      x.append(number)
      low.append(least)
      high.append(greatest)
    }
    guard x.count > 1 else { return nil }
    return Band(
      x: x, low: low, high: high, ink: .series(1),
      meaning: language.pick("range of the best \(Self.best) so far", "그때까지 상위 \(Self.best)개의 범위"))
  }

  /// What the trials were drawn from where that changed.
  private func searched(_ column: StudyTrials.Column) -> Line {
    var (x, low, high): ([Double], [Double], [Double]) = ([], [], [])
    var before = -1
    var last = 0.0
    for place in view.trials.numbers.indices where column.distribution[place] >= 0 {
      let current = column.distribution[place]
      last = Double(view.number(place))
      guard current != before else { continue }
      if let below = low.last, let above = high.last {
        x.append(last)
        low.append(below)
        high.append(above)
      }
      let range = StudyParameter(
        StudyTrials.Column(
          name: column.name, distributions: [column.distributions[current]], distribution: [],
          values: [])
      ).range
      x.append(last)
      low.append(range.low)
      high.append(range.high)
      before = current
    }
    if let below = low.last, let above = high.last {
      x.append(last)
      low.append(below)
      high.append(above)
    }
    return Line(
      x: x + [.nan] + x, y: low + [.nan] + high,
      series: Series(3, language.pick("ends of the range that was searched", "탐색한 범위의 끝")),
      ink: .muted, width: 0.9)
  }

  var findings: [String] {
    let best = Array(view.ranking.prefix(Self.best))
    let spans = view.spans(of: best, in: columnsShown)
    guard best.count > 1, !spans.isEmpty else { return [view.bestSentence] }
    let parts = spans.enumerated().sorted {
      ($0.element.share, $0.offset) < ($1.element.share, $1.offset)
    }.prefix(3).map { _, span -> String in
      let text = "\(view.names.symbol(of: span.column.name)) \(span.text)"
      guard StudyParameter(span.column).choices == nil, span.share > 0 else { return text }
      let percent = DisplayNumber.percent(span.share)
      return language.pick("\(text) (\(percent) of its range)", "\(text) (범위의 \(percent))")
    }
    return [
      language.pick(
        "The best \(best.count) trials have \(language.list(parts)).",
        "상위 시행 \(best.count)개: \(language.list(parts)).")
    ]
  }

  var notes: [String] {
    view.thinning(
      view.drawn(view.complete, most: Self.mostPoints).count, of: view.complete.count)
      + view.leftOut(columnsShown.count)
  }

  func state(in list: inout FactList) { ParallelPicture(view: view).state(in: &list) }
}
