import Charting
import Experiments
import NeuralNet
import Search
import Training

/// Everything that the figure of a search says, in one language.
struct SearchText {
  let language: Language
  let result: SearchResult
  let shown: [SearchTrial]
  private let ranking: [SearchTrial]

  init(language: Language, result: SearchResult) {
    self.language = language
    self.result = result
    ranking = result.ranking
    shown = Array(ranking.prefix(result.config.shown))
  }

  private var config: SearchConfig { result.config }

  // MARK: Around the panels

  var title: String {
    let count = DisplayNumber.grouped(result.trials.count)
    return language.pick(
      "Which hyper-parameters learn best? The best \(shown.count) of "
        + counted(result.trials.count, "trial"),
      "어떤 하이퍼파라미터가 가장 잘 학습하는가? 시행 \(count)번 중 상위 \(shown.count)개")
  }

  var xTitle: String { language.pick("epoch", "에폭") }
  var yTitle: String { language.pick("accuracy (%)", "정확도 (%)") }
  var trainingName: String { language.pick("training images", "훈련 이미지") }
  var validationName: String { language.pick("validation images", "검증 이미지") }

  var shortForms: [ShortForm] {
    [
      ShortForm(
        title,
        language.pick(
          "The best \(counted(shown.count, "trial"))", "상위 시행 \(shown.count)개")),
      ShortForm(trainingName, language.pick("training", "훈련")),
      ShortForm(validationName, language.pick("validation", "검증")),
    ] + shown.indices.map { ShortForm(panelTitle($0, shown[$0]), "\($0 + 1)") }
  }

  func shownTrials(_ count: Int) -> String {
    language.pick("The best \(count) are shown.", "상위 \(count)개를 보인다.")
  }

  // MARK: Panels

  func panelTitle(_ rank: Int, _ trial: SearchTrial) -> String {
    language.pick("\(rank + 1): trial \(trial.number)", "\(rank + 1)위: 시행 \(trial.number)")
      + " · " + value(trial.value)
  }

  /// The hyper-parameters of a trial, and its spread over several seeds.
  func statistics(of trial: SearchTrial) -> [String] {
    var pieces = trial.settings.map { "\(symbol(of: $0.name)) \(text(of: $0.value))" }
    if config.seeds > 1 {
      pieces.append("\(value(trial.low))…\(value(trial.high))")
    }
    return pieces
  }

  /// Rates and penalties by the letters that books have for them.
  private func symbol(of name: String) -> String {
    switch name {
    case "learning-rate": "η"
    case "weight-decay": "λ"
    default: name
    }
  }

  private func text(of value: ParameterValue) -> String {
    switch value {
    case .double(let number): DisplayNumber.significant(number)
    default: value.description
    }
  }

  /// What was measured, as a percentage or a loss.
  func value(_ value: Double) -> String {
    config.metric == .accuracy
      ? DisplayNumber.percent(value) : DisplayNumber.significant(value)
  }

  func settings(of trial: SearchTrial) -> String {
    language.list(trial.settings.map { "\(symbol(of: $0.name)) \(text(of: $0.value))" })
  }

  // MARK: Findings

  var findings: [String] {
    guard let best = ranking.first else {
      return [
        language.pick(
          "None of \(counted(result.trials.count, "trial")) came to its end.",
          "시행 \(result.trials.count)번 중 끝까지 간 것이 없다.")
      ] + stop
    }
    var sentences = [
      config.metric == .accuracy
        ? language.pick(
          "Best: trial \(best.number) with \(settings(of: best)) gets \(value(best.value)) of the "
            + "validation images right.",
          "최고: 시행 \(best.number), \(settings(of: best)), 검증 정확도 \(value(best.value)).")
        : language.pick(
          "Best: trial \(best.number) with \(settings(of: best)), validation loss "
            + "\(value(best.value)).",
          "최고: 시행 \(best.number), \(settings(of: best)), 검증 손실 \(value(best.value)).")
    ]
    sentences += judgement
    let pruned = result.trials.count { $0.state == .pruned && !$0.diverged }
    let diverged = result.trials.count { $0.diverged }
    if pruned > 0 {
      sentences.append(
        language.pick(
          "\(pruned) trial\(pruned == 1 ? " was" : "s were") given up early.",
          "일찍 그만둔 시행 \(pruned)개."))
    }
    if diverged > 0 {
      sentences.append(
        language.pick(
          "\(diverged) trial\(diverged == 1 ? "" : "s") diverged.", "발산한 시행 \(diverged)개."))
    }
    return sentences + stop
  }

  /// That time was up, and after how many trials.
  private var stop: [String] {
    guard let count = config.stoppedAfter else { return [] }
    let made = DisplayNumber.grouped(count)
    let wanted = DisplayNumber.grouped(config.wantedTrials)
    return [
      language.pick(
        "Stopped by the time limit after \(made) of \(counted(config.wantedTrials, "trial")).",
        "시간 제한으로 시행 \(wanted)번 중 \(made)번에서 멈춤.")
    ]
  }

  /// What the look at the test images gave, and whether it was the only one.
  var judgement: [String] {
    guard let final = result.final else { return [] }
    let accuracy =
      final.accuracy.isFinite
      ? DisplayNumber.percent(final.accuracy) : language.pick("diverged", "발산")
    let (once, inKorean) = config.judgedAfter == nil ? ("once ", "한 번 ") : ("", "")
    var sentences = [
      language.pick(
        "Trained on all \(final.images) images and judged \(once)on "
          + "\(counted(final.testImages, "test image")): \(accuracy).",
        "이미지 \(final.images)개 전부로 훈련해 시험 이미지 "
          + "\(DisplayNumber.grouped(final.testImages))개로 \(inKorean)평가: \(accuracy).")
    ]
    if let counts = config.judgedAfter { sentences.append(earlier(counts)) }
    return sentences
  }

  /// That the test images were judged before, which makes the last judgement less independent.
  private func earlier(_ counts: [Int]) -> String {
    guard counts.count <= 3 else {
      return language.pick(
        "These were judged \(counts.count) times before, with fewer or more trials.",
        "시행 수를 달리해 앞서 \(counts.count)번 평가한 시험 이미지.")
    }
    let numbers = counts.map(DisplayNumber.grouped)
    return language.pick(
      "These were judged before, after \(language.list(numbers)) "
        + "trial\(counts == [1] ? "" : "s").",
      "앞서 시행 \(language.list(numbers.map { $0 + "번" })) 뒤에도 평가한 시험 이미지.")
  }

  // MARK: Notes

  var notes: [String] {
    let measured = language.pick(
      config.moment == .last
        ? "Ranked by validation \(config.metric.rawValue) after the last epoch"
        : "Ranked by the best validation \(config.metric.rawValue) of any epoch",
      config.moment == .last ? "마지막 에폭의 검증 성적 순" : "가장 좋은 에폭의 검증 성적 순")
    var first = measured
    if config.seeds > 1 {
      first += language.pick(
        ", median of \(config.seeds) seeds (range in each panel)",
        ", 시드 \(config.seeds)개의 중앙값(칸마다 범위)")
    }
    first += ". " + searched
    let notes = TrainingNotes(
      language: language, training: config.training, source: result.source, seeds: config.seeds)
    let images = language.pick(
      "\(result.trainingImages) training and \(result.validationImages) validation images",
      "훈련 \(result.trainingImages)개, 검증 \(result.validationImages)개")
    return [
      first,
      notes.network(except: fixed) + " " + optimizer
        + language.pick("Data: ", "데이터: ")
        + language.name(ofDataSet: result.source.name) + ", \(images); "
        + language.pick("seed \(config.training.seed).", "시드 \(config.training.seed)."),
    ]
  }

  /// The optimizer where only its rate is searched.
  private var optimizer: String {
    guard fixed.contains(.optimizer), config.space["optimizer"] == nil else { return "" }
    return language.name(of: config.training.optimizer.kind) + ". "
  }

  /// What the search varies, which the network's line leaves out.
  private var fixed: [TrainingArguments.Part] {
    var parts: [TrainingArguments.Part] = []
    for parameter in config.space.parameters {
      switch TuningParameter(rawValue: parameter.name) {
      case .optimizer, .learningRate: parts.append(.optimizer)
      case .initializer: parts.append(.initializer)
      case .dropout: parts.append(.dropout)
      case .weightDecay: parts.append(.weightDecay)
      default: break
      }
    }
    return parts
  }

  private var searched: String {
    let sampler =
      switch config.sampler {
      case .random: language.pick("Random search", "무작위 탐색")
      case .grid: language.pick("Grid search", "격자 탐색")
      case .sobol: language.pick("Sobol sequence", "소볼 수열")
      case .tpe: "TPE"
      }
    var text = sampler + language.pick(" over ", ": ") + ranges(of: config.space) + "."
    if let narrowed = result.narrowed, let best = config.narrow {
      text += language.pick(
        " From trial \(config.trials) on around the best \(best): ",
        " 시행 \(config.trials)부터는 상위 \(best)개의 범위: ")
      text += ranges(of: narrowed) + "."
    }
    return text
  }

  private func ranges(of space: SearchSpace) -> String {
    let ranges = space.parameters.map { parameter in
      let name = symbol(of: parameter.name)
      switch parameter.distribution {
      case .float(let range):
        return "\(name) \(DisplayNumber.significant(range.low))…"
          + DisplayNumber.significant(range.high)
          + (range.isLog ? language.pick(" (log)", " (로그)") : "")
      case .int(let range):
        return "\(name) \(range.low)…\(range.high)"
          + (range.isLog ? language.pick(" (log)", " (로그)") : "")
      case .categorical(let choices):
        return "\(name) " + choices.map(\.description).joined(separator: "|")
      }
    }
    return ranges.joined(separator: ", ")
  }
}
