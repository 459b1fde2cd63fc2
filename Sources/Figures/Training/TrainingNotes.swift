import Experiments
import NeuralNet
import Training

/// Small print of figures that train: the network, the data, what was held fixed.
struct TrainingNotes {
  let language: Language
  let training: TrainingConfig
  let source: ImageSource
  let seeds: Int

  /// `Network 784-100×4-10, ReLU, He weights; batches of 128; seed 0.`
  ///
  /// - Parameter parts: what the figure compares, which is said elsewhere.
  func network(except parts: [TrainingArguments.Part] = []) -> String {
    let network = training.network
    var pieces = [
      language.name(of: network, inputs: source.inputs, classes: source.classes),
      language.name(of: network.activation),
    ]
    if !parts.contains(.initializer) {
      let name = language.name(of: network.initializer)
      pieces.append(language.pick("\(name) weights", "\(name) 초기화"))
    }
    if network.batchNorm { pieces.append(language.pick("batch norm", "배치 정규화")) }
    if !parts.contains(.dropout) && network.dropout > 0 {
      let p = TrainingArguments.plain(network.dropout)
      pieces.append(language.pick("dropout \(p)", "드롭아웃 \(p)"))
    }
    if !parts.contains(.weightDecay) && training.weightDecay > 0 {
      let lambda = TrainingArguments.plain(training.weightDecay)
      pieces.append(language.pick("weight decay \(lambda)", "가중치 감소 \(lambda)"))
    }
    if !parts.contains(.optimizer) {
      pieces.append(language.name(of: training.optimizer, convention: training.convention))
    }
    pieces.append(language.pick("batch \(training.batch)", "배치 \(training.batch)"))
    return language.pick("Network ", "신경망 ") + pieces.joined(separator: ", ") + "."
  }

  /// `Data: MNIST digits (mnist5k), 4,000 training images; seeds 0 to 4.`
  var data: String {
    let images = DisplayNumber.grouped(source.images)
    var text = language.pick(
      "Data: \(language.name(ofDataSet: source.name)), \(images) training",
      "데이터: \(language.name(ofDataSet: source.name)), 훈련 \(images)개")
    if source.testImages > 0 {
      let count = DisplayNumber.grouped(source.testImages)
      text += language.pick(" and \(count) test", ", 시험 \(count)개")
    }
    let isOne = (source.testImages > 0 ? source.testImages : source.images) == 1
    text += language.pick(isOne ? " image; " : " images; ", "; ") + seedsText
    if training.convention == .book {
      text += language.pick(
        "; formulas of “Deep Learning from Scratch”", "; 『밑바닥부터 시작하는 딥러닝』의 수식")
    }
    return text + "."
  }

  private var seedsText: String {
    let first = training.seed
    if seeds == 1 { return language.pick("seed \(first)", "시드 \(first)") }
    let last = first + UInt64(seeds - 1)
    return language.pick("seeds \(first) to \(last)", "시드 \(first)~\(last)")
  }
}
