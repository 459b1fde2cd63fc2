import Charting
import Experiments
import NeuralNet
import Training

/// Everything that the figure of overfitting says, in one language.
struct OverfitText {
  let language: Language
  let result: OverfitResult
  let panels: [OverfitPanel]

  init(language: Language, result: OverfitResult) {
    self.language = language
    self.result = result
    panels = result.panels.map(OverfitPanel.init)
  }

  private var config: OverfitConfig { result.config }

  // MARK: Names

  func name(of panel: OverfitConfig.Panel) -> String {
    let lambda = TrainingArguments.plain(config.weightDecay)
    let p = TrainingArguments.plain(config.dropout)
    return switch panel {
    case .plain: language.pick("left alone", "그대로")
    case .decay: language.pick("weight decay \(lambda)", "가중치 감소 \(lambda)")
    case .dropout: language.pick("dropout \(p)", "드롭아웃 \(p)")
    case .both:
      language.pick(
        "weight decay \(lambda), dropout \(p)", "가중치 감소 \(lambda), 드롭아웃 \(p)")
    }
  }

  var title: String {
    let images = DisplayNumber.grouped(result.source.images)
    return language.pick(
      "How far does a network trained on \(counted(result.source.images, "image")) overfit?",
      "이미지 \(images)개로 훈련한 신경망은 얼마나 과적합하는가?")
  }

  var xTitle: String { language.pick("epoch", "에폭") }
  var yTitle: String { language.pick("accuracy (%)", "정확도 (%)") }
  var trainingName: String { language.pick("training images", "훈련 이미지") }
  var testName: String { language.pick("test images", "시험 이미지") }
  var gapMeaning: String { language.pick("generalization gap", "일반화 차이") }
  /// For pages without room for the full titles and names.
  var shortForms: [ShortForm] {
    let images = DisplayNumber.grouped(result.source.images)
    return [
      ShortForm(
        title,
        language.pick(
          "How far does it overfit \(counted(result.source.images, "image"))?",
          "이미지 \(images)개에 얼마나 과적합하는가?")),
      ShortForm(trainingName, language.pick("training", "훈련")),
      ShortForm(testName, language.pick("test", "시험")),
      ShortForm(gapMeaning, language.pick("gap", "차이")),
    ]
  }

  var bandMeaning: String {
    language.pick(
      "min to max of \(config.seeds) seeds", "시드 \(config.seeds)개의 최소~최대")
  }

  // MARK: Panels

  /// The panel's name, and where it has learned too little, that.
  func title(of panel: OverfitPanel) -> String {
    name(of: panel.panel) + (underfits(panel) ? language.pick(": underfits", ": 과소적합") : "")
  }

  /// One decimal, as a share of images has few digits.
  func points(_ value: Double) -> String { DisplayNumber.fixed(value, decimals: 1) }

  func label(ofLast gap: OverfitPanel.Gap) -> String {
    language.pick("gap \(points(gap.points))", "차이 \(points(gap.points))")
  }

  func statistics(of panel: OverfitPanel) -> [String] {
    guard let last = panel.last, let largest = panel.largest else {
      return divergence(of: panel).map { [$0] } ?? []
    }
    return (length(of: panel).map { [$0] } ?? []) + [
      language.pick(
        "final gap \(points(last.points)) points", "마지막 차이 \(points(last.points))%p"),
      language.pick(
        "largest \(points(largest.points)) (epoch \(largest.epoch))",
        "최대 \(points(largest.points))%p (에폭 \(largest.epoch))"),
      language.pick(
        "final training \(points(last.training)) %, test \(points(last.test)) %",
        "마지막 훈련 \(points(last.training)) %, 시험 \(points(last.test)) %"),
    ]
  }

  /// How long a panel's network was trained, where panels differ in that.
  private func length(of panel: OverfitPanel) -> String? {
    guard let last = panel.epochs.last, panels.contains(where: { $0.epochs.last != last }) else {
      return nil
    }
    let epochs = DisplayNumber.grouped(last)
    return language.pick(counted(last, "epoch"), "\(epochs)에폭")
  }

  func sign(of panel: OverfitPanel) -> Divergence {
    Divergence(label: divergence(of: panel) ?? "")
  }

  /// "diverged at epoch 12", nil for a panel without such runs.
  private func divergence(of panel: OverfitPanel) -> String? {
    guard let place = panel.divergence else { return nil }
    let epoch = DisplayNumber.grouped(place.epoch)
    if config.seeds == 1 {
      return language.pick("diverged in epoch \(epoch)", "에폭 \(epoch)에서 발산")
    }
    return language.pick(
      "\(place.runs) of \(config.seeds) runs diverged, first in epoch \(epoch)",
      "\(config.seeds)번 중 \(place.runs)번 발산, 처음은 에폭 \(epoch)")
  }

  // MARK: Sentences

  /// What became of the gap, in one sentence or two.
  var summary: String {
    var sentences: [String] = []
    if panels.count == 1, let last = panels[0].last, let largest = panels[0].largest {
      sentences.append(
        language.pick(
          "After \(counted(last.epoch, "epoch")) the network gets \(points(last.training)) % of "
            + "the training images right and \(points(last.test)) % of the test images: a gap of "
            + "\(points(last.points)) points, at most \(points(largest.points)).",
          "\(last.epoch)에폭 뒤 훈련 이미지의 \(points(last.training)) %, 시험 이미지의 "
            + "\(points(last.test)) %를 맞힌다: 차이 \(points(last.points))%p, 최대 "
            + "\(points(largest.points))%p."))
    } else if let base = baseline {
      sentences.append(comparison(with: base))
    } else {
      sentences += panels.compactMap(clause)
    }
    for panel in panels {
      guard let divergence = divergence(of: panel) else { continue }
      sentences.append("\(capitalized(name(of: panel.panel))): \(divergence).")
    }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The panel that the others are held against.
  private var baseline: (index: Int, gap: OverfitPanel.Gap)? {
    guard let index = panels.firstIndex(where: { $0.panel == .plain }) else { return nil }
    return panels[index].last.map { (index, $0) }
  }

  /// Whether a panel ends with less of its own training images right than the network left alone has
  /// of test images: then it has learned too little for its gap to tell of overfitting.
  func underfits(_ panel: OverfitPanel) -> Bool {
    guard let base = baseline?.gap, let gap = panel.last else { return false }
    return gap.training < base.test
  }

  private func comparison(with base: (index: Int, gap: OverfitPanel.Gap)) -> String {
    var shrunk: [String] = []
    var others: [String] = []
    var tests: [OverfitPanel.Gap] = []
    var underfitted: [String] = []
    let from = points(base.gap.points)
    for (index, panel) in panels.enumerated() where index != base.index {
      guard let gap = panel.last else { continue }
      if underfits(panel) {
        underfitted.append(underfit(panel, gap, base.gap))
        continue
      }
      let name = name(of: panel.panel)
      let topic = language.particle(name, "은", "는")
      let value = points(gap.points)
      tests.append(gap)
      if gap.points < base.gap.points {
        let verb = shrunk.isEmpty ? "shrinks the gap from \(from) points to" : "to"
        shrunk.append(language.pick("\(name) \(verb) \(value)", "\(topic) \(value)%p로"))
      } else {
        let object = shrunk.isEmpty ? " shrink the gap of \(from) points" : ""
        others.append(
          language.pick("\(name) does not\(object) (\(value))", "\(topic) \(value)%p로"))
      }
    }
    let cause = underfitted.joined(separator: " ")
    guard !tests.isEmpty else {
      return [clause(panels[base.index]) ?? "", cause].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let clauses = language.pick(
      [language.list(shrunk), language.list(others)],
      [
        shrunk.isEmpty ? "" : language.list(shrunk) + " 줄인다",
        others.isEmpty ? "" : language.list(others) + " 줄이지 못한다",
      ]
    ).filter { !$0.isEmpty }.joined(separator: "; ")
    let test = points(base.gap.test)
    let ends = language.list(tests.map { points($0.test) + " %" })
    let verb =
      tests.allSatisfy { $0.test < base.gap.test }
      ? language.pick("falls", "낮아진다")
      : tests.allSatisfy { $0.test > base.gap.test }
        ? language.pick("rises", "높아진다") : language.pick("goes", "바뀐다")
    return language.pick(
      "\(capitalized(clauses)). Test accuracy \(verb) from \(test) % to \(ends).",
      "차이 \(from)%p를 \(clauses). 시험 정확도는 \(test) %에서 \(ends)로 \(verb).")
      + (cause.isEmpty ? "" : " " + cause)
  }

  /// That a small gap is no success where little was learned.
  private func underfit(
    _ panel: OverfitPanel, _ gap: OverfitPanel.Gap, _ base: OverfitPanel.Gap
  ) -> String {
    let name = name(of: panel.panel)
    let (training, test) = (points(gap.training), points(gap.test))
    let value = points(gap.points)
    let isSmaller = gap.points < base.points
    return language.pick(
      "\(capitalized(name)) underfits: it gets only \(training) % of the training images right and "
        + "\(test) % of the test images"
        + (isSmaller ? "; its gap of \(value) points is no cure." : ", a gap of \(value) points."),
      "\(language.particle(name, "은", "는")) 과소적합이다: 훈련 이미지의 \(training) %, 시험 이미지의 "
        + "\(test) %만 맞히며, 차이 \(value)%p"
        + (isSmaller ? "는 개선이 아니다." : "다."))
  }

  private func clause(_ panel: OverfitPanel) -> String? {
    guard let last = panel.last else { return nil }
    return language.pick(
      "\(capitalized(name(of: panel.panel))): the gap ends at \(points(last.points)) points.",
      "\(name(of: panel.panel)): 차이가 \(points(last.points))%p로 끝난다.")
  }

  /// One sentence for each panel, in numbers.
  var details: [String] {
    panels.compactMap { panel in
      guard let last = panel.last, let largest = panel.largest else { return nil }
      return language.pick(
        "\(capitalized(name(of: panel.panel))): after \(counted(last.epoch, "epoch")) training "
          + "\(points(last.training)) %, test \(points(last.test)) %, gap \(points(last.points)) "
          + "points; largest gap \(points(largest.points)) "
          + (largest.epoch == 0 ? "before the first." : "after epoch \(largest.epoch)."),
        "\(name(of: panel.panel)): \(last.epoch)에폭 뒤 훈련 \(points(last.training)) %, 시험 "
          + "\(points(last.test)) %, 차이 \(points(last.points))%p; 최대 차이는 에폭 \(largest.epoch)의 "
          + "\(points(largest.points))%p.")
    }
  }

  private func capitalized(_ text: String) -> String {
    language == .english ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  var notes: [String] {
    let notes = TrainingNotes(
      language: language, training: config.training, source: result.source, seeds: config.seeds)
    var gap = language.pick(
      "Gap: training minus test accuracy, in percentage points",
      "차이: 훈련 정확도에서 시험 정확도를 뺀 값 (%p)")
    if config.seeds > 1 {
      gap += language.pick(
        " of the lines, which are medians over \(config.seeds) seeds",
        ". 선은 시드 \(config.seeds)개의 중앙값이고 차이도 그 중앙값의 차이")
    }
    let hasDropout = config.panels.contains { $0 == .dropout || $0 == .both }
    if hasDropout {
      gap +=
        config.training.network.dropoutForm == .scaledEvaluation
        ? language.pick(
          ". Dropout scales outputs by 1 − p when evaluating", ". 드롭아웃은 평가할 때 출력을 1 − p배 한다")
        : language.pick(
          ". Dropout scales kept units by 1/(1 − p) while training (inverted)",
          ". 드롭아웃은 훈련할 때 남은 유닛을 1/(1 − p)배 한다")
    }
    if panels.contains(where: underfits) {
      gap += language.pick(
        ". Underfits: ends below the test accuracy of the network left alone even on its training "
          + "images",
        ". 과소적합: 훈련 이미지에서도 그대로 둔 신경망의 시험 정확도에 못 미침")
    }
    return [
      gap + ".", notes.network(except: [.dropout, .weightDecay]) + " " + notes.data,
    ]
  }
}
