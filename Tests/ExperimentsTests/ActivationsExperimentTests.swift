import DenseMath
import Experiments
import NeuralNet
import Provenance
import Testing

struct ActivationsExperimentTests {
  @Test("the number of threads changes no bit")
  func threads() throws {
    for config in [
      ActivationsConfig(samples: 300, gradients: true),
      ActivationsConfig(initializers: [.orthogonal], activation: .gelu, width: 65, samples: 257),
    ] {
      let one = try DataDigest.digest(of: ActivationsExperiment(config).run(threads: 1))
      for threads in [2, 7] {
        let several = try ActivationsExperiment(config).run(threads: threads)
        #expect(try DataDigest.digest(of: several) == one)
      }
    }
  }

  @Test("counts of every layer add up to samples times units")
  func counts() throws {
    let config = ActivationsConfig(activation: .relu, layers: 3, width: 40, samples: 90)
    for row in try ActivationsExperiment(config).run().rows {
      for layer in row.layers {
        let total = layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
        #expect(total == 40 * 90)
      }
    }
  }

  @Test("numbers that overflow are counted, and the verdict is exploding")
  func overflow() throws {
    let config = ActivationsConfig(
      initializers: [.normal(standardDeviation: 1e6)], activation: .relu, layers: 8, width: 50,
      samples: 20)
    let row = try ActivationsExperiment(config).run().rows[0]
    #expect(row.layers[7].nonFinite > 0)
    #expect(SignalHealth(layers: row.layers, activation: .relu, width: 50) == .exploding)
  }

  @Test("a least value of zero has no sign, which what is carried could not keep")
  func unsignedZero() throws {
    // Of GELU's far negative values some underflow to -0.
    let config = ActivationsConfig(
      initializers: [.normal(standardDeviation: 1)], activation: .gelu, layers: 6, samples: 100)
    for layer in try ActivationsExperiment(config).run().rows[0].layers {
      for value in [layer.minimum, layer.maximum] where value == 0 {
        #expect(value.sign == .plus)
      }
    }
  }

  @Test("one sample, or equal ones, have no signal to judge")
  func noSignal() throws {
    let one = try ActivationsExperiment(
      ActivationsConfig(initializers: [.he], activation: .relu, layers: 3, samples: 1)
    ).run()
    #expect(one.samplesAreEqual == true && !one.hasSignal)
    var config = ActivationsConfig(initializers: [.he], activation: .tanh, layers: 2, samples: 5)
    config.input = .images
    for (pixel, isEqual) in [(Float(0.5), true), (0.75, false)] {
      var pixels = [Float](repeating: 0.5, count: 5 * 4)
      pixels[11] = pixel
      let images = ActivationsExperiment.Images(pixels: pixels, features: 4, dataSet: "grey")
      let result = try ActivationsExperiment(config, images: images).run()
      #expect(result.samplesAreEqual == (isEqual ? true : nil))
      #expect(result.hasSignal == !isEqual)
      let health = SignalHealth(
        layers: result.rows[0].layers, activation: .tanh, width: config.width,
        hasSignal: result.hasSignal)
      #expect((health == .unjudged) == isEqual)
    }
  }

  @Test("layers that give all samples one value let the signal vanish")
  func lostAtOnce() throws {
    let config = ActivationsConfig(activation: .tanh, layers: 1, width: 10, samples: 20)
    var layer = try ActivationsExperiment(config).run().rows[0].layers[0]
    (layer.mean, layer.standardDeviation, layer.signal, layer.saturatedShare) = (0, 0, 0, 0)
    #expect(SignalHealth(layers: [layer], activation: .tanh, width: 10) == .vanishing)
  }

  @Test("a gradient keeps its size under He weights and ReLU")
  func gradients() throws {
    let config = ActivationsConfig(
      initializers: [.he], activation: .relu, layers: 6, width: 200, samples: 200, gradients: true)
    let gradients = try ActivationsExperiment(config).run().rows[0].gradients
    #expect(gradients.count == 6)
    // Half of the units pass: the root mean square at the top is sqrt(1/2), and He keeps it.
    for layer in gradients { #expect(abs(layer.rootMeanSquare - 0.5.squareRoot()) < 0.12) }
  }

  @Test("digests of the data behind the figure differ from layer to layer and from seed to seed")
  func digests() throws {
    let first = try ActivationsExperiment(ActivationsConfig(samples: 50)).run()
    let second = try ActivationsExperiment(ActivationsConfig(samples: 50, seed: 1)).run()
    let digests = (first.rows + second.rows).flatMap { $0.layers.map(\.digest) }
    #expect(Set(digests).count == digests.count)
  }

  @Test(
    "numbers out of range are named with what is allowed",
    arguments: [
      ("--layers", "0", "1...200"), ("--layers", "1000000000", "1...200"),
      ("--samples", "0", "1...1000000"), ("--samples", "1000000000", "1...1000000"),
      ("--bins", "0", "1...1000"), ("--bins", "1000000000", "1...1000"),
      ("--width", "0", "1...4096"),
    ])
  func limits(option: String, value: String, allowed: String) throws {
    var config = ActivationsConfig()
    let number = try #require(Int(value))
    switch option {
    case "--layers": config.layers = number
    case "--samples": config.samples = number
    case "--bins": config.bins = number
    default: config.width = number
    }
    #expect(throws: ExperimentError.invalidOption(option, value: value, allowed: allowed)) {
      try ActivationsExperiment(config)
    }
  }
}
