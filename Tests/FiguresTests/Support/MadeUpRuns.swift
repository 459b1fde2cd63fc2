import NeuralNet
import Training

@testable import Experiments

/// Results with numbers of the test's own, so that what a figure says of them is known.
enum MadeUpRuns {
  static let source = ImageSource(
    name: "mnist5k", inputs: 784, classes: 10, images: 4000, testImages: 1000)

  /// Losses that fall from 2.4 towards `end`, with a saw on top; NaN from a step on.
  static func losses(_ steps: Int, end: Double, divergedAt: Int? = nil, seed: UInt64 = 0) -> LossRun
  {
    var history = TrainingHistory(batchesPerEpoch: 10)
    for step in 0..<steps {
      let share = Double(step) / Double(max(1, steps - 1))
      let saw = 1 + 0.1 * Double((step + Int(seed)) % 3 - 1)
      let loss = (2.4 + (end - 2.4) * share) * saw
      history.losses.append(divergedAt.map { step + 1 >= $0 } == true ? .nan : Float(loss))
    }
    history.divergedAt = divergedAt
    history.parametersDigest = "\(end)-\(seed)"
    return LossRun(history, seed: seed)
  }

  static func optimizers(
    _ ends: [(Optimizer, Double, Int?)], steps: Int = 100, seeds: Int = 1, axis: LossAxis = .log
  ) -> OptimizersResult {
    var config = OptimizersConfig(optimizers: ends.map(\.0), seeds: seeds, axis: axis)
    config.training.length = steps
    config.smoothing = 0
    return OptimizersResult(
      config: config, source: source,
      variants: ends.map { optimizer, end, step in
        OptimizersResult.Variant(
          optimizer: optimizer,
          runs: (0..<seeds).map { losses(steps, end: end, divergedAt: step, seed: UInt64($0)) })
      })
  }

  static func initializers(
    _ ends: [(Initializer, Double, Int?)], steps: Int = 100
  ) -> InitializersResult {
    var config = InitializersConfig(initializers: ends.map(\.0), smoothing: 0.5)
    config.training.length = steps
    return InitializersResult(
      config: config, source: source,
      variants: ends.map { initializer, end, step in
        InitializersResult.Variant(
          initializer: initializer, runs: [losses(steps, end: end, divergedAt: step)])
      })
  }

  /// Accuracies that rise in a straight line to their ends; NaN from half of the epochs on for
  /// runs that diverge.
  static func overfit(
    _ ends: [(OverfitConfig.Panel, training: Double, test: Double)], epochs: Int = 20,
    seeds: Int = 1, diverges: Bool = false
  ) -> OverfitResult {
    var config = OverfitConfig(panels: ends.map(\.0), dropoutEpochs: epochs, seeds: seeds)
    config.training.length = epochs
    return OverfitResult(
      config: config, source: source,
      panels: ends.map { panel, training, test in
        OverfitResult.Panel(
          panel: panel, epochs: Array(0...epochs),
          runs: (0..<seeds).map { seed in
            var history = TrainingHistory(batchesPerEpoch: 3)
            for epoch in 0...epochs {
              let share = Double(epoch) / Double(epochs)
              let isLost = diverges && epoch > epochs / 2
              let shift = 0.01 * Double(seed)
              history.trainingAccuracy.append(
                isLost ? .nan : 0.1 + (training - 0.1 - shift) * share)
              history.testAccuracy.append(isLost ? .nan : 0.1 + (test - 0.1 - shift) * share)
            }
            history.divergedAt = diverges ? 3 * epochs / 2 + 1 : nil
            return AccuracyRun(history, seed: UInt64(seed))
          })
      })
  }
}
