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
    #expect(losses.prefix(step - 1).allSatisfy(\.isFinite))
    #expect(losses.suffix(40 - step).allSatisfy(\.isNaN))
    #expect(variants[1].runs[0].divergedAt == nil)
  }

  @Test("mistakes are named with what is allowed")
  func limits() throws {
    let digits = try Digits(training: 200)
    func check(_ error: any Error & Equatable, _ change: (inout OptimizersConfig) -> Void) {
      var config = Self.tiny
      change(&config)
      #expect(performing: {
        try OptimizersExperiment(config, data: digits.dataset, source: digits.source)
      }) { "\($0)" == "\(error)" }
    }
    check(ExperimentError.invalidOption("--seeds", value: "0", allowed: "1...100")) {
      $0.seeds = 0
    }
    check(
      ExperimentError.invalidOption("--optimizer", value: "0 of them", allowed: "1...8")
    ) { $0.optimizers = [] }
    check(
      ExperimentError.invalidOption("--optimizer", value: "adam:0.001 twice", allowed: "each once")
    ) { $0.optimizers = [Optimizer(.adam), Optimizer(.sgd), Optimizer(.adam)] }
    check(TrainingError.invalidOption("--iterations", value: "0", allowed: "1...100000000")) {
      $0.training.length = 0
    }
    check(ExperimentError.invalidOption("--smoothing", value: "1.0", allowed: "0...0.9999")) {
      $0.smoothing = 1
    }
    check(
      ExperimentError.invalidOption(
        "--iterations", value: "50000000 steps of 4 runs", allowed: "at most 50000000 losses in all"
      )
    ) { $0.training.length = 50_000_000 }
  }
}
