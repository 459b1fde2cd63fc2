import Datasets
import NeuralNet
import Testing

@testable import Training

/// What is out of its limits is refused by name.
struct TrainingConfigTests {
  /// The message of the config that a change leads to, or "none".
  private func message(_ change: (inout TrainingConfig) -> Void) -> String {
    var config = TrainingConfig.short()
    change(&config)
    do throws(TrainingError) {
      _ = try Trainer(config, data: .stripes())
      return "none"
    } catch {
      #expect(!error.isMachineFault)
      return "\(error)"
    }
  }

  @Test("limits and their messages")
  func limits() {
    #expect(message { _ in } == "none")
    #expect(
      message { $0.batch = 121 } == "invalid --batch: 121 (1...120, the number of training images)")
    #expect(
      message {
        $0.images = 20
      } == "invalid --batch: 25 (1...20, the number of training images)")
    #expect(message { $0.batch = 0 } == "invalid --batch: 0 (1...100000)")
    #expect(message { $0.batch = -1 } == "invalid --batch: -1 (1...100000)")
    #expect(message { $0.length = 0 } == "invalid --epochs: 0 (1...1000000)")
    #expect(
      message {
        $0.length = 0
        $0.unit = .iterations
      } == "invalid --iterations: 0 (1...100000000)")
    #expect(
      message { $0.images = 121 }
        == "invalid --images: 121 (at most 120, the images of the data set)")
    #expect(message { $0.images = 0 } == "invalid --images: 0 (1...1000000000)")
    #expect(
      message {
        $0.testImages = 51
      } == "invalid --test-images: 51 (at most 50, the images of the data set)")
    #expect(message { $0.testImages = -1 } == "invalid --test-images: -1 (0...1000000000)")
    #expect(message { $0.evaluateEvery = -1 } == "invalid --evaluate-every: -1 (0...1000000)")
    #expect(message { $0.weightDecay = -0.1 } == "invalid --weight-decay: -0.1 (0.0...1000.0)")
    #expect(message { $0.weightDecay = .nan } == "invalid --weight-decay: nan (0.0...1000.0)")
    #expect(message { $0.network.dropout = 1 } == "invalid --dropout: 1.0 (0.0...0.95)")
    #expect(message { $0.network.dropout = .nan } == "invalid --dropout: nan (0.0...0.95)")
    #expect(message { $0.network.hidden = [5, 0] } == "invalid --hidden: 0 (1...4096)")
    #expect(message { $0.network.hidden = [4097] } == "invalid --hidden: 4097 (1...4096)")
    #expect(
      message {
        $0.network.hidden = [Int](repeating: 1, count: 201)
      } == "invalid --hidden: 201 layers (0...200)")
    #expect(
      message {
        $0.seed = 1 << 53 + 1
      } == "invalid --seed: 9007199254740993 (0...9007199254740992)")
  }

  @Test("a network with too many parameters is refused with their number")
  func parameters() {
    // 36·4096 + 4096·4096 + 4096·4 weights and 2·4096 + 4 biases.
    #expect(
      message {
        $0.network.hidden = [4096, 4096]
      }
        == "invalid --hidden: 4096x2 (at most 12500000 parameters, this has 16949252)")
    #expect(
      message {
        $0.network.hidden = [Int](repeating: 4096, count: 200)
      }.hasSuffix("at most 12500000 parameters, this has 3339649028)"))
  }

  /// The message of a config that meets a data set of MNIST's size, or "none".
  private func message(hidden: [Int], batch: Int, length: Int = 1) -> String {
    let config = TrainingConfig.short(hidden: hidden, batch: batch, length: length)
    do throws(TrainingError) {
      try config.validate()
      try config.validate(inputs: 784, classes: 10, images: 60_000)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test("a run of more steps than anyone can wait for is refused")
  func steps() {
    #expect(message(hidden: [50], batch: 60, length: 100_000) == "none")
    #expect(
      message(hidden: [50], batch: 60, length: 100_001)
        == "invalid --epochs: 100001 (1...100000, at 1000 batches an epoch)")
    #expect(
      message(hidden: [50], batch: 1, length: 1_000_000)
        == "invalid --epochs: 1000000 (1...1666, at 60000 batches an epoch)")
  }

  @Test("a batch whose activations would fill the memory is refused")
  func activations() {
    // Inputs, logits, and for each hidden unit its output and gradient: 80 794 numbers an image.
    #expect(message(hidden: [], batch: 60_000) == "none")
    #expect(message(hidden: [1000, 1000], batch: 10_000) == "none")
    let deep = [Int](repeating: 200, count: 200)
    #expect(message(hidden: deep, batch: 1000) == "none")
    #expect(
      message(hidden: deep, batch: 60_000)
        == "invalid --batch: 60000 (1...3322, whose activations of this network take 1 GiB)")
  }
}
