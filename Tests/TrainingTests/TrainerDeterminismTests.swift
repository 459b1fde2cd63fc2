import Datasets
import DenseMath
import NeuralNet
import Testing

@testable import Training

/// A run gives the same bits with any number of threads, on any kernel, and again.
struct TrainerDeterminismTests {
  /// Runs of every part: optimizers of each kind of state, normalisation, dropout, both
  /// conventions, all activations.
  static let configs: [TrainingConfig] = [
    .short(activation: .relu, optimizer: .momentum(rate: 0.1, momentum: 0.9)),
    .short(activation: .sigmoid, batchNorm: true, optimizer: Optimizer(.adam), weightDecay: 0.01),
    .short(activation: .tanh, dropout: 0.3, optimizer: Optimizer(.adagrad)),
    .short(activation: .gelu, batchNorm: true, dropout: 0.2, optimizer: Optimizer(.adamw)),
    .short(
      activation: .leakyReLU, batchNorm: true, dropout: 0.2, convention: .book,
      optimizer: Optimizer(.rmsprop, convention: .book), weightDecay: 0.1),
    .short(dropout: 0.1, convention: .book, optimizer: Optimizer(.adam), batch: 64),
    .short(hidden: [], optimizer: .nesterov(rate: 0.1, momentum: 0.9)),
    // Diverges.
    .short(batchNorm: false, optimizer: .sgd(rate: 1e6), length: 10),
  ]

  @Test("every kernel and number of threads gives the same run", arguments: configs)
  func small(config: TrainingConfig) throws {
    let data = Dataset.stripes(training: 600, test: 300)
    var first: HistoryBits?
    try Kernel.forEachForced { kernel in
      for threads in [1, 2, 7] {
        let bits = HistoryBits(try Trainer(config, data: data, threads: threads).run())
        if let first { #expect(bits == first, "\(kernel), \(threads) threads") }
        first = first ?? bits
      }
    }
    #expect(first?.digest.count == 64)
  }

  @Test("threads that join a run while it goes on change nothing, and are given back")
  func spareThreads() throws {
    let data = Dataset.stripes(training: 600, test: 300)
    for config in Self.configs {
      let alone = HistoryBits(try Trainer(config, data: data).run())
      for given in [1, 3] {
        let spare = SpareThreads()
        let trainer = try Trainer(config, data: data, spare: spare)
        trainer.takeStep()
        spare.give(given)
        // Steps of fewer than 16 images for each member are not shared, nor those of normalisation.
        let most = config.network.batchNorm ? 0 : max(0, config.batch / 16 - 1)
        if !trainer.isFinished {
          trainer.takeStep()
          #expect(spare.take(upTo: 9) == given - min(given, most))
          spare.give(given - min(given, most))
        }
        #expect(HistoryBits(try trainer.run()) == alone, "\(given) joined")
        #expect(spare.take(upTo: 9) == given)
      }
    }
  }

  @Test("so does a run whose products are large enough to be split")
  func large() throws {
    let data = Dataset.stripes(training: 256, test: 40, side: 28, classes: 10)
    let config = TrainingConfig.short(
      hidden: [512, 20], batchNorm: true, optimizer: Optimizer(.adam), batch: 128, length: 2,
      unit: .iterations)
    var first: HistoryBits?
    try Kernel.forEachForced { kernel in
      for threads in [1, 2, 7] {
        let bits = HistoryBits(try Trainer(config, data: data, threads: threads).run())
        if let first { #expect(bits == first, "\(kernel), \(threads) threads") }
        first = first ?? bits
      }
    }
  }

  @Test("runs beside each other do not meet")
  func sideBySide() throws {
    let data = Dataset.stripes()
    let configs = Self.configs
    let alone = try configs.map { HistoryBits(try Trainer($0, data: data).run()) }
    let together = try Parallel.map(count: configs.count, threads: 4) { index in
      HistoryBits(try Trainer(configs[index], data: data, threads: 2).run())
    }
    #expect(together == alone)
  }

  @Test("another seed gives another run")
  func seeds() throws {
    let data = Dataset.stripes()
    let runs = try [0, 1, 1 << 53].map {
      try Trainer(.short(dropout: 0.2, seed: $0), data: data).run()
    }
    #expect(Set(runs.map(\.parametersDigest)).count == 3)
  }
}
