import Experiments
import NeuralNet
import Training

/// Everything that the figure of optimizers says, in one language.
struct OptimizersText {
  let language: Language
  let result: OptimizersResult
  let curves: LossCurves

  init(language: Language, result: OptimizersResult) {
    self.language = language
    self.result = result
    let config = result.config
    curves = LossCurves(
      result.variants.map {
        LossCurves.Variant(
          name: language.name(of: $0.optimizer, convention: config.training.convention),
          key: $0.optimizer.name(convention: config.training.convention), runs: $0.runs)
      }, training: config.training, axis: config.axis, smoothing: config.smoothing,
      language: language)
  }

  var title: String {
    language.pick(
      "Which optimizer gets the loss down?", "어느 최적화 기법이 손실을 가장 많이 낮추는가?")
  }

  /// The rule's name in a sentence, with its rate where the same rule is there twice.
  private func name(_ index: Int) -> String {
    let kind = result.variants[index].optimizer.kind
    let isAlone = result.variants.count { $0.optimizer.kind == kind } == 1
    return isAlone ? language.name(of: kind) : curves.variants[index].name
  }

  /// The best against plain SGD, or against the worst where SGD is not there or is the best.
  var summary: String {
    let ends = result.variants.indices.compactMap { index in
      curves.end(index).map { (index: index, loss: $0) }
    }
    let divergences = curves.divergences.joined(separator: " ")
    guard let best = ends.min(by: { $0.loss < $1.loss }) else { return divergences }
    let others = ends.filter { $0.index != best.index }
    let rival =
      others.first { result.variants[$0.index].optimizer.kind == .sgd }
      ?? others.max { $0.loss < $1.loss }
    var text: String
    let loss = curves.number(best.loss)
    if let rival {
      let ratio = rival.loss / best.loss
      let (winner, other) = (name(best.index), name(rival.index))
      let otherLoss = curves.number(rival.loss)
      if ratio >= 1.5 {
        let times =
          ratio >= 10 ? DisplayNumber.significant(ratio) : DisplayNumber.fixed(ratio, decimals: 1)
        text = language.pick(
          "\(curves.afterSteps) \(winner)’s loss is \(loss), \(times) times below \(other)’s \(otherLoss).",
          "\(curves.afterSteps) \(winner)의 손실 \(language.particle(loss, "은", "는")) \(other)의 \(otherLoss)보다 \(times)배 낮다."
        )
      } else {
        text = language.pick(
          "\(curves.afterSteps) \(winner)’s loss is \(loss), close to \(other)’s \(otherLoss).",
          "\(curves.afterSteps) \(winner)의 손실 \(language.particle(loss, "은", "는")) \(other)의 \(language.particle(otherLoss, "과", "와")) 비슷하다."
        )
      }
    } else {
      text = language.pick(
        "\(curves.afterSteps) \(name(best.index))’s loss is \(loss).",
        "\(curves.afterSteps) \(name(best.index))의 손실은 \(loss)이다.")
    }
    return divergences.isEmpty ? text : text + " " + divergences
  }

  var notes: [String] {
    let notes = TrainingNotes(
      language: language, training: result.config.training, source: result.source,
      seeds: result.config.seeds)
    let rate = language.pick("η: learning rate.", "η: 학습률.")
    return [curves.lineNote + " " + rate, notes.network(except: [.optimizer]) + " " + notes.data]
  }
}
