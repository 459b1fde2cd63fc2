import DenseMath
import NeuralNet
import Testing

/// Zeros of the input are left out by definition, and nothing else hides what is not finite.
struct NotFiniteTests {
  /// Every hidden form: none, plain, normalised, with dropout.
  static let configs = [
    NetworkConfig(hidden: []),
    NetworkConfig(hidden: [5]),
    NetworkConfig(hidden: [5, 4], activation: .gelu, batchNorm: true),
    NetworkConfig(hidden: [5, 4], activation: .tanh, dropout: 0.3),
  ]

  @Test(
    "weights of pixels that are zero do not matter, even if infinite or NaN", arguments: configs)
  func zeroPixels(config: NetworkConfig) throws {
    var images = SmallBatch()
    let blank = 2
    for row in images.labels.indices { images.pixels[row * images.inputs + blank] = 0 }
    let units = config.hidden.first ?? images.classes
    let row = blank * units..<(blank + 1) * units

    /// Loss, gradients and evaluation with these weights from the blank pixel.
    func outcome(_ value: Float) -> (Double, [Float], Evaluator.Tally) {
      let network = images.network(config)
      var parameters = network.parameters.elements
      for place in row { parameters[place] = value }
      network.parameters.copy(parameters)
      let loss = images.gathered().backpropagate(through: network, step: 0)
      return (loss, network.gradients.elements, images.tally(network))
    }

    try Kernel.forEachForced { kernel in
      let (loss, gradients, tally) = outcome(0)
      #expect(loss.isFinite)
      #expect(row.allSatisfy { gradients[$0].bitPattern == 0 }, "\(kernel)")
      for value in [Float.infinity, -.infinity, .nan] {
        let other = outcome(value)
        #expect(other.0 == loss && other.1 == gradients && other.2 == tally, "\(kernel) \(value)")
      }
    }
  }

  @Test("a NaN in any parameter makes the loss NaN", arguments: Activation.allCases)
  func anyNaN(activation: Activation) {
    let images = SmallBatch()
    for isNormalized in [false, true] {
      for dropout in [0, 0.3] {
        let config = NetworkConfig(
          hidden: [5, 4], activation: activation, batchNorm: isNormalized, dropout: dropout)
        let network = images.network(config)
        let parameters = network.parameters.elements
        for place in parameters.indices {
          var broken = parameters
          broken[place] = .nan
          network.parameters.copy(broken)
          let loss = images.gathered().backpropagate(through: network, step: 0)
          #expect(loss.isNaN, "\(config) parameter \(place)")
          #expect(images.tally(network).invalid > 0, "\(config) parameter \(place)")
        }
      }
    }
  }

  @Test("an infinite parameter of the last layer makes the loss not finite")
  func infinities() {
    let images = SmallBatch()
    let config = NetworkConfig(hidden: [5, 4], activation: .sigmoid)
    let network = images.network(config)
    let parameters = network.parameters.elements
    let last = network.layout.layers[2]
    let places = Array(last.weights..<last.weights + last.inputs * last.units)
    for place in places + Array(last.bias..<last.bias + last.units) {
      for value in [Float.infinity, -.infinity] {
        var broken = parameters
        broken[place] = value
        network.parameters.copy(broken)
        let loss = images.gathered().backpropagate(through: network, step: 0)
        #expect(!loss.isFinite, "parameter \(place)")
      }
    }
  }

  @Test("a rectifier's overflow makes the loss not finite", arguments: [Activation.relu, .gelu])
  func overflow(activation: Activation) {
    let images = SmallBatch()
    let network = images.network(NetworkConfig(hidden: [5, 4], activation: activation))
    network.parameters.copy(network.parameters.elements.map { abs($0) * 1e30 })
    #expect(!images.gathered().backpropagate(through: network, step: 0).isFinite)
  }
}
