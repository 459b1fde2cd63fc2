import Charting
import Experiments
import Training

/// Everything that the batch normalisation figure says, in one language.
struct BatchNormText {
  let language: Language
  let result: BatchNormResult

  private var config: BatchNormConfig { result.config }

  // MARK: Around the panels

  var title: String {
    language.pick(
      "Does it learn? Initial weights of \(counted(result.rows.count, "scale")), with and "
        + "without batch normalization",
      "학습이 되는가? 초기 가중치의 크기 \(result.rows.count)가지, 배치 정규화 사용과 미사용")
  }

  var xTitle: String { language.pick("epoch", "에폭") }
  var yTitle: String { language.pick("training accuracy (%)", "훈련 정확도 (%)") }
  var normalizedName: String { language.pick("with batch normalization", "배치 정규화 사용") }
  var plainName: String { language.pick("without", "미사용") }
  var divergedMeaning: String {
    language.pick("diverged: no longer a finite number", "발산: 유한한 수가 아님")
  }
  var bandMeaning: String {
    language.pick(
      "min to max of \(config.seeds) seeds", "시드 \(config.seeds)개의 최소~최대")
  }

  /// For pages without room for the full titles and names.
  var shortForms: [ShortForm] {
    [
      ShortForm(
        title,
        language.pick(
          "Does it learn? Initial weights of \(counted(result.rows.count, "scale"))",
          "학습이 되는가? 초기 가중치의 크기 \(result.rows.count)가지")),
      ShortForm(normalizedName, language.pick("with batch norm", "배치 정규화")),
      ShortForm(divergedMeaning, language.pick("diverged", "발산")),
      ShortForm(yTitle, language.pick("accuracy (%)", "정확도 (%)")),
    ]
      // The first panel says what the numbers are.
      + result.rows.dropFirst().map { ShortForm(panelTitle($0), scale($0)) }
  }

  func shownScales(_ count: Int) -> String {
    let all = result.rows.count
    return language.pick(
      counted(count, of: all, "scale", are: "shown"), "크기 \(all)가지 중 \(count)가지를 보인다.")
  }

  var ruleLabel: String {
    let threshold = DisplayNumber.percent(result.learningThreshold)
    return language.pick("learns above \(threshold)", "\(threshold) 초과: 학습")
  }

  // MARK: Panels

  func panelTitle(_ row: BatchNormResult.Row) -> String { "σ = " + scale(row) }

  func statistics(of row: BatchNormResult.Row) -> [String] {
    [
      language.pick("with ", "사용 ") + accuracy(row.normalized),
      language.pick("without ", "미사용 ") + accuracy(row.plain),
    ]
  }

  private func scale(_ row: BatchNormResult.Row) -> String {
    DisplayNumber.significant(row.standardDeviation)
  }

  /// The last accuracy, the median over the seeds, or that there is none.
  private func accuracy(_ runs: [BatchNormResult.Run]) -> String {
    let last = RunMedian.of(runs.map { $0.trainingAccuracy.last ?? .nan })
    return last.isFinite ? DisplayNumber.percent(last) : language.pick("diverged", "발산")
  }

  // MARK: Findings

  var findings: [String] {
    var sentences = [summary]
    for (name, runs) in [
      (language.pick("With it", "사용"), result.rows.map(\.normalized)),
      (language.pick("Without it", "미사용"), result.rows.map(\.plain)),
    ] {
      let learns = ranges { result.learns(runs[$0]) }
      let diverges = ranges { result.diverges(runs[$0]) }
      var parts: [String] = []
      if !learns.isEmpty {
        parts.append(
          language.pick(
            "learns for σ \(language.list(learns))", "σ \(language.list(learns))에서 학습"))
      }
      if !diverges.isEmpty {
        parts.append(
          language.pick(
            "diverges for σ \(language.list(diverges))",
            "σ \(language.list(diverges))에서 발산"))
      }
      guard !parts.isEmpty else { continue }
      sentences.append("\(name): \(parts.joined(separator: "; ")).")
    }
    return sentences
  }

  private var summary: String {
    let all = result.rows.count
    let normalized = result.rows.filter { result.learns($0.normalized) }.count
    let plain = result.rows.filter { result.learns($0.plain) }.count
    return language.pick(
      "Batch normalization learns at \(normalized) of \(all) weight scale\(all == 1 ? "" : "s"), "
        + "the plain network at \(plain).",
      "배치 정규화를 쓴 신경망은 가중치 크기 \(all)가지 중 \(normalized)가지에서, 쓰지 않은 신경망은 "
        + "\(plain)가지에서 학습한다.")
  }

  /// The scales for which something holds, neighbours joined: "= 1.0", "from 0.16 to 0.046".
  private func ranges(_ holds: (Int) -> Bool) -> [String] {
    var texts: [String] = []
    var start: Int?
    for index in 0...result.rows.count {
      let isIn = index < result.rows.count && holds(index)
      if isIn {
        start = start ?? index
      } else if let first = start {
        let (high, low) = (scale(result.rows[first]), scale(result.rows[index - 1]))
        texts.append(
          first == index - 1
            ? "= \(high)" : language.pick("from \(low) to \(high)", "\(low)–\(high)"))
        start = nil
      }
    }
    return texts
  }

  // MARK: Notes

  var notes: [String] {
    let threshold = DisplayNumber.percent(result.learningThreshold)
    var first = language.pick(
      "σ: standard deviation of the initial weights. A network learns when it ends above "
        + "\(threshold) (the line across), halfway between guessing and getting every image right.",
      "σ: 초기 가중치의 표준편차. 마지막 정확도가 \(threshold)(가로선), 곧 찍기와 만점의 중간을 넘으면 "
        + "학습한 것으로 본다.")
    if config.seeds > 1 {
      first +=
        " "
        + language.pick(
          "Lines are medians; a run that diverged counts as the lowest.",
          "선은 중앙값이며 발산한 실행은 최저로 센다.")
    }
    let notes = TrainingNotes(
      language: language, training: config.training, source: result.source, seeds: config.seeds)
    return [first, notes.network(except: [.initializer]) + " " + notes.data]
  }
}
