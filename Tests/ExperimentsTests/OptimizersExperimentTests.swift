import Experiments
import NeuralNet
import Provenance
import Testing
import Training

struct OptimizersExperimentTests {
  private static let tiny = OptimizersConfig(
    training: TrainingConfig(
      network: NetworkConfig(hidden: [40, 40, 40]), optimizer: .sgd(rate: 0.01), batch: 50,
      length: 150, unit: .iterations, testImages: 0, evaluateEvery: 0))

  @Test("Adam and AdaGrad reach a lower loss than SGD", arguments: [0, 1])
  func lesson(seed: UInt64) throws {
    let digits = try Digits(training: 500)
    var config = Self.tiny
    config.training.seed = seed
    let result = try OptimizersExperiment(config, data: digits.dataset, source: digits.source)
      .run(threads: 2)
    #expect(result.variants.map(\.optimizer.kind) == [.sgd, .momentum, .adagrad, .adam])
    // The mean of the last batches, by hand.
    let ends = result.variants.map { variant in
      variant.runs[0].losses.suffix(20).reduce(0, +) / 20
    }
    #expect(ends[2] < 0.7 * ends[0], "AdaGrad \(ends[2]), SGD \(ends[0])")
    #expect(ends[3] < 0.7 * ends[0], "Adam \(ends[3]), SGD \(ends[0])")
  }

  @Test("the number of threads changes no bit")
  func threads() throws {
    let digits = try Digits(training: 200)
    var config = Self.tiny
    config.training.length = 15
    config.seeds = 2
    let experiment = try OptimizersExperiment(
      config, data: digits.dataset, source: digits.source)
    let one = try DataDigest.digest(of: experiment.run(threads: 1))
    for threads in [2, 7, 16] {
      #expect(try DataDigest.digest(of: experiment.run(threads: threads)) == one)
    }
  }

  @Test("runs of a seed start from the same weights, runs of two seeds do not")
  func seeds() throws {
    let digits = try Digits(training: 200)
    var config = Self.tiny
    config.training.length = 2
    config.seeds = 2
    config.training.seed = 5
    let variants = try OptimizersExperiment(
      config, data: digits.dataset, source: digits.source
    ).run().variants
    #expect(variants.allSatisfy { $0.runs.map(\.seed) == [5, 6] })
    #expect(variants.allSatisfy { $0.runs[0].losses[0] == variants[0].runs[0].losses[0] })
    #expect(variants[0].runs[0].losses[0] != variants[0].runs[1].losses[0])
    let digests = variants.flatMap { $0.runs.map(\.parametersDigest) }
    #expect(Set(digests).count == digests.count)
  }

  @Test("a run that diverges is cut off there, the others go on")
  func divergence() throws {
    let digits = try Digits(training: 200)
    var config = Self.tiny
    config.training.length = 40
    config.optimizers = [.sgd(rate: 1000), .sgd(rate: 0.01)]
    let variants = try OptimizersExperiment(
      config, data: digits.dataset, source: digits.source
    ).run().variants
    let step = try #require(variants[0].runs[0].divergedAt)
    #expect((1...40).contains(step))
    let losses = variants[0].runs[0].losses
    #expect(losses.count == 40)
    #expect(losses.prefix(step - 1).allSatisfy { $0.isFinite })
    #expect(losses.suffix(40 - step).allSatisfy { $0.isNaN })
    #expect(variants[1].runs[0].divergedAt == nil)
  }

  @Test("mistakes are named with what is allowed")
  func limits() throws {
    let digits = try Digits(training: 200)
    func message(_ change: (inout OptimizersConfig) -> Void) -> String {
      var config = Self.tiny
      change(&config)
      do {
        _ = try OptimizersExperiment(config, data: digits.dataset, source: digits.source)
        return ""
      } catch { return "\(error)" }
    }
    #expect(message { $0.seeds = 0 } == "invalid --seeds: 0 (1...100)")
    #expect(message { $0.optimizers = [] } == "invalid --optimizer: 0 of them (1...8)")
    #expect(
      message { $0.optimizers = [Optimizer(.adam), Optimizer(.sgd), Optimizer(.adam)] }
        == "invalid --optimizer: adam:0.001 twice (each once)")
    #expect(message { $0.training.length = 0 } == "invalid --iterations: 0 (1...100000000)")
    #expect(message { $0.smoothing = 1 } == "invalid --smoothing: 1.0 (0...0.9999)")
    #expect(
      message { $0.training.length = 50_000_000 }
        == "invalid --iterations: 50000000 steps of 4 runs (at most 50000000 losses in all)")
  }
}
