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
    let bands = bands(of: columns)
    let best = view.best(Self.best)
    let top = Set(best)
    let count = max(Self.best, best.count)
    let trialAxis = view.trialAxis
    return columns.enumerated().map { index, column in
      let parameter = StudyParameter(column)
      let shown = places.filter { column.distribution[$0] >= 0 }
      var marks: [any Mark] = []
      if parameter.choices == nil {
        if column.distributions.count > 1 { marks.append(searched(column)) }
        marks += bands[index].mark(language).map { [$0] } ?? []
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
          series: Series(1, language.pick("among the best \(count)", "상위 \(count)개")),
          ink: .legible(.series(1)), marker: .diamond, radius: 2.8, hasRim: true))
      return Panel(
        marks: marks, x: trialAxis,
        y: parameter.axis(title: view.names.title(of: column.name), isUpward: true))
    }
  }

  /// The range of a hyper-parameter over the best trials so far.
  private struct BestRange {
    let column: StudyTrials.Column
    private var least = Double.infinity
    private var greatest = -Double.infinity
    private var (x, low, high): ([Double], [Double], [Double]) = ([], [], [])

    init(_ column: StudyTrials.Column) { self.column = column }

    /// Takes in one more trial.
    ///
    /// - Returns: Whether that widened the range.
    mutating func take(_ place: Int) -> Bool {
      guard column.distribution[place] >= 0 else { return false }
      let value = column.values[place]
      let isWider = value < least || value > greatest
      (least, greatest) = (min(least, value), max(greatest, value))
      return isWider
    }

    /// Starts again from some trials.
    mutating func restart(_ places: [Int]) {
      (least, greatest) = (.infinity, -.infinity)
      for place in places { _ = take(place) }
    }

    /// Draws the range from a trial on.
    mutating func draw(from number: Double) {
      guard least <= greatest else { return }
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

    func mark(_ language: Language) -> Band? {
      guard x.count > 1 else { return nil }
      let best = NarrowingPicture.best
      return Band(
        x: x, low: low, high: high, ink: .series(1),
        meaning: language.pick("range of the best \(best) so far", "그때까지 상위 \(best)개의 범위"))
    }
  }

  /// The ranges over the best trials so far, those that are as good as the last of them among them.
  ///
  /// A trial that is as good as the last widens the ranges; a better one in the place of the last
  /// leaves so few that they are gone through again. So the time grows with the trials alone, however
  /// many are equal.
  private func bands(of columns: [StudyTrials.Column]) -> [BestRange] {
    var bands = columns.map(BestRange.init)
    var best: [Int] = []
    var last: Int?
    let losses = view.trials.values.map(view.trials.direction.loss)
    let complete = view.complete
    func draw(from place: Int) {
      for index in bands.indices { bands[index].draw(from: Double(view.number(place))) }
      last = place
    }
    for place in complete {
      let position = best.prefix(Self.best).firstIndex { losses[$0] > losses[place] } ?? best.count
      let isTie = position >= Self.best
      guard !isTie || losses[place] == losses[best[Self.best - 1]] else { continue }
      best.insert(place, at: position)
      var isWider = false
      for index in bands.indices where bands[index].take(place) { isWider = true }
      if best.count > Self.best, losses[best[Self.best - 1]] < losses[best[best.count - 1]] {
        best.removeLast(best.count - Self.best)
        for index in bands.indices { bands[index].restart(best) }
      }
      if best.count >= min(Self.best, complete.count), !isTie || isWider { draw(from: place) }
    }
    if let last, let end = complete.last, last < end { draw(from: end) }
    return bands
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
    let best = view.distinguished(view.best(Self.best))
    let spans = view.spans(of: best, in: columnsShown)
    guard !best.isEmpty, !spans.isEmpty else { return [view.bestSentence] }
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
      + view.leftOut(columnsShown.count) + ties
  }

  /// Whom the best trials take in beyond their number.
  var ties: [String] {
    let count = view.best(Self.best).count
    guard count > Self.best else { return [] }
    return [
      language.pick(
        "Trials that are as good as the last of the best \(Self.best) count among them: "
          + "\(DisplayNumber.grouped(count)) in the end.",
        "상위 \(Self.best)개의 마지막과 값이 같은 시행도 함께 센다: 끝에는 \(DisplayNumber.grouped(count))개.")
    ]
  }

  func state(in list: inout FactList) { ParallelPicture(view: view).state(in: &list) }
}
