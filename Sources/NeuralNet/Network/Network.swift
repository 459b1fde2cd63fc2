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
  /// Loss of each image of the last batch, `[capacity]`.
  private let rowLosses: UnsafeMutableBufferPointer<Double>
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
    rowLosses = .allocate(capacity: capacity)
    rowLosses.initialize(repeating: 0)
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

  deinit { rowLosses.deallocate() }

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
  /// The images are dealt over the team on their way up and down, then the inputs of each layer for
  /// the gradients of its weights: no member waits for another but twice. Batch normalisation looks
  /// at all images at once, and is left to one thread.
  ///
  /// - Parameters:
  ///   - input: `[batch, inputs]`, images scaled to 0...1.
  ///   - labels: `[batch]`, each below `classes`.
  ///   - step: Number of the batch, from 0; it decides the dropout masks.
  ///   - team: Threads that share the work; they change the time and nothing else.
  /// - Returns: Mean cross-entropy in nats; not finite where the network diverged.
  func backpropagate(
    input: Block, labels: UnsafePointer<UInt8>, step: Int, team: Team? = nil
  ) -> Double {
    precondition(input.rows <= capacity && input.rows > 0 && input.columns == inputs)
    let team = config.batchNorm ? nil : team
    Self.deal(input.rows, over: team) { rows in
      up(input: input, labels: labels, rows: rows, step: step, movesRunningMoments: true)
      down(rows: rows, of: input.rows)
    }
    let loss = meanLoss(rows: input.rows)
    if let team {
      let members = team.size
      team.run { weightGradients(input: input, member: $0, members: members) }
    } else {
      weightGradients(input: input, member: 0, members: 1)
    }
    return loss
  }

  /// The loss of a batch without its gradient; `gradients` stay as they are.
  ///
  /// Batch normalisation takes the moments of the batch and leaves the running ones alone.
  func loss(
    input: Block, labels: UnsafePointer<UInt8>, step: Int, team: Team? = nil
  ) -> Double {
    Self.deal(input.rows, over: config.batchNorm ? nil : team) { rows in
      up(input: input, labels: labels, rows: rows, step: step, movesRunningMoments: false)
    }
    return meanLoss(rows: input.rows)
  }

  /// Calls `work` for the rows of each member, or for all of them where there is no team.
  private static func deal(_ rows: Int, over team: Team?, _ work: (Range<Int>) -> Void) {
    guard let team else { return work(0..<rows) }
    let members = team.size
    team.run { member in
      let part = Team.share(of: rows, member: member, members: members, quantum: 8)
      if !part.isEmpty { work(part) }
    }
  }

  /// The losses of the images, added up in their order.
  private func meanLoss(rows: Int) -> Double {
    var total = 0.0
    for row in 0..<rows { total += rowLosses[row] }
    return total / Double(rows)
  }

  /// The way up of some images; the gradient of their logits is left in `logits`.
  private func up(
    input: Block, labels: UnsafePointer<UInt8>, rows: Range<Int>, step: Int,
    movesRunningMoments: Bool
  ) {
    let count = input.rows
    var below = input.part(rows)
    for (index, layer) in layers.enumerated() {
      let z = layer.activated.block(rows: count, columns: layer.units).part(rows)
      z.setProduct(
        .plain, below, weights(index, in: parameters), adding: bias(index, in: parameters),
        skippingZeros: index == 0)
      if let state = layer.norm, let norm = self.norm(index, in: parameters) {
        normalization.forward(
          z, gain: norm.gain, shift: norm.shift, state: state,
          movesRunningMoments: movesRunningMoments)
      }
      if let slopes = layer.slopes {
        let slopes = slopes.block(rows: count, columns: layer.units).part(rows)
        dlplot_gelu_derivative_map(z.base, slopes.base, z.count)
      }
      config.activation.apply(to: z)
      below = z
      if let mask = layer.mask {
        let mask = mask.block(rows: count, columns: layer.units).part(rows)
        drawMask(mask, layer: index, step: step, firstRow: rows.lowerBound)
        below = layer.outputs.block(rows: count, columns: layer.units).part(rows)
        dlplot_multiply(z.base, mask.base, below.base, z.count)
      }
    }
    let last = layers.count
    let top = logits.block(rows: count, columns: classes).part(rows)
    top.setProduct(
      .plain, below, weights(last, in: parameters), adding: bias(last, in: parameters),
      skippingZeros: last == 0)
    dlplot_cross_entropy_rows(
      top.base, labels + rows.lowerBound, top.base,
      rowLosses.baseAddress.map { $0 + rows.lowerBound }, rows.count, classes, count)
  }

  /// The gradients of some images on their way down to the first hidden layer.
  private func down(rows: Range<Int>, of count: Int) {
    var g = logits.block(rows: count, columns: classes).part(rows)
    for index in layers.indices.reversed() {
      let layer = layers[index]
      func part(_ buffer: FloatBuffer) -> Block {
        buffer.block(rows: count, columns: layer.units).part(rows)
      }
      let below = part(layer.gradient)
      below.setProduct(.transposedRight, g, weights(index + 1, in: parameters))
      if let mask = layer.mask {
        dlplot_multiply(below.base, part(mask).base, below.base, below.count)
      }
      config.activation.multiplyBySlope(
        below, outputs: part(layer.activated), slopes: layer.slopes.map(part))
      if let state = layer.norm, let norm = self.norm(index, in: parameters),
        let slots = self.norm(index, in: gradients)
      {
        normalization.backward(
          below, gain: norm.gain, gainGradient: slots.gain, shiftGradient: slots.shift,
          state: state)
      }
      g = below
    }
  }

  /// A member's share of the gradients of weights and biases, from all images.
  private func weightGradients(input: Block, member: Int, members: Int) {
    let rows = input.rows
    for index in layout.layers.indices {
      let place = layout.layers[index]
      let below =
        index == 0
        ? input
        : layers[index - 1].outputs.block(rows: rows, columns: layers[index - 1].units)
      let g =
        index == layers.count
        ? logits.block(rows: rows, columns: classes)
        : layers[index].gradient.block(rows: rows, columns: place.units)
      let part = Team.share(of: place.inputs, member: member, members: members, quantum: 8)
      weights(index, in: gradients).setRows(
        part, ofProductTransposing: below, g, skippingZeros: index == 0)
      if index % members == member {
        dlplot_column_sums_float(g.base, bias(index, in: gradients).base, rows, place.units)
      }
    }
  }

  /// The hidden units that the dropout of a step keeps, 1 for each and 0 for the others:
  /// `[rows, units]`.
  package func keptUnits(ofLayer layer: Int, step: Int, rows: Int) -> [UInt8] {
    let mask = FloatBuffer(count: rows * layers[layer].units)
    drawMask(
      mask.block(rows: rows, columns: layers[layer].units), layer: layer, step: step, firstRow: 0)
    return mask.elements.map { $0 == 0 ? 0 : 1 }
  }

  /// Units that stay, by the stream of the layer and the step.
  private func drawMask(_ mask: Block, layer: Int, step: Int, firstRow: Int) {
    let keep = 1 - config.dropout
    let value: Float = config.dropoutForm == .inverted ? Float(1 / keep) : 1
    var span = MutableSpan(_unsafeElements: mask.mutableBuffer)
    RandomStream(seed: seed).substream(.dropout).substream(layer).substream(step)
      .fillMask(&span, keeping: keep, value: value, from: firstRow * mask.columns)
  }
}
