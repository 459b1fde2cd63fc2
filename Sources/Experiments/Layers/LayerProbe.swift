import Datasets
import DenseMath
import NeuralNet

/// Looks at the hidden layers' activations for the same images again and again.
struct LayerProbe {
  private let pixels: [UInt8]
  private let features: Int
  private let evaluator: Evaluator

  init(_ images: ImageSet, images count: Int, network: Network) {
    features = images.featureCount
    pixels = Array(images.pixels.prefix(count * features))
    evaluator = Evaluator(for: network)
  }

  /// Appends mean, spread and blocked share of every hidden layer as the network is now.
  func measure(_ network: Network, into layers: inout [LayerCourse]) throws {
    let hidden = network.layout.layers.count - 1
    var values = [[Float]](repeating: [], count: hidden)
    let block = Evaluator.blockRows * features
    for start in stride(from: 0, to: pixels.count, by: block) {
      let outputs = pixels.withUnsafeBufferPointer {
        evaluator.activations(
          network,
          pixels: UnsafeBufferPointer(rebasing: $0[start..<min(start + block, $0.count)]))
      }
      for (index, output) in outputs.enumerated() { values[index] += output.elements }
    }
    for index in 0..<hidden {
      // The histogram, which is not shown, is as small as can be.
      let measured = try LayerActivations(
        measuring: values[index], units: layers[index].units,
        activation: network.config.activation, range: 0...1, bins: 1)
      let isFinite = measured.nonFinite == 0
      let blocked =
        network.config.activation.isRectifier
        ? Double(measured.deadUnits) / Double(layers[index].units) : measured.saturatedShare
      layers[index].mean.append(isFinite ? measured.mean : .nan)
      layers[index].spread.append(isFinite ? measured.signal : .nan)
      layers[index].blockedShare.append(isFinite ? blocked : .nan)
    }
  }
}
