import Charting
import DenseMath
import Experiments
import NeuralNet
import Training

/// Everything that the figure of initializers says, in one language.
struct InitializersText {
  let language: Language
  let result: InitializersResult
  let curves: LossCurves

  init(language: Language, result: InitializersResult) {
    self.language = language
    self.result = result
    let config = result.config
    curves = LossCurves(
      result.variants.map {
        LossCurves.Variant(
          name: language.name(of: $0.initializer), key: $0.initializer.name, runs: $0.runs)
      }, training: config.training, axis: config.axis, smoothing: config.smoothing,
      language: language)
  }

  var title: String {
    language.pick(
      "Which initial weights let the network learn?", "어떤 초기 가중치에서 신경망이 학습하는가?")
  }

  // MARK: Guessing

  /// The loss of calling every class equally likely, `ln(classes)`.
  var guessingLoss: Double { Elementary.log(Double(max(2, result.source.classes))) }

  var guessing: Rule {
    Rule(
      .horizontal(guessingLoss),
      label: language.pick(
        "guessing: ln \(result.source.classes) = \(DisplayNumber.fixed(guessingLoss, decimals: 2))",
        "찍기: ln \(result.source.classes) = \(DisplayNumber.fixed(guessingLoss, decimals: 2))"))
  }

  /// A network has learned something when its loss is under 95 % of that of guessing.
  static let learningShare = 0.95

  /// Whether the network has learned anything from these weights; nil where it diverged.
  func learns(_ index: Int) -> Bool? {
    curves.end(index).map { $0 < Self.learningShare * guessingLoss }
  }

  /// Whether the loss is so far above that of guessing as a network that learns is below it.
  private func isWorseThanGuessing(_ index: Int) -> Bool {
    curves.end(index).map { $0 > guessingLoss / Self.learningShare } ?? false
  }

  // MARK: Sentences

  /// Who does not learn, and how far the others get.
  var summary: String {
    let indices = Array(result.variants.indices)
    func name(_ index: Int) -> String { curves.variants[index].name }
    func loss(_ index: Int) -> String { curves.number(curves.end(index) ?? .nan) }
    let stuck = indices.filter { learns($0) == false }
    let learning = indices.filter { learns($0) == true }
      .sorted { (curves.end($0) ?? 0, $0) < (curves.end($1) ?? 0, $1) }
    var sentences: [String] = []
    for isWorse in [false, true] {
      let members = stuck.filter { isWorseThanGuessing($0) == isWorse }
      guard !members.isEmpty else { continue }
      let names = language.list(members.map(name))
      let losses = language.list(members.map(loss))
      let failure = language.pick(
        "\(names) \(members.count == 1 ? "does" : "do") not learn: ",
        "\(language.particle(names, "은", "는")) 학습하지 못한다: ")
      sentences.append(
        failure
          + (isWorse
            ? language.pick(
              "the loss is \(losses), worse than guessing.",
              "손실이 \(language.direction(losses)), 찍는 것만도 못하다.")
            : language.pick(
              "the loss is still \(losses), that of guessing.",
              "손실이 여전히 \(language.direction(losses)), 찍는 것과 같다.")))
    }
    if let best = learning.first {
      let rest = learning.dropFirst()
      var text = language.pick(
        "\(curves.afterSteps) \(name(best))’s loss is \(loss(best))",
        "\(curves.afterSteps) \(name(best))의 손실은 \(loss(best))")
      if !rest.isEmpty {
        text +=
          language.pick(", ", ", ")
          + language.list(
            rest.map { language.pick("\(name($0))’s \(loss($0))", "\(name($0)) \(loss($0))") })
      }
      sentences.append(text + language.pick(".", "이다."))
    }
    return (sentences + curves.divergences).joined(separator: " ")
  }

  var notes: [String] {
    let notes = TrainingNotes(
      language: language, training: result.config.training, source: result.source,
      seeds: result.config.seeds)
    return [curves.lineNote, notes.network(except: [.initializer]) + " " + notes.data]
  }
}
