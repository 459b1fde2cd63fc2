import Experiments
import NeuralNet
import Training

/// The arguments that lead to a training config, those that are a command's defaults left out.
enum TrainingArguments {
  /// What a command writes itself.
  enum Part: Equatable { case optimizer, initializer, dropout, weightDecay, length }

  /// - Parameters:
  ///   - standard: the command's own defaults.
  ///   - parts: what the command compares and writes itself.
  static func list(
    _ config: TrainingConfig, unlike standard: TrainingConfig, source: ImageSource, seeds: Int,
    except parts: [Part] = []
  ) -> [String] {
    var arguments: [String] = []
    func add(_ option: String, _ value: String, unless isDefault: Bool) {
      if !isDefault { arguments += [option, value] }
    }
    let network = config.network
    let usual = standard.network
    let isBook = config.convention == .book
    add("--data", source.name, unless: source.name == ImageSource.standard)
    add("--hidden", network.hiddenText, unless: network.hidden == usual.hidden)
    add("--activation", network.activation.rawValue, unless: network.activation == usual.activation)
    if !parts.contains(.initializer) {
      add("--init", network.initializer.name, unless: network.initializer == usual.initializer)
    }
    if network.batchNorm && !usual.batchNorm { arguments.append("--batch-norm") }
    if !parts.contains(.dropout) {
      add("--dropout", plain(network.dropout), unless: network.dropout == usual.dropout)
    }
    add(
      "--dropout-form", network.dropoutForm.rawValue,
      unless: network.dropoutForm == (isBook ? .scaledEvaluation : usual.dropoutForm))
    if !parts.contains(.weightDecay) {
      add(
        "--weight-decay", plain(config.weightDecay),
        unless: config.weightDecay == standard.weightDecay)
    }
    if !parts.contains(.optimizer) {
      let usual = Optimizer(standard.optimizer.kind, convention: config.convention)
        .with(rate: standard.optimizer.rate)
      add(
        "--optimizer", config.optimizer.name(convention: config.convention),
        unless: config.optimizer == usual)
    }
    add("--batch", "\(config.batch)", unless: config.batch == standard.batch)
    if !parts.contains(.length) {
      add(
        config.unit == .epochs ? "--epochs" : "--iterations", "\(config.length)",
        unless: config.length == standard.length && config.unit == standard.unit)
    }
    if let images = config.images {
      add("--images", "\(images)", unless: images == standard.images)
    }
    if let count = config.testImages {
      add("--test-images", "\(count)", unless: count == standard.testImages)
    }
    add(
      "--evaluate-every", "\(config.evaluateEvery)",
      unless: config.evaluateEvery == standard.evaluateEvery)
    add("--convention", config.convention.rawValue, unless: !isBook)
    add("--seeds", "\(seeds)", unless: seeds == 1)
    add("--seed", "\(config.seed)", unless: config.seed == 0)
    return arguments
  }

  /// The shortest digits that give the number back, without a needless `.0`.
  static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
