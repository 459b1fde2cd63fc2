import Figures
import NeuralNet
import Testing
import Training

@testable import Experiments

/// Figures of losses; the numbers are worked out by hand from these eight steps.
struct LossFactsTests {
  static func run(_ losses: [Float], divergedAt: Int? = nil, seed: UInt64 = 0) -> LossRun {
    var history = TrainingHistory(batchesPerEpoch: 4)
    history.losses = losses
    history.divergedAt = divergedAt
    return LossRun(history, seed: seed)
  }

  /// Adam falls by a half each step, SGD stays at 2.25 but for a dip, the last one is lost.
  static func optimizers(_ axis: LossAxis = .linear) -> OptimizersResult {
    var config = OptimizersConfig(
      optimizers: [.sgd(rate: 0.01), Optimizer(.adam), .sgd(rate: 10)], axis: axis)
    config.smoothing = 0
    let runs = [
      run([2.25, 2.25, 2.25, 2.0, 2.25, 2.25, 2.25, 2.25]),
      run([4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5]),
      run([3, 100, .nan, .nan, .nan, .nan, .nan, .nan], divergedAt: 3),
    ]
    return OptimizersResult(
      config: config, source: MadeUpRuns.source,
      variants: zip(config.optimizers, runs).map {
        OptimizersResult.Variant(optimizer: $0, runs: [$1])
      })
  }

  @Test("the optimizers' losses, the lowest of them, the crossing and the divergence")
  func optimizers() {
    let facts = StatedFacts(OptimizersFigure(Self.optimizers(), language: .english))
    #expect(facts.keysAreUnique)
    #expect(
      facts.series == ["", "sgd:0.01", "adam:0.001", "sgd:10", "adam:0.001 below sgd:0.01"])
    #expect(facts["", .xAxis] == "0 to 8")
    // A linear axis from zero to the highest line and 8 % more, that is 4 x 1.08; the lost run is
    // followed up to ten times its first loss, 30, and goes to 100 at once.
    #expect(facts["", .yAxis] == "0 to 4.32")
    #expect(facts["", .best] == "Adam η 0.001")
    // 2.25, ties to even.
    #expect(facts["sgd:0.01", .firstLoss] == "2.2")
    #expect(facts.number("sgd:0.01", .finalLoss) == 2.25)
    #expect(facts["sgd:0.01", .lowestLoss] == "2.0")
    #expect(facts["sgd:0.01", .lowestLossAt] == "4")
    #expect(facts["adam:0.001", .firstLoss] == "4.0")
    #expect(facts["adam:0.001", .finalLoss] == "0.50")
    #expect(facts["adam:0.001", .lowestLossAt] == "8")
    // 2 < 2.25 from the fifth step on.
    #expect(facts["adam:0.001 below sgd:0.01", .crossing] == "5")
    #expect(facts["adam:0.001", .divergedAt] == nil)
    #expect(facts["sgd:10", .finalLoss] == nil)
    #expect(facts["sgd:10", .divergedAt] == "3")
    #expect(facts["sgd:10", .divergedRuns] == "1")
    #expect(facts["sgd:10", .lowestLoss] == "3.0")
  }

  @Test("a log axis has room for single batches")
  func logAxis() throws {
    let facts = StatedFacts(OptimizersFigure(Self.optimizers(.log), language: .english))
    let range = try #require(facts.range("", .yAxis))
    // 0.5 / 1.4 and 4 x 8^0.05, for 8 is what the lines span.
    #expect(abs(range[0] - 0.357143) < 1e-6 && abs(range[1] - 4.438278) < 1e-6)
    #expect(facts["", .yAxis] == "0.357 to 4.44")
  }

  @Test("keys are the same in both languages, words are not")
  func languages() {
    let english = OptimizersFigure(Self.optimizers(), language: .english).facts
    let korean = OptimizersFigure(Self.optimizers(), language: .korean).facts
    #expect(english.map(\.series.key) == korean.map(\.series.key))
    #expect(english.map(\.quantity) == korean.map(\.quantity))
    #expect(korean[0].name == "x축" && korean[0].text == "0~8")
    #expect(korean.last?.series.name == "Adam η 0.001이 SGD η 0.01 아래로")
    for language in Language.allCases {
      #expect(
        Set(FactQuantity.allCases.map { $0.name(language) }).count == FactQuantity.allCases.count)
    }
  }

  @Test("several seeds state the range of their final losses")
  func seeds() {
    var result = Self.optimizers()
    result.config.seeds = 3
    result.variants = [result.variants[1]]
    result.variants[0].runs.append(Self.run([4, 3, 2, 1, 1, 1, 1, 0.25], seed: 1))
    result.variants[0].runs.append(Self.run([5, 3, 2, 1, 1, 1, 1, 1.5], seed: 2))
    let facts = StatedFacts(OptimizersFigure(result, language: .english))
    #expect(facts["adam:0.001", .finalLoss] == "0.50")
    #expect(facts["adam:0.001", .leastFinalLoss] == "0.25")
    #expect(facts["adam:0.001", .greatestFinalLoss] == "1.5")
    #expect(facts["", .best] == nil)
  }

  @Test("the initializers' facts say who learns")
  func initializers() {
    let result = MadeUpRuns.initializers([
      (.normal(standardDeviation: 0.01), 2.6, nil), (.he, 0.4, nil), (.xavier, 3, 37),
    ])
    let facts = StatedFacts(InitializersFigure(result, language: .english))
    #expect(facts.keysAreUnique)
    #expect(facts["", .guessingLoss] == "2.3")
    #expect(facts["", .best] == "He")
    #expect(facts["std=0.01", .verdict] == "does not learn")
    #expect(facts["he", .verdict] == "learns")
    #expect(facts["xavier", .verdict] == "diverges")
    #expect(facts["xavier", .divergedAt] == "37")
  }

  @Test("one run: axes of both panels, accuracies, their gap and crossing, the loss")
  func train() {
    var history = TrainingHistory(batchesPerEpoch: 2)
    history.losses = [2, 1.5, 1, 0.5]
    history.epochs = [0, 1, 2, 3]
    history.trainingAccuracy = [0.1, 0.5, 0.8, 0.95]
    history.testAccuracy = [0.12, 0.6, 0.7, 0.65]
    let result = TrainResult(
      config: TrainExperiment.defaultConfig, source: MadeUpRuns.source, history: history)
    let facts = StatedFacts(TrainFigure(result, language: .english))
    #expect(facts.keysAreUnique)
    #expect(facts["accuracy", .xAxis] == "0 to 3")
    #expect(facts["accuracy", .yAxis] == "0 to 100")
    #expect(facts["loss", .xAxis] == "0 to 4")
    #expect(facts["training", .finalAccuracy] == "95.0 %")
    #expect(facts["training", .bestAccuracyAt] == "3")
    #expect(facts["test", .finalAccuracy] == "65.0 %")
    #expect(facts["test", .bestAccuracy] == "70.0 %")
    #expect(facts["test", .bestAccuracyAt] == "2")
    #expect(facts["", .finalGap] == "30.0")
    #expect(facts["", .crossing] == "2")
    #expect(facts["loss", .firstLoss] == "2.0")
    #expect(facts["loss", .divergedAt] == nil)
  }
}
