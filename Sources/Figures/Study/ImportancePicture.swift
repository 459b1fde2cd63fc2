import Charting
import Experiments

/// How much each parameter decides whether a trial is among the best.
struct ImportancePicture: StudyPicture {
  let view: StudyView

  var title: String {
    language.pick("Which hyper-parameters decide?", "어떤 하이퍼파라미터가 결정하는가?")
  }

  var name: String { language.pick("importance", "중요도") }

  var description: String {
    language.pick(
      "A dot plot of the importance (%) of \(importances.count) hyper-parameters with \(level) % "
        + "bootstrap intervals, the most important first.",
      "하이퍼파라미터 \(importances.count)개의 중요도(%)와 \(level) % 붓스트랩 구간의 점 도표, 중요한 순으로.")
  }

  /// Rows of a chart; the least important are left out.
  private static let most = 15

  private var importances: [StudyNumbers.Importance] {
    Array(view.numbers.importances.prefix(Self.most))
  }

  /// Hyper-parameters that are drawn.
  var rowCount: Int { importances.count }

  /// Where the axis ends: a little beyond the whole, of which importances are shares.
  private static let end = 102.0

  private var level: String { DisplayNumber.fixed(100 * StudyNumbers.level, decimals: 0) }

  var panels: [Panel] {
    let rows = importances.indices.map(Double.init)
    return [
      Panel(
        marks: [
          Intervals(
            .horizontal, at: rows, from: importances.map { 100 * $0.low },
            to: importances.map { 100 * $0.high }, ink: .faint(.series(0), 0.25), width: 3,
            meaning: language.pick(
              "\(level) % bootstrap interval (random halves)", "\(level) % 붓스트랩 구간 (무작위 절반)")),
          Points(
            x: importances.map { 100 * $0.share }, y: rows,
            series: Series(0, language.pick("importance", "중요도")), marker: .circle, radius: 4),
        ],
        x: Axis(
          title: language.pick("importance (%)", "중요도 (%)"), domain: .fixed(0, Self.end),
          bounds: HardBounds(lower: 0, upper: 100)),
        y: Axis(kind: .bands(importances.map { view.names.title(of: $0.name) }), grid: false))
    ]
  }

  var findings: [String] {
    guard let first = importances.first else { return [] }
    let name = view.names.title(of: first.name)
    func percent(_ share: Double) -> String { DisplayNumber.fixed(100 * share, decimals: 0) }
    var sentence = language.pick(
      "The most decisive is \(name): \(percent(first.share)) % (\(level) % interval "
        + "\(percent(first.low)) to \(percent(first.high))).",
      "가장 결정적인 것은 \(name): \(percent(first.share)) % (\(level) % 구간 "
        + "\(percent(first.low))~\(percent(first.high))).")
    guard importances.count > 1 else { return [sentence] }
    let close = importances.dropFirst().filter { $0.high >= first.low }
    if !close.isEmpty {
      let names = language.list(close.prefix(3).map { view.names.symbol(of: $0.name) })
      sentence +=
        " "
        + language.pick(
          "Its lead over \(names) is not certain: the intervals overlap.",
          "\(names)보다 앞선다고 확신할 수는 없다: 구간이 겹친다.")
    }
    return [sentence]
  }

  var notes: [String] {
    var notes = [
      language.pick(
        "Importance: PED-ANOVA, how far the best tenth of the \(view.complete.count) complete trials "
          + "is spread otherwise than all of them.",
        "중요도: PED-ANOVA, 완료한 시행 \(view.complete.count)번 중 상위 10 %의 분포가 전체와 얼마나 다른가."),
      language.pick(
        "Interval: the middle \(level) % of the importances in random halves of these trials; it need "
          + "not hold that of all.",
        "구간: 이 시행의 무작위 절반들에서 구한 중요도의 가운데 \(level) %. 전체의 중요도를 꼭 담지는 않는다."),
    ]
    let left = view.numbers.importances.count - importances.count
    if left > 0 {
      notes.append(
        language.pick(
          "The \(left) least important are left out.", "가장 덜 중요한 \(left)개는 뺐다."))
    }
    return notes
  }

  func state(in list: inout FactList) {
    for importance in importances {
      let series = FigureFact.Series(key: importance.name, name: importance.name)
      list.add(.importance, of: series, 100 * importance.share, .oneDecimal, .percent)
      list.add(
        .importanceInterval, of: series, from: 100 * importance.low, to: 100 * importance.high,
        .oneDecimal, .percent)
    }
  }
}
