import Datasets
import DenseMath
import Experiments
import NeuralNet
import Provenance
import Testing
import Training

struct BatchNormExperimentTests {
  /// The default experiment in small: six scales, three layers of 40, 300 images.
  private static func small(seed: UInt64 = 0, seeds: Int = 1) -> BatchNormConfig {
    var config = BatchNormConfig(scales: 6, range: 2e-4...20, seeds: seeds)
    config.training.network.hidden = [40, 40, 40]
    config.training.images = 300
    config.training.batch = 50
    config.training.length = 12
    config.training.optimizer = .sgd(rate: 0.05)
    config.training.seed = seed
    return config
  }

  private func run(_ config: BatchNormConfig, threads: Int = 2) throws -> BatchNormResult {
    let digits = try BundledDigits.images(300)
    return try BatchNormExperiment(config, data: digits.data, source: digits.source)
      .run(threads: threads)
  }

  @Test("batch normalization learns at more scales than the plain network")
  func lesson() throws {
    let result = try run(Self.small())
    let normalized = result.rows.filter { result.learns($0.normalized) }.count
    let plain = result.rows.filter { result.learns($0.plain) }.count
    #expect(normalized >= plain + 2)
    #expect(plain >= 1)
    // Far too wide weights: the plain network overflows, which is no learning and no guessing
    // either.
    let widest = result.rows[0]
    #expect(result.diverges(widest.plain) && !result.learns(widest.plain))
    #expect(widest.plain[0].divergedAt != nil)
    #expect(widest.plain[0].trainingAccuracy.last?.isNaN == true)
    #expect(!result.diverges(widest.normalized))
  }

  @Test("the number of threads changes no bit")
  func threads() throws {
    var config = Self.small(seeds: 2)
    config.scales = 3
    config.training.length = 2
    let one = try DataDigest.digest(of: try run(config, threads: 1))
    for threads in [2, 7] {
      #expect(try DataDigest.digest(of: try run(config, threads: threads)) == one)
    }
  }

  @Test("runs stand at their scale, normalization and seed")
  func places() throws {
    var config = Self.small(seed: 5, seeds: 2)
    config.scales = 2
    config.range = [0.05, 0.2]
    config.training.length = 2
    let result = try run(config)
    let digits = try BundledDigits.images(300)
    for (row, deviation) in zip(result.rows, [0.2, 0.05]) {
      #expect(row.standardDeviation == deviation)
      for seed in 0..<2 {
        for (isNormalized, run) in [(false, row.plain[seed]), (true, row.normalized[seed])] {
          var training = config.training
          training.network.initializer = .normal(standardDeviation: deviation)
          training.network.batchNorm = isNormalized
          training.seed = 5 + UInt64(seed)
          let history = try Trainer(training, data: digits.data).run()
          #expect(run.trainingAccuracy == history.trainingAccuracy)
          #expect(run.parametersDigest == history.parametersDigest)
          #expect(result.epochs == history.epochs)
        }
      }
    }
  }

  @Test("scales lie at equal ratios, with exact ends")
  func scales() {
    let deviations = BatchNormConfig().standardDeviations
    #expect(deviations.count == 16)
    #expect(deviations[0] == 1 && deviations[15] == 1e-4)
    // 10^(-4k/15), rounded from forty digits.
    let expected = [
      1, 0.5411695265464637, 0.2928644564625236, 0.15848931924611134, 0.08576958985908942,
      0.04641588833612779, 0.0251188643150958, 0.013593563908785257, 0.007356422544596414,
      0.0039810717055349725, 0.002154434690031884, 0.0011659144011798316,
      0.0006309573444801932, 0.00034145488738336014, 0.0001847849797422291, 0.0001,
    ]
    for (got, wanted) in zip(deviations, expected) {
      #expect(abs(got - wanted) <= 8 * wanted.ulp)
    }
    #expect(BatchNormConfig(scales: 1, range: 0.1...0.5).standardDeviations == [0.5])
  }

  @Test("the median counts a run that diverged as the lowest")
  func median() {
    #expect(RunMedian.of([0.3, .nan, 0.9]) == 0.3)
    #expect(RunMedian.of([0.3, .nan, .nan]).isNaN)
    #expect(RunMedian.of([0.25, 0.75]) == 0.5)
    #expect(RunMedian.of([.nan, 0.9]).isNaN)
    #expect(RunMedian.of([]).isNaN)
    #expect(RunMedian.of(curves: [[1, 2], [3, .nan], [5, 4]])[1] == 2)
  }

  @Test(
    "numbers out of range are named with what is allowed",
    arguments: ["--scales", "--range", "--seeds", "--batch"])
  func limits(option: String) throws {
    var config = Self.small()
    switch option {
    case "--scales": config.scales = 37
    case "--range": config.range = [1, 0.1]
    case "--seeds": config.seeds = 0
    default: config.training.batch = 301
    }
    #expect {
      _ = try run(config)
    } throws: { error in
      "\(error)".hasPrefix("invalid \(option): ")
    }
  }
}
