import DenseMath
import Foundation
import NeuralNet
import Testing

/// Losses, gradients, moments, evaluations and trajectories are PyTorch's in float64 (see
/// `Fixtures/torch_values.py`), to within the rounding of Float.
struct TorchTests {
  struct Values: Decodable {
    var networks: [NetworkCase]
    var optimizers: [OptimizerCase]
  }

  struct NetworkCase: Decodable, CustomTestStringConvertible {
    struct Batch: Decodable {
      var pixels: [UInt8]
      var labels: [UInt8]
    }
    var activation: Activation
    var hidden: [Int]
    var batchNorm: Bool
    var dropout: Double
    var dropoutForm: NetworkConfig.DropoutForm
    var convention: Convention
    var seed: UInt64
    var inputs: Int
    var classes: Int
    var parameters: [Float]
    var batches: [Batch]
    var losses: [Double]
    /// Of the last batch.
    var gradients: [Double]
    var running: [[Double]]
    /// Of the last batch, after the others have moved the running moments.
    var evaluationLoss: Double
    var evaluationOutputs: [[Double]]

    var testDescription: String {
      "\(activation) \(hidden) norm \(batchNorm) dropout \(dropout) \(convention)"
    }
  }

  struct OptimizerCase: Decodable, CustomTestStringConvertible {
    var optimizer: Optimizer
    var convention: Convention
    var weightDecay: Double
    var parameters: [Float]
    var gradients: [[Float]]
    var trajectory: [[Double]]

    var testDescription: String { "\(optimizer.name) \(convention) decay \(weightDecay)" }
  }

  static let values: Values? = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("../Fixtures/torch_values.json")
    return (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode(Values.self, from: $0)
    }
  }()

  @Test("the table is read, and whole")
  func table() throws {
    let values = try #require(Self.values)
    #expect(values.networks.count == 16 && values.optimizers.count == 28)
    #expect(Set(values.networks.map(\.activation)) == Set(Activation.allCases))
    #expect(Set(values.optimizers.map(\.optimizer.kind)) == Set(Optimizer.Kind.allCases))
  }

  /// Everything of a network is at most 10 here and comes out of some 60 operations, enlarged by
  /// normalisation up to ten times.
  private func isNear(_ value: Double, _ wanted: Double, scale: Double = 1) -> Bool {
    abs(value - wanted) <= 60 * 0x1p-24 * max(scale, abs(wanted))
  }

  @Test("networks", arguments: values?.networks ?? [])
  func network(item: NetworkCase) throws {
    let config = NetworkConfig(
      hidden: item.hidden, activation: item.activation, batchNorm: item.batchNorm,
      dropout: item.dropout, dropoutForm: item.dropoutForm, convention: item.convention)
    let rows = item.batches[0].labels.count
    let network = Network(
      config, inputs: item.inputs, classes: item.classes, capacity: rows, seed: item.seed)
    network.parameters.copy(item.parameters)
    let batch = ImageBatch(capacity: rows, features: item.inputs)
    for (step, images) in item.batches.enumerated() {
      images.pixels.withUnsafeBufferPointer { pixels in
        images.labels.withUnsafeBufferPointer { labels in
          batch.gather(Array(0..<rows)[...], pixels: pixels, classes: labels)
        }
      }
      let loss = batch.backpropagate(through: network, step: step)
      #expect(isNear(loss, item.losses[step]), "loss \(step): \(loss), not \(item.losses[step])")
    }
    #expect(network.layout.count == item.gradients.count)
    for (place, (got, wanted)) in zip(network.gradients.elements, item.gradients).enumerated() {
      #expect(isNear(Double(got), wanted, scale: 0.1), "gradient \(place): \(got), not \(wanted)")
    }
    #expect(network.runningMoments.count == item.running.count)
    for (got, wanted) in zip(network.runningMoments.joined(), item.running.joined()) {
      #expect(isNear(Double(got), wanted), "moment \(got), not \(wanted)")
    }

    let last = item.batches[2]
    let evaluator = Evaluator(for: network)
    last.pixels.withUnsafeBufferPointer { pixels in
      last.labels.withUnsafeBufferPointer { labels in
        let loss = evaluator.tally(network, pixels: pixels, labels: labels).loss / Double(rows)
        #expect(isNear(loss, item.evaluationLoss), "evaluation \(loss), not \(item.evaluationLoss)")
        let outputs = evaluator.activations(network, pixels: pixels)
        #expect(outputs.count == item.evaluationOutputs.count)
        for (layer, wanted) in zip(outputs, item.evaluationOutputs) {
          #expect(layer.elements.count == wanted.count)
          #expect(zip(layer.elements, wanted).allSatisfy { isNear(Double($0), $1) })
        }
      }
    }
  }

  @Test("ten steps of every optimizer", arguments: values?.optimizers ?? [])
  func optimizer(item: OptimizerCase) throws {
    // The constants of the convention are those that the table names.
    #expect(
      Optimizer(item.optimizer.kind, convention: item.convention).with(rate: item.optimizer.rate)
        == item.optimizer)
    // Six weights, then four other parameters: gain, shift and biases of [3, 1, 3].
    let network = Network(
      NetworkConfig(hidden: [1], batchNorm: true, convention: item.convention), inputs: 4,
      classes: 2, capacity: 1, seed: 0)
    #expect(network.layout.weightCount == 6 && network.layout.count == 11)
    let state = OptimizerState(
      item.optimizer, convention: item.convention, weightDecay: item.weightDecay,
      parameterCount: network.layout.count)
    // The table has four parameters that do not decay; the fifth repeats the first of them.
    network.parameters.copy(item.parameters + [item.parameters[6]])
    for (step, gradient) in item.gradients.enumerated() {
      network.gradients.copy(gradient + [gradient[6]])
      state.update(network)
      let got = network.parameters.elements
      #expect(got[10] == got[6])
      for (place, wanted) in item.trajectory[step].enumerated() {
        // A step adds the rounding of the parameter, and some ten of a push of at most 1/4.
        let bound = 0x1p-24 * Double(step + 1) * (2 * max(1, abs(wanted)) + 10 * 0.25)
        #expect(
          abs(Double(got[place]) - wanted) <= bound,
          "step \(step), parameter \(place): \(got[place]), not \(wanted)")
      }
    }
    #expect(state.step == 10)
  }

  @Test("a descent in Double takes the same steps", arguments: values?.optimizers ?? [])
  func descent(item: OptimizerCase) {
    // It knows the standard form of Adam and no decay of its own.
    let kind = item.optimizer.kind
    guard item.weightDecay == 0, item.convention == .standard || kind != .adam && kind != .adamw
    else { return }
    var descent = Descent(item.optimizer, parameterCount: item.parameters.count)
    var parameters = item.parameters.map(Double.init)
    for (gradient, wanted) in zip(item.gradients, item.trajectory) {
      descent.step(&parameters, gradient: gradient.map(Double.init))
      for place in parameters.indices where kind != .adamw || place < 6 {
        #expect(abs(parameters[place] - wanted[place]) <= 1e-14 * max(1, abs(wanted[place])))
      }
    }
  }

  @Test("an optimizer goes on where another stopped", arguments: Optimizer.Kind.allCases)
  func resume(kind: Optimizer.Kind) throws {
    let images = SmallBatch()
    let batch = images.gathered()
    func run(_ network: Network, _ state: OptimizerState, steps: Range<Int>) {
      for step in steps {
        _ = batch.backpropagate(through: network, step: step)
        state.update(network)
      }
    }
    func state(_ network: Network) -> OptimizerState {
      OptimizerState(
        Optimizer(kind), convention: .standard, weightDecay: 0.01,
        parameterCount: network.layout.count)
    }
    let config = NetworkConfig(hidden: [5], batchNorm: true, dropout: 0.2)
    let whole = images.network(config)
    run(whole, state(whole), steps: 0..<6)

    let first = images.network(config)
    let early = state(first)
    run(first, early, steps: 0..<3)
    let second = images.network(config)
    second.parameters.copy(first.parameters.elements)
    second.setRunningMoments(first.runningMoments)
    let late = state(second)
    for (to, from) in zip(late.moments, early.moments) { to.copy(from.elements) }
    late.resume(afterSteps: 3)
    run(second, late, steps: 3..<6)
    #expect(second.parameters.elements == whole.parameters.elements)
    #expect(second.runningMoments == whole.runningMoments)
  }
}
