package import NeuralNet

/// What `dlplot activations` measures: a signal that passes through freshly drawn layers.
package struct ActivationsConfig: Codable, Equatable, Sendable {
  /// Where the samples come from.
  package enum Input: String, CaseIterable, Codable, Equatable, Sendable {
    /// A standard normal distribution, `[samples, width]`.
    case normal
    /// Images of a data set scaled to 0...1, `[samples, pixels]`.
    case images
  }

  package var initializers: [Initializer]
  package var activation: Activation
  package var layers: Int
  /// Units of every layer, and features of a normal input.
  package var width: Int
  package var samples: Int
  package var input: Input
  package var bins: Int
  /// Ends of the histograms' range.
  package var range: [Double]
  /// Whether gradients are sent back through the layers.
  package var gradients: Bool
  package var seed: UInt64

  package init(
    initializers: [Initializer] = defaultInitializers, activation: Activation = .sigmoid,
    layers: Int = 5, width: Int = 100, samples: Int = 1000, input: Input = .normal,
    bins: Int = 30, range: ClosedRange<Double>? = nil, gradients: Bool = false, seed: UInt64 = 0
  ) {
    self.initializers = initializers
    self.activation = activation
    self.layers = layers
    self.width = width
    self.samples = samples
    self.input = input
    self.bins = bins
    let range = range ?? Self.defaultRange(of: activation)
    self.range = [range.lowerBound, range.upperBound]
    self.gradients = gradients
    self.seed = seed
  }

  package static let defaultInitializers: [Initializer] = [
    .normal(standardDeviation: 1), .normal(standardDeviation: 0.01), .xavier, .he,
  ]

  /// The range that is drawn unless the user gives another: the same for every initializer, so
  /// that heights and places can be compared.
  package static func defaultRange(of activation: Activation) -> ClosedRange<Double> {
    switch activation {
    case .sigmoid: 0...1
    case .tanh: -1...1
    case .relu: 0...4
    case .leakyReLU, .gelu: -0.5...4
    }
  }
}

// MARK: - Limits

extension ActivationsConfig {
  package static let layerRange = 1...200
  package static let widthRange = 1...4096
  package static let sampleRange = 1...1_000_000
  package static let binRange = 1...1000
  package static let initializerCountRange = 1...12
  /// Most values of one layer, samples times units (400 MB of Float32).
  package static let mostValues = 100_000_000
  /// Most multiplications and additions in all, so that no run takes hours by a slip.
  package static let mostOperations = 2e14

  /// Checks every number against its range.
  ///
  /// - Throws: `ExperimentError` that names the option, its value and what is allowed.
  package func validate() throws(ExperimentError) {
    try check("--layers", layers, in: Self.layerRange)
    try check("--width", width, in: Self.widthRange)
    try check("--samples", samples, in: Self.sampleRange)
    try check("--bins", bins, in: Self.binRange)
    guard Self.initializerCountRange.contains(initializers.count) else {
      throw .invalidOption(
        "--init", value: "\(initializers.count) initializers", allowed: "1...12")
    }
    for (index, one) in initializers.enumerated() where initializers[..<index].contains(one) {
      throw .invalidOption("--init", value: "\(one.name) twice", allowed: "each once")
    }
    guard range.count == 2, range[0].isFinite, range[1].isFinite, range[0] < range[1],
      abs(range[0]) <= 1e6, abs(range[1]) <= 1e6
    else {
      throw .invalidOption(
        "--range", value: range.map(\.description).joined(separator: ".."),
        allowed: "LOW..HIGH with LOW < HIGH, both within -1e6...1e6")
    }
    guard seed <= 1 << 53 else {
      throw .invalidOption("--seed", value: "\(seed)", allowed: "0...9007199254740992")
    }
    guard samples * width <= Self.mostValues else {
      throw .invalidOption(
        "--samples times --width", value: "\(samples) x \(width)",
        allowed: "at most \(Self.mostValues) values")
    }
    guard !gradients || samples * width * layers <= 4 * Self.mostValues else {
      throw .invalidOption(
        "--samples x --width x --layers with --gradients",
        value: "\(samples) x \(width) x \(layers)",
        allowed: "at most \(4 * Self.mostValues) values")
    }
    let operations =
      2 * Double(samples) * Double(width) * Double(width) * Double(layers)
      * Double(initializers.count)
    guard operations <= Self.mostOperations else {
      throw .invalidOption(
        "--samples x --width^2 x --layers",
        value: "\(samples) x \(width)^2 x \(layers) for \(initializers.count) initializers",
        allowed: "at most 1e14 products")
    }
  }

  private func check(
    _ option: String, _ value: Int, in range: ClosedRange<Int>
  ) throws(ExperimentError) {
    guard range.contains(value) else {
      throw .invalidOption(
        option, value: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }
}

// MARK: - Work

extension ActivationsConfig {
  package func work(on source: ImageSource?) -> Double {
    let inputs = Double(input == .images ? source?.inputs ?? width : width)
    let (width, samples) = (Double(width), Double(samples))
    let weights = inputs * width + Double(layers - 1) * width * width
    let values = samples * width * Double(layers)
    // There, and back for gradients; a value is drawn, bent, counted and digested.
    let perRow = 2 * samples * weights * (gradients ? 2 : 1) + values * (gradients ? 600 : 300)
    return initializers.reduce(0) { sum, initializer in
      // Weights are drawn; those that are orthogonal are made so, one column by those before it.
      let making =
        initializer == .orthogonal ? weights * (100 + 120 * min(inputs, width)) : weights * 100
      return sum + perRow + making
    }
  }
}
