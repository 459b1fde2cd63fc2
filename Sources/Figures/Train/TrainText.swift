import Charting
import Experiments
import Training

/// Everything that the figure of one run says, in its language.
struct TrainText {
  let language: Language
  let result: TrainResult

  private var history: TrainingHistory { result.history }

  var title: String {
    let name = language.name(
      of: result.config.network, inputs: result.source.inputs, classes: result.source.classes)
    return language.pick("Training of a \(name) network", "\(name) 신경망의 훈련")
  }

  var lossName: String { language.pick("loss", "손실") }
  var trainingName: String { language.pick("training images", "훈련 이미지") }
  var testName: String { language.pick("test images", "시험 이미지") }
  var epoch: String { language.pick("epoch", "에폭") }
  var accuracy: String { language.pick("accuracy (%)", "정확도 (%)") }

  var sign: Divergence {
    guard let step = history.divergedAt else { return Divergence() }
    return Divergence(label: diverged(step))
  }

  private func diverged(_ step: Int) -> String {
    let count = DisplayNumber.grouped(step)
    return language.pick("diverged at iteration \(count)", "반복 \(count)에서 발산")
  }

  /// Accuracy at the end, and the best on the test images.
  var findings: [String] {
    if let step = history.divergedAt {
      return [language.pick("The run \(diverged(step)).", "\(diverged(step))했다.")]
    }
    guard let epoch = history.epochs.last, let training = history.trainingAccuracy.last else {
      return lossFinding
    }
    var sentence = language.pick(
      "After \(epoch) epoch\(epoch == 1 ? "" : "s") \(percent(training)) of the training images",
      "\(epoch)에폭 뒤 훈련 이미지의 \(percent(training))")
    if let test = history.testAccuracy.last {
      sentence += language.pick(
        " and \(percent(test)) of the test images are right",
        ", 시험 이미지의 \(percent(test))를 맞힌다")
      if let best = bestTest, history.epochs[best] != epoch {
        let place = history.epochs[best]
        sentence += language.pick(
          "; the best was \(percent(history.testAccuracy[best])) "
            + (place == 0 ? "before the first" : "after \(place)"),
          "; 가장 높았던 것은 "
            + (place == 0 ? "훈련 전의 " : "\(place)에폭의 ") + percent(history.testAccuracy[best]))
      }
    } else {
      sentence += language.pick(" are right", "를 맞힌다")
    }
    return [sentence + "."]
  }

  private var lossFinding: [String] {
    guard let first = history.losses.first, let last = history.losses.last else { return [] }
    let count = DisplayNumber.grouped(history.losses.count)
    let from = DisplayNumber.significant(Double(first))
    let to = DisplayNumber.significant(Double(last))
    return [
      language.pick(
        "After \(counted(history.losses.count, "iteration")) the loss went from \(from) to \(to).",
        "반복 \(count)회 동안 손실이 \(from)에서 \(to)로 줄었다.")
    ]
  }

  private var bestTest: Int? {
    history.testAccuracy.indices.max { left, right in
      (history.testAccuracy[left], -left) < (history.testAccuracy[right], -right)
    }
  }

  private func percent(_ share: Double) -> String {
    DisplayNumber.fixed(100 * share, decimals: 1) + " %"
  }

  var summary: String { findings.joined(separator: " ") }

  var notes: [String] {
    let notes = TrainingNotes(
      language: language, training: result.config, source: result.source, seeds: 1)
    return [notes.network(), notes.data]
  }
}
