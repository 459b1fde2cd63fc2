import Charting
import DenseMath
import Experiments

/// All parameters beside each other, one line a trial, the best on top.
struct ParallelPicture: StudyPicture {
  let view: StudyView

  var title: String {
    language.pick("Which settings go together with good values?", "좋은 값은 어떤 설정과 함께 가는가?")
  }

  var name: String { language.pick("parallel coordinates", "평행 좌표") }

  var description: String {
    language.pick(
      "Parallel coordinates of \(shown.count) hyper-parameters and \(view.valueName), one line "
        + "for each trial, coloured by rank.",
      "하이퍼파라미터 \(shown.count)개와 \(view.valueName)의 평행 좌표, 시행마다 선 하나, 순위를 색으로.")
  }

  /// More coordinates would stand too close.
  private static let most = 8

  private var shown: [StudyTrials.Column] { view.leading(Self.most) }

  private var places: [Int] { view.drawn(view.complete, most: 600) }

  var colorBar: ColorBar? { view.rankBar }

  var panels: [Panel] { panels(isShort: false) }

  /// - Parameter isShort: Whether names are as short as a small panel needs.
  func panels(isShort: Bool) -> [Panel] {
    guard let scale = colorBar?.scale else { return [] }
    let ranks = view.ranks
    // The best are drawn last, over the others.
    let order = view.worstFirst(places)
    let values = view.complete.map { view.trials.values[$0] }
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 1)
    let axis = view.valueAxis(of: values)
    func place(_ value: Double) -> Double {
      guard greatest > least else { return 0.5 }
      return axis.kind == .log10
        ? Elementary.log(value / least) / Elementary.log(greatest / least)
        : (value - least) / (greatest - least)
    }
    let parameters = shown.map(StudyParameter.init)
    let lines = order.map { trial in
      parameters.map {
        $0.column.distribution[trial] < 0 ? .nan : $0.place(of: $0.column.values[trial])
      }
        + [place(view.trials.values[trial])]
    }
    let coordinates =
      parameters.map(Self.coordinate)
      + [
        ParallelLines.Coordinate(
          places: [0, 1], words: [view.text(least), view.text(greatest)])
      ]
    return [
      Panel(
        marks: [
          ParallelLines(
            coordinates: coordinates, lines: lines, values: order.map { ranks[$0] },
            scale: scale)
        ],
        x: Axis(
          kind: .bands(
            parameters.map {
              isShort
                ? view.names.short(of: $0.column.name) : view.names.title(of: $0.column.name)
            } + [isShort ? language.pick("value", "값") : view.valueTitle]),
          grid: false),
        y: Axis(kind: .bands([""]), grid: false))
    ]
  }

  var innerAxes: [(title: String, text: String)] {
    let parameters = shown.map(StudyParameter.init).map { parameter in
      (
        title: view.names.title(of: parameter.column.name),
        text: parameter.choices.map(view.axisText)
          ?? view.axisText(
            from: parameter.range.low, to: parameter.range.high, isLog: parameter.isLog)
      )
    }
    let values = view.complete.map { view.value(view.trials.values[$0]) }
    guard let least = values.min(), let greatest = values.max() else { return parameters }
    let isLog = view.valueAxis(of: view.complete.map { view.trials.values[$0] }).kind == .log10
    return parameters + [
      (title: view.valueTitle, text: view.axisText(from: least, to: greatest, isLog: isLog))
    ]
  }

  private static func coordinate(_ parameter: StudyParameter) -> ParallelLines.Coordinate {
    if let choices = parameter.choices {
      let last = Double(max(1, choices.count - 1))
      return ParallelLines.Coordinate(
        places: choices.indices.map { choices.count == 1 ? 0.5 : Double($0) / last },
        words: choices, isNamed: true)
    }
    let (low, high) = parameter.range
    return ParallelLines.Coordinate(
      places: [0, 1],
      words: [low, high].map { end in
        // A power of ten needs no factor.
        let text = parameter.text(of: end)
        return text.hasPrefix("1.0×") ? String(text.dropFirst(4)) : text
      })
  }

  var findings: [String] {
    let best = view.bestTenth
    let spans = view.spans(of: best, in: shown)
    guard !best.isEmpty, !spans.isEmpty else { return [view.bestSentence] }
    // What the best have in common tells more than what they do not.
    let telling = spans.enumerated().sorted {
      ($0.element.share, $0.offset) < ($1.element.share, $1.offset)
    }.prefix(3).map { "\(view.names.symbol(of: $0.element.column.name)) \($0.element.text)" }
    return [
      language.pick(
        "\(language.capitalized(view.bestTenthName)) have \(language.list(telling)).",
        "\(view.bestTenthName): \(language.list(telling)).")
    ]
  }

  var notes: [String] {
    view.thinning(places.count, of: view.complete.count) + view.prunedLeftOut
      + view.leftOut(shown.count)
  }

  func state(in list: inout FactList) {
    for column in shown {
      guard let best = view.ranking.first, column.distribution[best] >= 0 else { continue }
      let parameter = StudyParameter(column)
      let series = FigureFact.Series(key: column.name, name: column.name)
      if parameter.choices == nil {
        list.add(.bestSetting, of: series, column.values[best], .significant)
      } else {
        let word = parameter.text(of: column.values[best])
        list.add(.bestSetting, of: series, word: word, named: word)
      }
    }
  }
}
