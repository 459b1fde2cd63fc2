import DenseMath
import NeuralNet

/// A few made-up images and parameters, the same on every machine.
struct SmallBatch {
  let inputs: Int
  let classes: Int
  /// `[batch, inputs]`; about a third are zero.
  var pixels: [UInt8]
  /// `[batch]`; every class occurs.
  let labels: [UInt8]

  init(count: Int = 7, inputs: Int = 6, classes: Int = 3, seed: UInt64 = 5) {
    self.inputs = inputs
    self.classes = classes
    let stream = RandomStream(seed: seed).substream(.samples)
    pixels = (0..<count * inputs).map {
      let word = stream.word(at: $0)
      return word % 3 == 0 ? 0 : UInt8(word >> 24)
    }
    labels = (0..<count).map { UInt8($0 % classes) }
  }

  /// `[batch][inputs]` as the network takes them: each grey level over 255, rounded to Float.
  var rows: [[Double]] {
    labels.indices.map { row in
      pixels[row * inputs..<(row + 1) * inputs].map { Double(Float($0) / 255) }
    }
  }

  /// A batch that holds all images, in their order.
  func gathered() -> ImageBatch {
    let batch = ImageBatch(capacity: labels.count, features: inputs)
    pixels.withUnsafeBufferPointer { pixels in
      labels.withUnsafeBufferPointer { labels in
        batch.gather(Array(0..<labels.count)[...], pixels: pixels, classes: labels)
      }
    }
    return batch
  }

  /// What an evaluator says of all images.
  func tally(_ network: Network) -> Evaluator.Tally {
    let evaluator = Evaluator(for: network)
    return pixels.withUnsafeBufferPointer { pixels in
      labels.withUnsafeBufferPointer { labels in
        evaluator.tally(network, pixels: pixels, labels: labels)
      }
    }
  }

  /// A network for these images whose parameters are all drawn anew: gains about 1, others about 0.
  func network(_ config: NetworkConfig, seed: UInt64 = 1) -> Network {
    let network = Network(
      config, inputs: inputs, classes: classes, capacity: labels.count, seed: seed)
    let stream = RandomStream(seed: seed).substream(.gradients)
    var values = (0..<network.layout.count).map { 0.6 * stream.normal(at: $0) }
    for layer in network.layout.layers {
      guard let gain = layer.gain else { continue }
      for unit in gain..<gain + layer.units { values[unit] += 1 }
    }
    network.parameters.copy(values)
    return network
  }
}

extension NetworkConfig {
  /// The factors of the dropout of a step, `[layers][batch][units]`, drawn one at a time as
  /// `RandomStream` documents; empty without dropout.
  func masks(seed: UInt64, step: Int, batch: Int) -> [[[Double]]] {
    if dropout == 0 { return [] }
    let factor = dropoutForm == .inverted ? 1 / (1 - dropout) : 1
    return hidden.enumerated().map { layer, units in
      let stream = RandomStream(seed: seed).substream(.dropout).substream(layer).substream(step)
      return (0..<batch).map { row in
        (0..<units).map { unit in
          stream.bernoulli(1 - dropout, at: row * units + unit) ? factor : 0
        }
      }
    }
  }
}
