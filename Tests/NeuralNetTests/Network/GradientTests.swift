import NeuralNet
import Testing

/// Loss, gradients, running moments and evaluation agree with the same network in Double.
///
/// Tolerances: a number comes out of a chain of at most `n` operations up and down the layers, each
/// rounded by a share of u = 2^-24 of what it adds up, which is about as large as the largest
/// number of its kind. Normalisation divides by σ what was rounded relative to z; that enlarges
/// errors by |z| / σ, the condition of the pass.
struct GradientTests {
  /// One network of the table.
  struct Case: CustomTestStringConvertible {
    var config: NetworkConfig
    var testDescription: String {
      "\(config.activation) \(config.hidden) norm \(config.batchNorm) dropout \(config.dropout)"
        + " \(config.dropoutForm) \(config.convention)"
    }
  }

  static let hidden = [5, 4, 3]

  /// Every activation, with and without normalisation and each kind of dropout, at each depth.
  static func cases(_ activation: Activation) -> [Case] {
    var cases: [Case] = []
    for depth in 0...hidden.count {
      for isNormalized in [false, true] {
        for (dropout, form) in [
          (0, NetworkConfig.DropoutForm.inverted), (0.3, .inverted), (0.3, .scaledEvaluation),
        ] {
          for convention in isNormalized ? Convention.allCases : [.standard] {
            cases.append(
              Case(
                config: NetworkConfig(
                  hidden: Array(hidden.prefix(depth)), activation: activation,
                  batchNorm: isNormalized, dropout: dropout, dropoutForm: form,
                  convention: convention)))
          }
        }
      }
    }
    return cases
  }

  /// The rounding of a chain through the network, relative to its largest number.
  private func tolerance(_ reference: ReferenceNetwork, _ pass: ReferenceNetwork.Pass) -> Double {
    let batch = pass.logits.count
    let operations = reference.sizes.reduce(0) { $0 + 2 * ($1 + 4) } + batch
    return Double(operations) * 0x1p-24 * pass.condition
  }

  @Test("gradients are those of central differences", arguments: Activation.allCases)
  func gradients(activation: Activation) {
    let images = SmallBatch()
    let seed: UInt64 = 1
    for item in Self.cases(activation) {
      for step in [0, 3] {
        let config = item.config
        let network = images.network(config, seed: seed)
        let reference = ReferenceNetwork(
          config: config, sizes: [images.inputs] + config.hidden + [images.classes],
          parameters: network.parameters.elements.map(Double.init))
        let masks = config.masks(seed: seed, step: step, batch: images.labels.count)
        let labels = images.labels.map(Int.init)
        let pass = reference.forward(images.rows, masks: masks)
        let bound = tolerance(reference, pass)
        if activation == .relu || activation == .leakyReLU {
          #expect(pass.nearestKink > 1e-4, "\(item.testDescription): a unit is near its kink")
        }

        let loss = images.gathered().backpropagate(through: network, step: step)
        let wantedLoss = ReferenceNetwork.loss(pass.logits, labels)
        let largestLogit = pass.logits.joined().map(abs).max() ?? 0
        #expect(
          abs(loss - wantedLoss) <= bound * max(1, largestLogit),
          "\(item.testDescription): loss \(loss), expected \(wantedLoss)")

        let wanted = reference.gradient(images.rows, labels, masks: masks)
        let largest = wanted.map(abs).max() ?? 0
        var worst = (error: 0.0, place: 0)
        for (place, (got, expected)) in zip(network.gradients.elements, wanted).enumerated() {
          let error = abs(Double(got) - expected)
          if !(error <= worst.error) { worst = (error, place) }
        }
        #expect(
          worst.error <= bound * largest,
          "\(item.testDescription): gradient \(worst.place) is off by \(worst.error)")
      }
    }
  }

  @Test("running moments and the evaluation follow", arguments: Activation.allCases)
  func evaluation(activation: Activation) {
    let images = SmallBatch()
    let count = Double(images.labels.count)
    for item in Self.cases(activation) {
      let config = item.config
      let network = images.network(config)
      let reference = ReferenceNetwork(
        config: config, sizes: [images.inputs] + config.hidden + [images.classes],
        parameters: network.parameters.elements.map(Double.init))

      // Two batches move the moments; a loss that is only looked at does not.
      let isBook = config.convention == .book
      var running = config.hidden.map {
        ReferenceNetwork.Moments(
          mean: [Double](repeating: 0, count: $0),
          variance: [Double](repeating: isBook ? 0 : 1, count: $0))
      }
      var bound = 0.0
      for step in 0..<2 {
        let masks = config.masks(seed: 1, step: step, batch: images.labels.count)
        let pass = reference.forward(images.rows, masks: masks)
        bound = max(bound, tolerance(reference, pass))
        for layer in pass.means.indices {
          for unit in pass.means[layer].indices {
            let variance = pass.variances[layer][unit] * (isBook ? 1 : count / (count - 1))
            running[layer].mean[unit] =
              0.9 * running[layer].mean[unit] + 0.1 * pass.means[layer][unit]
            running[layer].variance[unit] = 0.9 * running[layer].variance[unit] + 0.1 * variance
          }
        }
        _ = images.gathered().backpropagate(through: network, step: step)
        _ = images.gathered().loss(through: network, step: step + 7)
      }
      let moments = network.runningMoments
      #expect(moments.count == (config.batchNorm ? config.hidden.count : 0))
      for (got, wanted) in zip(moments, running) {
        let wanted = wanted.mean + wanted.variance
        let largest = wanted.map(abs).max() ?? 0
        #expect(got.count == wanted.count)
        for (a, b) in zip(got, wanted) {
          #expect(abs(Double(a) - b) <= bound * largest, "\(item.testDescription)")
        }
      }

      let pass = reference.forward(images.rows, running: running)
      let tally = images.tally(network)
      let labels = images.labels.map(Int.init)
      let largestLogit = pass.logits.joined().map(abs).max() ?? 0
      bound = max(bound, tolerance(reference, pass))
      let loss = ReferenceNetwork.loss(pass.logits, labels)
      #expect(
        abs(tally.loss / count - loss) <= bound * max(1, largestLogit),
        "\(item.testDescription): loss \(tally.loss / count), expected \(loss)")
      let hits = zip(pass.logits, labels).count { row, label in row[label] == row.max() }
      #expect(tally.hits == hits && tally.invalid == 0, "\(item.testDescription)")
    }
  }

  @Test("a loss that is looked at is that of the step and changes nothing")
  func lossAlone() {
    let images = SmallBatch()
    for isNormalized in [false, true] {
      let config = NetworkConfig(hidden: [5, 4], batchNorm: isNormalized, dropout: 0.4)
      let network = images.network(config)
      let batch = images.gathered()
      let loss = batch.backpropagate(through: network, step: 2)
      let gradients = network.gradients.elements
      let moments = network.runningMoments
      #expect(batch.loss(through: network, step: 2) == loss)
      #expect(batch.loss(through: network, step: 3) != loss)
      #expect(network.gradients.elements == gradients && network.runningMoments == moments)
    }
  }
}
