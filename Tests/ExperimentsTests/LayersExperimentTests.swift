import Datasets
import DenseMath
import Experiments
import NeuralNet
import Provenance
import Testing
import Training

struct LayersExperimentTests {
  private func run(
    _ config: LayersConfig, images: Int = 300, threads: Int = 2
  ) throws -> LayersResult {
    let digits = try BundledDigits.images(images)
    return try LayersExperiment(config, data: digits.data, source: digits.source)
      .run(threads: threads)
  }

  /// Five layers of 40 on 300 images.
  private static func small(
    _ activation: Activation, _ initializer: Initializer, rate: Double, epochs: Int = 5
  ) -> LayersConfig {
    LayersConfig(
      training: TrainingConfig(
        network: NetworkConfig(
          hidden: [40, 40, 40, 40, 40], activation: activation, initializer: initializer),
        optimizer: .sgd(rate: rate), batch: 50, length: epochs, unit: .epochs, images: 300,
        testImages: 0),
      probe: 260)
  }

  private func verdicts(_ config: LayersConfig) throws -> [LayerHealth] {
    LayerHealth.verdicts(
      of: try run(config).layers, activation: config.training.network.activation)
  }

  @Test("He weights under ReLU keep every layer alive")
  func healthy() throws {
    let verdicts = try verdicts(Self.small(.relu, .he, rate: 0.02))
    #expect(verdicts == [LayerHealth](repeating: .healthy, count: 6))
  }

  @Test("wide tanh weights saturate the layers")
  func saturated() throws {
    let verdicts = try verdicts(
      Self.small(.tanh, .normal(standardDeviation: 1), rate: 0.01))
    #expect(verdicts.prefix(5).allSatisfy { $0 == .saturated })
  }

  @Test("gradients vanish on their way down through sigmoid layers")
  func vanishing() throws {
    let result = try run(Self.small(.sigmoid, .normal(standardDeviation: 0.1), rate: 0.1))
    let verdicts = LayerHealth.verdicts(of: result.layers, activation: .sigmoid)
    #expect(verdicts[0] == .vanishing && verdicts[1] == .vanishing)
    let gradients = result.layers.map { $0.gradientNorm[0] }
    #expect(gradients[1] < gradients[2] && gradients[2] < gradients[3])
    #expect(gradients[3] < gradients[4] && gradients[4] < gradients[5])
  }

  @Test("steps that are far too large kill ReLU units, and they are found")
  func dead() throws {
    var config = Self.small(.relu, .he, rate: 0.1)
    config.training.optimizer = Optimizer(.adam, convention: .standard).with(rate: 0.1)
    let verdicts = try verdicts(config)
    #expect(verdicts.prefix(5).allSatisfy { $0 == .dead })
  }

  @Test("numbers that overflow are marked to the end, and the verdict is diverged")
  func diverged() throws {
    let config = Self.small(.relu, .normal(standardDeviation: 100), rate: 10)
    let result = try run(config)
    #expect(result.runs[0].divergedAt != nil)
    #expect(result.runs[0].trainingAccuracy.isNaN)
    for layer in result.layers.dropLast() {
      #expect(layer.mean.count == 6 && layer.gradientNorm.count == 5)
      #expect(layer.updateRatio.last?.isNaN == true)
    }
    #expect(
      LayerHealth.verdicts(of: result.layers, activation: .relu)
        == [LayerHealth](repeating: .diverged, count: 6))
  }

  @Test("gradient and ratio of update to weight are those of a network of three weights, by hand")
  func byHand() throws {
    // One white pixel, one tanh unit, two classes; one step on the one image, of class 1.
    let image = ImageSet(
      shape: ImageSet.Shape(rows: 1, columns: 1), classCount: 2, pixels: [255], labels: [1])
    let data = Dataset(
      name: "one", training: image,
      test: ImageSet(
        shape: ImageSet.Shape(rows: 1, columns: 1), classCount: 2, pixels: [], labels: []))
    let config = LayersConfig(
      training: TrainingConfig(
        network: NetworkConfig(hidden: [1], activation: .tanh, initializer: .xavier),
        optimizer: .sgd(rate: 0.25), batch: 1, length: 1, unit: .epochs, testImages: 0, seed: 4),
      probe: 1)
    let start = try Trainer(config.training, data: data).network.parameters.elements
    let result = try LayersExperiment(
      config, data: data,
      source: ImageSource(name: "one", inputs: 1, classes: 2, images: 1, testImages: 0)
    ).run()

    let (w, u, v) = (Double(start[0]), Double(start[1]), Double(start[2]))
    let a = 1 - 2 / (1 + Elementary.exp(2 * w))
    let (p, q) = (Elementary.exp(a * u), Elementary.exp(a * v))
    // Softmax minus the one-hot label.
    let (du, dv) = (p / (p + q), q / (p + q) - 1)
    let top = ((du * a) * (du * a) + (dv * a) * (dv * a)).squareRoot()
    let bottom = abs((du * u + dv * v) * (1 - a * a))
    let layers = result.layers
    func expectClose(_ got: Double, _ wanted: Double) {
      #expect(abs(got - wanted) <= 2e-6 * abs(wanted), "\(got), by hand \(wanted)")
    }
    expectClose(layers[1].gradientNorm[0], top)
    expectClose(layers[0].gradientNorm[0], bottom)
    expectClose(layers[1].updateRatio[0], 0.25 * top / (u * u + v * v).squareRoot())
    expectClose(layers[0].updateRatio[0], 0.25 * bottom / abs(w))
    expectClose(layers[0].mean[0], a)
    #expect(layers[0].spread == [0, 0])
    #expect(layers[1].mean.isEmpty)
  }

  @Test("the number of threads changes no bit")
  func threads() throws {
    var config = Self.small(.gelu, .he, rate: 0.02, epochs: 2)
    config.seeds = 3
    config.training.network.batchNorm = true
    let one = try DataDigest.digest(of: try run(config, threads: 1))
    for threads in [2, 7] {
      #expect(try DataDigest.digest(of: try run(config, threads: threads)) == one)
    }
  }

  @Test("measuring leaves the training as it is, in both conventions")
  func untouched() throws {
    for convention in Convention.allCases {
      var config = Self.small(.relu, .he, rate: 0.02, epochs: 3)
      config.training.network.convention = convention
      let result = try run(config)
      let digits = try BundledDigits.images(300)
      let history = try Trainer(config.training, data: digits.data).run()
      #expect(result.runs[0].parametersDigest == history.parametersDigest)
      #expect(result.layers[0].gradientNorm.count == 3)
      #expect(result.layers[0].mean.count == 4)
    }
  }

  @Test("the verdicts follow the documented rules, in their order")
  func rules() {
    func layer(
      blocked: Double = 0, gradient: Double = 1, update: Double = 1e-3, spread: Double = 1
    ) -> LayerCourse {
      var layer = LayerCourse(units: 10)
      layer.mean = [0, 0.5]
      layer.spread = [1, spread]
      layer.blockedShare = [0.9, blocked]
      layer.gradientNorm = [gradient]
      layer.updateRatio = [update]
      return layer
    }
    let layers = [
      layer(), layer(blocked: 0.51, gradient: 0.001), layer(gradient: 0.009, update: 1),
      layer(gradient: 101), layer(update: 0.9e-4), layer(update: 0.051),
      layer(blocked: 0.5, gradient: 0.011), layer(gradient: .nan),
      layer(update: 1e-5, spread: 0.09),
      layer(gradient: 0.009, spread: 0), layer(spread: 0.11), layer(),
    ]
    #expect(
      LayerHealth.verdicts(of: layers, activation: .tanh) == [
        .healthy, .saturated, .vanishing, .exploding, .slow, .restless, .healthy, .diverged,
        .fading, .vanishing, .healthy, .healthy,
      ])
    // Of a first layer in which all images are alike no part can be told.
    let flat = [layer(spread: 0), layer(spread: 0), layer()]
    #expect(
      LayerHealth.verdicts(of: flat, activation: .tanh) == [.healthy, .healthy, .healthy])

    #expect(LayerHealth.verdicts(of: layers, activation: .relu)[1] == .dead)
  }

  @Test(
    "numbers out of range are named with what is allowed",
    arguments: ["--hidden", "--iterations", "--probe", "--epochs", "--seeds"])
  func limits(option: String) throws {
    var config = Self.small(.relu, .he, rate: 0.1)
    switch option {
    case "--hidden": config.training.network.hidden = []
    case "--iterations": config.training.unit = .iterations
    case "--probe": config.probe = 301
    case "--epochs": config.training.length = 1001
    default: config.seeds = 101
    }
    #expect {
      _ = try run(config)
    } throws: { error in
      "\(error)".hasPrefix("invalid \(option): ")
    }
  }
}
