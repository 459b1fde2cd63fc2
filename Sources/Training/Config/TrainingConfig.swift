package import NeuralNet

/// One training run, but for the images themselves.
package struct TrainingConfig: Codable, Equatable, Sendable {
  /// What the length of a run counts.
  package enum Unit: String, CaseIterable, Codable, Equatable, Sendable {
    case epochs, iterations
  }

  package var network: NetworkConfig
  package var optimizer: Optimizer
  /// λ of the L2 term `λ/2 ‖W‖²`; 0 for none.
  package var weightDecay: Double
  /// Images of a batch.
  package var batch: Int
  package var length: Int
  package var unit: Unit
  /// The first so many training images; nil for all.
  package var images: Int?
  /// The first so many test images; nil for all, 0 for none.
  package var testImages: Int?
  /// Epochs between evaluations; 0 for none at all.
  package var evaluateEvery: Int
  package var seed: UInt64

  package init(
    network: NetworkConfig, optimizer: Optimizer, weightDecay: Double = 0, batch: Int = 100,
    length: Int, unit: Unit, images: Int? = nil, testImages: Int? = nil, evaluateEvery: Int = 1,
    seed: UInt64 = 0
  ) {
    self.network = network
    self.optimizer = optimizer
    self.weightDecay = weightDecay
    self.batch = batch
    self.length = length
    self.unit = unit
    self.images = images
    self.testImages = testImages
    self.evaluateEvery = evaluateEvery
    self.seed = seed
  }

  package var convention: Convention { network.convention }

  /// Steps of a run on so many training images.
  ///
  /// The book ends with the evaluation after the first step of the last epoch.
  package func stepCount(images: Int) -> Int {
    let perEpoch = images / batch
    return switch (unit, convention) {
    case (.iterations, _): length
    case (.epochs, .standard): length * perEpoch
    case (.epochs, .book): (length - 1) * perEpoch + 1
    }
  }
}

// MARK: - Limits

extension TrainingConfig {
  package static let hiddenLayerRange = 0...200
  package static let unitRange = 1...4096
  package static let batchRange = 1...100_000
  package static let epochRange = 1...1_000_000
  package static let iterationRange = 1...100_000_000
  package static let dropoutRange = 0.0...0.95
  package static let weightDecayRange = 0.0...1e3
  package static let seedRange: ClosedRange<UInt64> = 0...(1 << 53)
  /// Most parameters of a network (200 MB with gradients and moments of Adam).
  package static let mostParameters = 12_500_000
  /// Most numbers that a network may keep for a batch (1 GiB).
  package static let mostActivations = 1 << 28

  /// Takes over a convention with the constants that go with it; the learning rate stays.
  package mutating func follow(_ convention: Convention) {
    network.convention = convention
    if convention == .book { network.dropoutForm = .scaledEvaluation }
    optimizer = Optimizer(optimizer.kind, convention: convention).with(rate: optimizer.rate)
  }

  /// Checks every number that does not depend on the images against its range.
  ///
  /// - Throws: `TrainingError` that names the option, its value and what is allowed.
  package func validate() throws(TrainingError) {
    guard Self.hiddenLayerRange.contains(network.hidden.count) else {
      throw .invalidOption("--hidden", value: "\(network.hidden.count) layers", allowed: "0...200")
    }
    for units in network.hidden { try check("--hidden", units, in: Self.unitRange) }
    try check("--batch", batch, in: Self.batchRange)
    switch unit {
    case .epochs: try check("--epochs", length, in: Self.epochRange)
    case .iterations: try check("--iterations", length, in: Self.iterationRange)
    }
    try check("--dropout", network.dropout, in: Self.dropoutRange)
    try check("--weight-decay", weightDecay, in: Self.weightDecayRange)
    if let images { try check("--images", images, in: 1...Int(1e9)) }
    if let testImages { try check("--test-images", testImages, in: 0...Int(1e9)) }
    try check("--evaluate-every", evaluateEvery, in: 0...Int(1e6))
    guard Self.seedRange.contains(seed) else {
      throw .invalidOption("--seed", value: "\(seed)", allowed: "0...9007199254740992")
    }
  }

  /// Checks what depends on the images.
  ///
  /// - Throws: `TrainingError`.
  package func validate(inputs: Int, classes: Int, images: Int) throws(TrainingError) {
    guard batch <= images else {
      throw .invalidOption(
        "--batch", value: "\(batch)", allowed: "1...\(images), the number of training images")
    }
    let layout = ParameterLayout(network, inputs: inputs, classes: classes)
    guard layout.count <= Self.mostParameters else {
      throw .invalidOption(
        "--hidden", value: network.hiddenText,
        allowed: "at most \(Self.mostParameters) parameters, this has \(layout.count)")
    }
    let largest =
      Self.mostActivations / network.numbersPerImage(inputs: inputs, classes: classes)
    guard batch <= largest else {
      throw .invalidOption(
        "--batch", value: "\(batch)",
        allowed: "1...\(largest), whose activations of this network take 1 GiB")
    }
    let perEpoch = images / batch
    guard unit == .iterations || length <= Self.iterationRange.upperBound / perEpoch else {
      throw .invalidOption(
        "--epochs", value: "\(length)",
        allowed: "1...\(Self.iterationRange.upperBound / perEpoch), "
          + "at \(perEpoch) batches an epoch")
    }
  }

  private func check(
    _ option: String, _ value: Int, in range: ClosedRange<Int>
  ) throws(TrainingError) {
    guard range.contains(value) else {
      throw .invalidOption(
        option, value: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }

  private func check(
    _ option: String, _ value: Double, in range: ClosedRange<Double>
  ) throws(TrainingError) {
    guard range.contains(value) else {
      throw .invalidOption(
        option, value: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }
}

/// Why a network cannot be trained.
package enum TrainingError: Error, Equatable, CustomStringConvertible {
  case invalidOption(_ option: String, value: String, allowed: String)

  package var description: String {
    switch self {
    case .invalidOption(let option, let value, let allowed):
      "invalid \(option): \(value) (\(allowed))"
    }
  }

  /// Whether the machine rather than the input is at fault.
  package var isMachineFault: Bool { false }
}
