import CKernels
import DenseMath

/// A fully connected classifier: its parameters, and its way forward and back.
///
/// A hidden layer computes `a = f(norm(x W + b))` with `x` `[batch, inputs]` and `W`
/// `[inputs, units]`, then dropout; the last layer gives logits `[batch, classes]` for softmax with
/// cross-entropy. Products of the input layer omit pixels that are exactly zero. Nothing is
/// allocated after `init`.
package final class Network {
  package let config: NetworkConfig
  package let inputs: Int
  package let classes: Int
  package let layout: ParameterLayout
  /// `[layout.count]`.
  package let parameters: FloatBuffer
  /// Of the mean loss of the last batch, `[layout.count]`.
  package let gradients: FloatBuffer
  /// Images of the largest batch.
  package let capacity: Int
  let normalization: BatchNormalization
  let layers: [HiddenLayer]
  let logits: FloatBuffer
  private let seed: UInt64

  /// Draws the initial weights; biases and shifts are 0, gains 1.
  ///
  /// - Parameters:
  ///   - inputs: Features of an image.
  ///   - capacity: Images of the largest batch.
  ///   - seed: Of weights and dropout.
  package init(
    _ config: NetworkConfig, inputs: Int, classes: Int, capacity: Int, seed: UInt64
  ) {
    self.config = config
    self.inputs = inputs
    self.classes = classes
    self.capacity = capacity
    self.seed = seed
    layout = ParameterLayout(config, inputs: inputs, classes: classes)
    parameters = FloatBuffer(count: layout.count)
    gradients = FloatBuffer(count: layout.count)
    normalization = BatchNormalization(config.convention)
    let initialVariance = normalization.initialVariance
    layers = layout.layers.dropLast().map {
      HiddenLayer(
        config: config, units: $0.units, capacity: capacity, initialVariance: initialVariance)
    }
    logits = FloatBuffer(count: capacity * classes)
    for (index, layer) in layout.layers.enumerated() {
      let stream = RandomStream(seed: seed).substream(.weights).substream(index)
      let weights = config.initializer.weights(
        fanIn: layer.inputs, fanOut: layer.units, stream: stream)
      weights.withSpan { span in
        for place in span.indices { parameters.base[layer.weights + place] = span[place] }
      }
      if let gain = layer.gain {
        for unit in 0..<layer.units { parameters.base[gain + unit] = 1 }
      }
    }
  }

  /// What a hidden layer remembers of a batch.
  final class HiddenLayer {
    let units: Int
    /// `f(·)`, `[capacity, units]`.
    let activated: FloatBuffer
    /// After dropout; the same buffer without it.
    let outputs: FloatBuffer
    /// Gradient on its way down.
    let gradient: FloatBuffer
    /// `f'(·)` where the outputs do not tell it.
    let slopes: FloatBuffer?
    let mask: FloatBuffer?
    let norm: BatchNormalization.State?

    init(config: NetworkConfig, units: Int, capacity: Int, initialVariance: Float) {
      self.units = units
      let count = units * capacity
      activated = FloatBuffer(count: count)
      outputs = config.dropout > 0 ? FloatBuffer(count: count) : activated
      gradient = FloatBuffer(count: count)
      slopes = config.activation.slopeNeedsInput ? FloatBuffer(count: count) : nil
      mask = config.dropout > 0 ? FloatBuffer(count: count) : nil
      norm =
        config.batchNorm
        ? BatchNormalization.State(
          units: units, capacity: capacity, initialVariance: initialVariance) : nil
    }
  }
}

// MARK: - Parameters by layer

extension Network {
  func weights(_ layer: Int, in buffer: FloatBuffer) -> Block {
    let place = layout.layers[layer]
    return buffer.block(place.weights, rows: place.inputs, columns: place.units)
  }

  func bias(_ layer: Int, in buffer: FloatBuffer) -> Block {
    buffer.block(layout.layers[layer].bias, rows: 1, columns: layout.layers[layer].units)
  }

  /// Gain and shift of a hidden layer, nil where it is not normalised.
  func norm(_ layer: Int, in buffer: FloatBuffer) -> (gain: Block, shift: Block)? {
    let place = layout.layers[layer]
    guard let gain = place.gain, let shift = place.shift else { return nil }
    return (
      buffer.block(gain, rows: 1, columns: place.units),
      buffer.block(shift, rows: 1, columns: place.units)
    )
  }
}

extension Network {
  /// Running mean, then running variance of each normalised layer, `[2 * units]` each; empty
  /// without batch normalisation.
  package var runningMoments: [[Float]] { layers.compactMap { $0.norm?.running.elements } }

  /// Takes running moments as `runningMoments` gave them.
  package func setRunningMoments(_ moments: [[Float]]) {
    for (state, values) in zip(layers.compactMap(\.norm), moments) { state.running.copy(values) }
  }
}

// MARK: - A batch

extension Network {
  /// Loss of a batch, and its gradient in `gradients`.
  ///
  /// - Parameters:
  ///   - input: `[batch, inputs]`, images scaled to 0...1.
  ///   - labels: `[batch]`, each below `classes`.
  ///   - step: Number of the batch, from 0; it decides the dropout masks.
  /// - Returns: Mean cross-entropy in nats; not finite where the network diverged.
  func backpropagate(
    input: Block, labels: UnsafePointer<UInt8>, step: Int, threads: Int = 1
  ) -> Double {
    let loss = forward(
      input: input, labels: labels, step: step, movesRunningMoments: true, threads: threads)
    backward(input: input, threads: threads)
    return loss
  }

  /// The way up while training; the gradient of the logits is left in `logits`.
  func forward(
    input: Block, labels: UnsafePointer<UInt8>, step: Int, movesRunningMoments: Bool, threads: Int
  ) -> Double {
    let rows = input.rows
    precondition(rows <= capacity && rows > 0 && input.columns == inputs)
    var below = input
    for (index, layer) in layers.enumerated() {
      let z = layer.activated.block(rows: rows, columns: layer.units)
      z.setProduct(
        .plain, below, weights(index, in: parameters), adding: bias(index, in: parameters),
        skippingZeros: index == 0, threads: threads)
      if let state = layer.norm, let norm = self.norm(index, in: parameters) {
        normalization.forward(
          z, gain: norm.gain, shift: norm.shift, state: state,
          movesRunningMoments: movesRunningMoments)
      }
      if let slopes = layer.slopes {
        dlplot_gelu_derivative_map(z.base, slopes.base, z.count)
      }
      config.activation.apply(to: z)
      below = z
      if let mask = layer.mask {
        drawMask(mask, layer: index, step: step, count: z.count)
        below = layer.outputs.block(rows: rows, columns: layer.units)
        dlplot_multiply(z.base, mask.base, below.base, z.count)
      }
    }
    let last = layers.count
    let top = logits.block(rows: rows, columns: classes)
    top.setProduct(
      .plain, below, weights(last, in: parameters), adding: bias(last, in: parameters),
      skippingZeros: last == 0, threads: threads)
    let total = dlplot_cross_entropy(top.base, labels, top.base, rows, classes)
    return total / Double(rows)
  }

  private func backward(input: Block, threads: Int) {
    let rows = input.rows
    var g = logits.block(rows: rows, columns: classes)
    for index in layout.layers.indices.reversed() {
      let isFirst = index == 0
      let below =
        isFirst
        ? input
        : layers[index - 1].outputs.block(rows: rows, columns: layers[index - 1].units)
      weights(index, in: gradients).setProduct(
        .transposedLeft, below, g, skippingZeros: isFirst, threads: threads)
      let units = layout.layers[index].units
      dlplot_column_sums_float(g.base, bias(index, in: gradients).base, rows, units)
      if isFirst { return }

      let layer = layers[index - 1]
      let down = layer.gradient.block(rows: rows, columns: layer.units)
      down.setProduct(.transposedRight, g, weights(index, in: parameters), threads: threads)
      if let mask = layer.mask { dlplot_multiply(down.base, mask.base, down.base, down.count) }
      config.activation.multiplyBySlope(
        down, outputs: layer.activated.block(rows: rows, columns: layer.units),
        slopes: layer.slopes?.block(rows: rows, columns: layer.units))
      if let state = layer.norm, let norm = self.norm(index - 1, in: parameters),
        let slots = self.norm(index - 1, in: gradients)
      {
        normalization.backward(
          down, gain: norm.gain, gainGradient: slots.gain, shiftGradient: slots.shift,
          state: state)
      }
      g = down
    }
  }

  /// The hidden units that the dropout of a step keeps, 1 for each and 0 for the others:
  /// `[rows, units]`.
  package func keptUnits(ofLayer layer: Int, step: Int, rows: Int) -> [UInt8] {
    let mask = FloatBuffer(count: rows * layers[layer].units)
    drawMask(mask, layer: layer, step: step, count: mask.count)
    return mask.elements.map { $0 == 0 ? 0 : 1 }
  }

  /// Units that stay, by the stream of the layer and the step.
  private func drawMask(_ mask: FloatBuffer, layer: Int, step: Int, count: Int) {
    let keep = 1 - config.dropout
    let value: Float = config.dropoutForm == .inverted ? Float(1 / keep) : 1
    var span = MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(start: mask.base, count: count))
    RandomStream(seed: seed).substream(.dropout).substream(layer).substream(step)
      .fillMask(&span, keeping: keep, value: value)
  }
}
