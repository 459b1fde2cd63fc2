import DenseMath
import NeuralNet

/// Sends samples through freshly drawn layers and measures what comes out of each.
///
/// A layer computes `a = f(z)`, `z = x W` with `x` `[samples, inputs]` and `W` `[inputs, units]`;
/// biases are zero. The initializers scale the same normal draws, so that rows differ by the scheme
/// and not by chance.
package struct ActivationsExperiment: Sendable {
  package let config: ActivationsConfig
  /// Images as `[count, pixels]` in 0...1, for `config.input == .images`.
  private let images: Images?

  /// Pixels of images, scaled to 0...1.
  package struct Images: Sendable {
    package var pixels: [Float]
    package var features: Int
    package var dataSet: String

    package init(pixels: [Float], features: Int, dataSet: String) {
      self.pixels = pixels
      self.features = features
      self.dataSet = dataSet
    }

    package var count: Int { features > 0 ? pixels.count / features : 0 }
  }

  /// - Throws: `ExperimentError` for a config out of its limits or more samples than images.
  package init(_ config: ActivationsConfig, images: Images? = nil) throws(ExperimentError) {
    try config.validate()
    self.config = config
    self.images = config.input == .images ? images : nil
    if let images = self.images, images.count < config.samples {
      throw .notEnoughImages(
        wanted: config.samples, there: images.count, dataSet: images.dataSet)
    }
  }

  /// Runs all initializers, several at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package func run(threads: Int = 1) throws -> ActivationsResult {
    let input = input()
    let features = images?.features ?? config.width
    let moments = UnitMoments(input, units: features)
    let threadsEach = max(1, threads / config.initializers.count)
    let rows = try Parallel.map(count: config.initializers.count, threads: threads) { index in
      try run(
        config.initializers[index], input: input, features: features, threads: threadsEach)
    }
    return ActivationsResult(
      config: config, features: features, inputMean: moments.mean,
      inputStandardDeviation: moments.standardDeviation,
      samplesAreEqual: areEqual(input, features: features) ? true : nil, rows: rows)
  }

  /// Whether each sample is the first one again.
  private func areEqual(_ input: [Float], features: Int) -> Bool {
    zip(input.dropFirst(features), input).allSatisfy { $0 == $1 }
  }

  /// The samples, `[samples, features]`.
  private func input() -> [Float] {
    if let images { return Array(images.pixels.prefix(config.samples * images.features)) }
    return normals(config.samples * config.width, for: .samples)
  }

  private func normals(_ count: Int, for purpose: RandomPurpose) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    var span = values.mutableSpan
    RandomStream(seed: config.seed).substream(purpose).fillNormal(&span)
    return values
  }

  private func run(
    _ initializer: Initializer, input: [Float], features: Int, threads: Int
  ) throws -> ActivationsResult.Row {
    let range = config.range[0]...config.range[1]
    var deviations: [Double] = []
    var layers: [LayerActivations] = []
    var weights: [Matrix] = []
    var preActivations: [Matrix] = []
    var signal = Matrix(rows: config.samples, columns: features, elements: input)
    var next = Matrix(rows: config.samples, columns: config.width)
    for layer in 0..<config.layers {
      let fanIn = signal.columns
      let weight = initializer.weights(
        fanIn: fanIn, fanOut: config.width,
        stream: RandomStream(seed: config.seed).substream(.weights).substream(layer))
      deviations.append(initializer.standardDeviation(fanIn: fanIn, fanOut: config.width))
      // Pixels that are zero are left out of the products, as in every input layer.
      next.setProduct(
        of: signal, weight, skippingZeros: layer == 0 && config.input == .images,
        threads: threads)
      if config.gradients {
        weights.append(weight)
        preActivations.append(next)
      }
      next.withMutableSpan { config.activation.apply(to: &$0) }
      layers.append(
        try LayerActivations(
          measuring: next.elements, units: config.width, activation: config.activation,
          range: range, bins: config.bins))
      swap(&signal, &next)
      // From the second layer on two buffers take turns; the input belongs to all rows.
      if layer == 0 { next = Matrix(rows: config.samples, columns: config.width) }
    }
    let gradients =
      config.gradients
      ? try gradients(weights: weights, preActivations: preActivations, threads: threads) : []
    return ActivationsResult.Row(
      initializer: initializer, weightStandardDeviations: deviations, layers: layers,
      gradients: gradients)
  }

  /// Sends standard normal gradients of the last layer's output back to every layer's input of the
  /// activation: `g_l = (g_{l+1} W_{l+1}^T) f'(z_l)`, elementwise in the last product.
  private func gradients(
    weights: [Matrix], preActivations: [Matrix], threads: Int
  ) throws -> [LayerGradients] {
    var measured: [LayerGradients] = []
    var gradient = Matrix(
      rows: config.samples, columns: config.width,
      elements: normals(config.samples * config.width, for: .gradients))
    for layer in (0..<config.layers).reversed() {
      gradient.withMutableSpan {
        config.activation.multiplyBySlope(&$0, preActivations: preActivations[layer].elements)
      }
      measured.append(try LayerGradients(measuring: gradient.elements))
      if layer > 0 {
        var below = Matrix(rows: config.samples, columns: weights[layer].rows)
        below.setProduct(of: gradient, transposing: weights[layer], threads: threads)
        gradient = below
      }
    }
    return measured.reversed()
  }
}
