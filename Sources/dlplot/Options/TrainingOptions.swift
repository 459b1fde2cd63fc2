import ArgumentParser
import NeuralNet
import Training

/// The network, its training and its data; the same options on every command that trains.
///
/// Each command has a config of its own for its defaults, and these options change what they name:
///
///     var config = OverfitConfig()
///     try trainingOptions.apply(to: &config.training, except: [.dropout, .weightDecay])
///
/// What a command compares it reads itself, and what makes no sense to it it refuses.
struct TrainingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Units of the hidden layers: 100,50 or 100x4 (four layers of 100) or none.",
      valueName: "units"))
  var hidden: String?

  @Option(
    help: ArgumentHelp("sigmoid, tanh, relu, leaky-relu or gelu.", valueName: "name"))
  var activation: String?

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp(
      "Initial weights: std=X, xavier, glorot, he, lecun or orthogonal.", valueName: "name"))
  var initializer: String?

  @Flag(help: "Normalise each hidden layer over the batch before its activation.")
  var batchNorm = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Probability that a hidden unit is silenced.", valueName: "probability"))
  var dropout: String?

  @Option(
    help: ArgumentHelp(
      "inverted (scale while training) or scaled-evaluation (the book's).", valueName: "name"))
  var dropoutForm: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Strength of the L2 penalty on the weights.", valueName: "lambda"))
  var weightDecay: String?

  @Option(
    help: ArgumentHelp(
      "sgd, momentum, nesterov, adagrad, rmsprop, adam or adamw; with rate and settings as in "
        + "adam:0.002:beta1=0.8.", valueName: "name"))
  var optimizer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Learning rate, of every optimizer.", valueName: "rate"))
  var learningRate: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Images of a batch.", valueName: "count"))
  var batch: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Length of the training in steps.", valueName: "count"))
  var iterations: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Length of the training in epochs.", valueName: "count"))
  var epochs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Train on the first so many images.", valueName: "count"))
  var images: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Test on the first so many images.", valueName: "count"))
  var testImages: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Epochs from one evaluation to the next; the last is always judged.",
      valueName: "count"))
  var evaluateEvery: String?

  @Option(
    help: ArgumentHelp(
      "standard formulas, or those of the book \"Deep Learning from Scratch\": standard or book.",
      valueName: "name"))
  var convention: String?

  @Option(
    help: ArgumentHelp(
      "Images: mnist5k, mnist, fashion, or a folder of IDX files.",
      valueName: "name|dir"))
  var data = "mnist5k"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Runs of each, with seeds from --seed on; drawn as median and range (default: 1).",
      valueName: "count"))
  var seeds: String?

  /// An option that a command reads itself, or has no use for.
  enum Part: String, CaseIterable {
    case hidden = "--hidden"
    case activation = "--activation"
    case initializer = "--init"
    case batchNorm = "--batch-norm"
    case dropout = "--dropout"
    case dropoutForm = "--dropout-form"
    case weightDecay = "--weight-decay"
    case optimizer = "--optimizer"
    case learningRate = "--learning-rate"
    case batch = "--batch"
    case length = "--iterations"
    case images = "--images"
    case testImages = "--test-images"
    case evaluateEvery = "--evaluate-every"
  }

  static let seedsRange = 1...100

  func checkedSeeds() throws(UsageError) -> Int {
    try OptionValue.integer("--seeds", seeds ?? "1", in: Self.seedsRange)
  }
}

// MARK: - Changing a config

extension TrainingOptions {
  /// Changes what the options name, but for the parts that the command reads itself.
  ///
  /// - Throws: `UsageError`, `InitializerError` or `OptimizerError` for what cannot be read.
  func apply(to config: inout TrainingConfig, except parts: [Part] = []) throws {
    func given(_ part: Part, _ text: String?) -> String? { parts.contains(part) ? nil : text }
    if convention != nil { config.follow(try checkedConvention()) }

    if let text = given(.hidden, hidden) { config.network.hidden = try Self.layers(text) }
    if let text = given(.activation, activation) {
      config.network.activation = try OptionValue.choice("--activation", text)
    }
    if let text = given(.initializer, initializer) {
      config.network.initializer = try OptionValue.initializer(text)
    }
    if batchNorm && !parts.contains(.batchNorm) { config.network.batchNorm = true }
    if let text = given(.dropout, dropout) {
      config.network.dropout = try Self.probability("--dropout", text)
    }
    if let text = given(.dropoutForm, dropoutForm) {
      config.network.dropoutForm = try OptionValue.choice("--dropout-form", text)
    }
    if let text = given(.weightDecay, weightDecay) {
      config.weightDecay = try Self.penalty("--weight-decay", text)
    }
    if let text = given(.optimizer, optimizer) {
      config.optimizer = try OptionValue.optimizer(text, convention: config.convention)
    }
    if !parts.contains(.learningRate), let rate = try checkedLearningRate() {
      config.optimizer = config.optimizer.with(rate: rate)
    }
    try applyLength(to: &config, except: parts)
  }

  private func applyLength(
    to config: inout TrainingConfig, except parts: [Part]
  ) throws(UsageError) {
    func count(
      _ part: Part, _ text: String?, in range: ClosedRange<Int>
    ) throws(UsageError) -> Int? {
      guard let text, !parts.contains(part) else { return nil }
      return try OptionValue.integer(part.rawValue, text, in: range)
    }
    config.batch =
      try count(.batch, batch, in: TrainingConfig.batchRange) ?? config.batch
    if !parts.contains(.length) {
      switch (iterations, epochs) {
      case (nil, nil): break
      case (let text?, nil):
        config.unit = .iterations
        config.length = try OptionValue.integer(
          "--iterations", text, in: TrainingConfig.iterationRange)
      case (nil, let text?):
        config.unit = .epochs
        config.length = try OptionValue.integer("--epochs", text, in: TrainingConfig.epochRange)
      case (_?, let text?):
        throw .invalid("--epochs", value: text, allowed: "either --iterations or --epochs")
      }
    }
    config.images = try count(.images, images, in: 1...Int(1e9)) ?? config.images
    config.testImages = try count(.testImages, testImages, in: 0...Int(1e9)) ?? config.testImages
    config.evaluateEvery =
      try count(.evaluateEvery, evaluateEvery, in: 1...Int(1e6)) ?? config.evaluateEvery
  }

  /// Refuses options that the command has no use for, rather than pass over them in silence.
  func refuse(_ parts: [Part], because reason: String) throws(UsageError) {
    for part in parts {
      guard let text = text(of: part) else { continue }
      throw .invalid(part.rawValue, value: text, allowed: reason)
    }
  }

  private func text(of part: Part) -> String? {
    switch part {
    case .hidden: hidden
    case .activation: activation
    case .initializer: initializer
    case .batchNorm: batchNorm ? "given" : nil
    case .dropout: dropout
    case .dropoutForm: dropoutForm
    case .weightDecay: weightDecay
    case .optimizer: optimizer
    case .learningRate: learningRate
    case .batch: batch
    case .length: iterations ?? epochs
    case .images: images
    case .testImages: testImages
    case .evaluateEvery: evaluateEvery
    }
  }
}

// MARK: - Single values

extension TrainingOptions {
  func checkedConvention() throws(UsageError) -> Convention {
    guard let convention else { return .standard }
    return try OptionValue.choice("--convention", convention)
  }

  func checkedLearningRate() throws(UsageError) -> Double? {
    guard let learningRate else { return nil }
    let range = Optimizer.Setting.rate.range
    return try OptionValue.number(
      "--learning-rate", learningRate, in: range, allowed: "1e-12...1e6")
  }

  /// The optimizers of a list such as `sgd,adam:0.002`, with `--learning-rate` where it is given.
  func optimizers(default kinds: [Optimizer.Kind]) throws -> [Optimizer] {
    let convention = try checkedConvention()
    var optimizers = kinds.map { Optimizer($0, convention: convention) }
    if let optimizer {
      optimizers = try optimizer.split(separator: ",", omittingEmptySubsequences: false).map {
        try OptionValue.optimizer(String($0), convention: convention)
      }
    }
    guard let rate = try checkedLearningRate() else { return optimizers }
    return optimizers.map { $0.with(rate: rate) }
  }

  /// The initializers of a list such as `std=0.01,he`; nil where none is given.
  func initializers() throws -> [Initializer]? {
    guard let initializer else { return nil }
    var list: [Initializer] = []
    for name in initializer.split(separator: ",", omittingEmptySubsequences: false) {
      list.append(try OptionValue.initializer(String(name)))
    }
    return list
  }

  static func probability(_ option: String, _ text: String) throws(UsageError) -> Double {
    try OptionValue.number(option, text, in: TrainingConfig.dropoutRange, allowed: "0...0.95")
  }

  static func penalty(_ option: String, _ text: String) throws(UsageError) -> Double {
    try OptionValue.number(option, text, in: TrainingConfig.weightDecayRange, allowed: "0...1000")
  }

  /// Units of each layer: `100,50`, `100x4`, `200,100x3`, `none`.
  static func layers(_ text: String) throws(UsageError) -> [Int] {
    guard
      let units = NetworkConfig.layers(
        text, units: TrainingConfig.unitRange, most: TrainingConfig.hiddenLayerRange.upperBound)
    else {
      throw .invalid(
        "--hidden", value: text,
        allowed: NetworkConfig.layersForm + "; 1...4096 units, 0...200 layers")
    }
    return units
  }
}
