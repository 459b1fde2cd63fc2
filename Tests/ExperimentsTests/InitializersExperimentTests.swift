import Experiments
import NeuralNet
import Provenance
import Testing
import Training

struct InitializersExperimentTests {
  private static let tiny = InitializersConfig(
    training: TrainingConfig(
      network: NetworkConfig(hidden: [40, 40, 40, 40]), optimizer: .sgd(rate: 0.05), batch: 50,
      length: 200, unit: .iterations, testImages: 0, evaluateEvery: 0))

  @Test("std=0.01 does not learn while Xavier and He do", arguments: [0, 1])
  func lesson(seed: UInt64) throws {
    let digits = try Digits(training: 500)
    var config = Self.tiny
    config.training.seed = seed
    let result = try InitializersExperiment(config, data: digits.dataset, source: digits.source)
      .run(threads: 2)
    let ends = result.variants.map { variant in
      variant.runs[0].losses.suffix(20).reduce(0, +) / 20
    }
    // Guessing among ten classes costs ln 10 = 2.3026.
    #expect(abs(ends[0] - 2.3026) < 0.03, "\(ends[0])")
    #expect(ends[1] < 1.5, "\(ends[1])")
    #expect(ends[2] < 1.0, "\(ends[2])")
  }

  @Test("the number of threads changes no bit")
  func threads() throws {
    let digits = try Digits(training: 200)
    var config = Self.tiny
    config.training.length = 15
    let experiment = try InitializersExperiment(
      config, data: digits.dataset, source: digits.source)
    let one = try DataDigest.digest(of: experiment.run(threads: 1))
    for threads in [2, 7] {
      #expect(try DataDigest.digest(of: experiment.run(threads: threads)) == one)
    }
  }
}
