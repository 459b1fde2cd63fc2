import CKernels
package import DenseMath

/// The way up without training: running moments, no dropout, in blocks that fit the caches.
///
/// One for each thread. What is judged, a network or its snapshot, must not change meanwhile.
package final class Evaluator {
  /// Images of a block.
  package static let blockRows = 256

  private let input: FloatBuffer
  private let buffers: [FloatBuffer]
  private let scratch: BatchNormalization.Scratch?
  private let logits: FloatBuffer
  private let gradient: FloatBuffer

  package init(for network: Network) {
    let rows = Self.blockRows
    let widest = network.layers.map(\.units).max() ?? 0
    input = FloatBuffer(count: rows * network.inputs)
    buffers = (0..<2).map { _ in FloatBuffer(count: rows * widest) }
    scratch =
      network.config.batchNorm ? BatchNormalization.Scratch(units: widest, rows: rows) : nil
    logits = FloatBuffer(count: rows * network.classes)
    gradient = FloatBuffer(count: rows * network.classes)
  }

  /// What came out for some images.
  package struct Tally: Equatable, Sendable {
    /// Images whose largest logit is that of their label.
    package var hits = 0
    /// Images with a logit that is not finite.
    package var invalid = 0
    /// Sum of the cross-entropies in nats.
    package var loss = 0.0

    package init() {}

    package mutating func add(_ other: Tally) {
      hits += other.hits
      invalid += other.invalid
      loss += other.loss
    }
  }

  /// Judges one block of images.
  ///
  /// - Parameters:
  ///   - snapshot: The moment of the network that is judged; nil for the present one.
  ///   - pixels: `[count, inputs]`, 0 to 255.
  ///   - labels: `[count]`, each below the network's classes.
  package func tally(
    _ network: Network, at snapshot: NetworkSnapshot? = nil,
    pixels: UnsafeBufferPointer<UInt8>, labels: UnsafeBufferPointer<UInt8>
  ) -> Tally {
    let rows = labels.count
    guard rows > 0, let labelBase = labels.baseAddress else { return Tally() }
    let top = forward(network, at: snapshot, pixels: pixels, rows: rows) { _, _ in }
    var tally = Tally()
    tally.hits = dlplot_hits(top.base, labelBase, rows, network.classes, &tally.invalid)
    tally.loss = dlplot_cross_entropy_loss(
      top.base, labelBase, gradient.base, rows, network.classes)
    return tally
  }

  /// The outputs of every hidden layer for one block of images, each `[count, units]`.
  package func activations(
    _ network: Network, pixels: UnsafeBufferPointer<UInt8>
  ) -> [Matrix] {
    var outputs: [Matrix] = []
    _ = forward(
      network, at: nil, pixels: pixels, rows: pixels.count / max(1, network.inputs)
    ) { _, block in
      outputs.append(
        Matrix(rows: block.rows, columns: block.columns, elements: Array(block.buffer)))
    }
    return outputs
  }

  private func forward(
    _ network: Network, at snapshot: NetworkSnapshot?, pixels: UnsafeBufferPointer<UInt8>,
    rows: Int, visit: (Int, Block) -> Void
  ) -> Block {
    precondition(rows <= Self.blockRows && pixels.count == rows * network.inputs)
    var below = input.block(rows: rows, columns: network.inputs)
    dlplot_pixels(pixels.baseAddress, below.base, below.count)
    let parameters = snapshot?.parameters ?? network.parameters
    for (index, layer) in network.layers.enumerated() {
      let z = buffers[index % 2].block(rows: rows, columns: layer.units)
      z.setProduct(
        .plain, below, network.weights(index, in: parameters),
        adding: network.bias(index, in: parameters), skippingZeros: index == 0)
      if let state = layer.norm, let norm = network.norm(index, in: parameters), let scratch {
        network.normalization.evaluate(
          z, gain: norm.gain, shift: norm.shift,
          running: snapshot?.running[index] ?? state.running, scratch: scratch)
      }
      network.config.activation.apply(to: z)
      if network.config.dropout > 0 && network.config.dropoutForm == .scaledEvaluation {
        dlplot_scale(z.base, Float(1 - network.config.dropout), z.count)
      }
      visit(index, z)
      below = z
    }
    let last = network.layers.count
    let top = logits.block(rows: rows, columns: network.classes)
    top.setProduct(
      .plain, below, network.weights(last, in: parameters),
      adding: network.bias(last, in: parameters), skippingZeros: last == 0)
    return top
  }
}
