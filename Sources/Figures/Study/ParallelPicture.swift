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
      "Parallel coordinates of \(columns.count) hyper-parameters and \(view.valueName), one line "
        + "for each trial, coloured by rank.",
      "하이퍼파라미터 \(columns.count)개와 \(view.valueName)의 평행 좌표, 시행마다 선 하나, 순위를 색으로.")
  }

  /// More coordinates would stand too close.
  private static let most = 8

  private var columns: [StudyTrials.Column] {
    let all = view.trials.columns
    guard all.count > Self.most else { return all }
    let names = view.numbers.importances.prefix(Self.most).map(\.name)
    let chosen = all.filter { names.contains($0.name) }
    return chosen.count == Self.most ? chosen : Array(all.prefix(Self.most))
  }

  private var places: [Int] { view.drawn(view.complete, most: 600) }

  var colorBar: ColorBar? { view.rankBar }

  var panels: [Panel] { panels(isShort: false) }

  /// - Parameter isShort: Whether names are as short as a small panel needs.
  func panels(isShort: Bool) -> [Panel] {
    guard let scale = colorBar?.scale else { return [] }
    let ranks = view.ranks
    // The best are drawn last, over the others.
    let order = places.sorted { ranks[$0] > ranks[$1] }
    let values = view.complete.map { view.trials.values[$0] }
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 1)
    let axis = view.valueAxis(of: values)
    func place(_ value: Double) -> Double {
      guard greatest > least else { return 0.5 }
      return axis.kind == .log10
        ? Elementary.log(value / least) / Elementary.log(greatest / least)
        : (value - least) / (greatest - least)
    }
    let parameters = columns.map(StudyParameter.init)
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
                ? StudyParameter.symbol(of: $0.column.name)
                : StudyParameter.title(of: $0.column.name)
            } + [isShort ? language.pick("value", "값") : view.valueTitle]),
          grid: false),
        y: Axis(kind: .bands([""]), grid: false))
    ]
  }

  private static func coordinate(_ parameter: StudyParameter) -> ParallelLines.Coordinate {
    if let choices = parameter.choices {
      let last = Double(max(1, choices.count - 1))
      return ParallelLines.Coordinate(
        places: choices.indices.map { choices.count == 1 ? 0.5 : Double($0) / last },
        words: choices)
    }
    let (low, high) = parameter.range
    return ParallelLines.Coordinate(
      places: [0, 1], words: [parameter.text(of: low), parameter.text(of: high)])
  }

  var findings: [String] {
    let best = view.ranking.prefix(max(1, (view.ranking.count + 9) / 10))
    guard best.count > 1 else { return [view.bestSentence] }
    let spans = columns.map(StudyParameter.init).map { parameter -> (text: String, share: Double) in
      let values = best.map { parameter.column.values[$0] }
      return (
        "\(StudyParameter.symbol(of: parameter.column.name)) \(parameter.span(of: values))",
        parameter.share(of: values)
      )
    }
    // What the best have in common tells more than what they do not.
    let telling = spans.sorted { $0.share < $1.share }.prefix(3).map(\.text)
    return [
      language.pick(
        "The best tenth of the trials has \(language.list(telling)).",
        "상위 10 % 시행: \(language.list(telling)).")
    ]
  }

  var notes: [String] {
    var notes = view.thinning(places.count, of: view.complete.count)
    let left = view.trials.columns.count - columns.count
    if left > 0 {
      notes.append(
        language.pick(
          "\(left) less important hyper-parameters are left out.",
          "덜 중요한 하이퍼파라미터 \(left)개는 뺐다."))
    }
    return notes
  }

  func state(in list: inout FactList) {
    for column in columns {
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
