import Datasets
import NeuralNet
import Testing

@testable import Training

/// How many steps and evaluations a run has, and which.
struct TrainerScheduleTests {
  /// A run of 120 images and what it must hold.
  struct Schedule {
    var convention: Convention
    var batch: Int
    var length: Int
    var unit: TrainingConfig.Unit
    var every = 1
    var steps: Int
    var epochs: [Int]
  }

  static let schedules = [
    // 120 images make 4 batches of 25; 20 images are left out of each epoch.
    Schedule(
      convention: .standard, batch: 25, length: 3, unit: .epochs, steps: 12, epochs: [0, 1, 2, 3]),
    Schedule(
      convention: .standard, batch: 25, length: 10, unit: .iterations, steps: 10,
      epochs: [0, 1, 2]),
    Schedule(
      convention: .standard, batch: 25, length: 3, unit: .iterations, steps: 3, epochs: [0]),
    Schedule(
      convention: .standard, batch: 120, length: 2, unit: .epochs, steps: 2, epochs: [0, 1, 2]),
    Schedule(
      convention: .standard, batch: 60, length: 4, unit: .epochs, every: 2, steps: 8,
      epochs: [0, 2, 4]),
    // The last epoch is judged whatever its number.
    Schedule(
      convention: .standard, batch: 60, length: 5, unit: .epochs, every: 2, steps: 10,
      epochs: [0, 2, 4, 5]),
    Schedule(
      convention: .standard, batch: 60, length: 1, unit: .epochs, every: 9, steps: 2,
      epochs: [0, 1]),
    Schedule(
      convention: .standard, batch: 60, length: 2, unit: .epochs, every: 0, steps: 4, epochs: []),
    // The book judges after the first step of each epoch and ends there.
    Schedule(convention: .book, batch: 25, length: 3, unit: .epochs, steps: 9, epochs: [0, 1, 2]),
    Schedule(convention: .book, batch: 25, length: 1, unit: .epochs, steps: 1, epochs: [0]),
    Schedule(
      convention: .book, batch: 25, length: 10, unit: .iterations, steps: 10, epochs: [0, 1, 2]),
    Schedule(convention: .book, batch: 120, length: 3, unit: .epochs, steps: 3, epochs: [0, 1, 2]),
    Schedule(
      convention: .book, batch: 60, length: 5, unit: .epochs, every: 2, steps: 9,
      epochs: [0, 2, 4]),
    Schedule(
      convention: .book, batch: 60, length: 6, unit: .epochs, every: 2, steps: 11,
      epochs: [0, 2, 4, 5]),
    Schedule(
      convention: .book, batch: 60, length: 2, unit: .epochs, every: 0, steps: 3, epochs: []),
  ]

  @Test("steps and evaluations are those of the convention", arguments: schedules)
  func counts(schedule: Schedule) throws {
    // A run that diverges has the same lengths.
    for rate in [0.1, 1e30] {
      let config = TrainingConfig.short(
        convention: schedule.convention, optimizer: .sgd(rate: rate), batch: schedule.batch,
        length: schedule.length, unit: schedule.unit, evaluateEvery: schedule.every)
      let progress = TrainingProgress()
      let trainer = try Trainer(config, data: .stripes(), progress: progress)
      #expect(trainer.stepCount == schedule.steps)
      #expect(progress.snapshot.done == 0)
      let history = try trainer.run()
      #expect(history.losses.count == schedule.steps)
      #expect(history.epochs == schedule.epochs)
      for numbers in [
        history.trainingAccuracy, history.testAccuracy, history.trainingLoss, history.testLoss,
      ] { #expect(numbers.count == schedule.epochs.count) }
      #expect(history.batchesPerEpoch == 120 / schedule.batch)
      #expect(progress.snapshot.done == schedule.steps)
      #expect(trainer.isFinished)
    }
  }

  @Test("test images may be left out", arguments: Convention.allCases)
  func withoutTestImages(convention: Convention) throws {
    let config = TrainingConfig.short(convention: convention, testImages: 0)
    let history = try Trainer(config, data: .stripes()).run()
    #expect(!history.epochs.isEmpty && history.trainingAccuracy.count == history.epochs.count)
    #expect(history.testAccuracy.isEmpty && history.testLoss.isEmpty)
    let empty = try Trainer(
      .short(convention: convention), data: .stripes(test: 0)
    ).run()
    #expect(HistoryBits(empty) == HistoryBits(history))
  }

  @Test("a loss is that before the step, or by the book that after it")
  func lossesByHand() throws {
    let data = Dataset.stripes()
    for convention in Convention.allCases {
      let config = TrainingConfig.short(
        batchNorm: true, dropout: 0.25, convention: convention, optimizer: Optimizer(.adam),
        weightDecay: 0.05, images: 90, seed: 3)
      let trainer = try Trainer(config, data: data)
      let history = try trainer.run()

      let network = Network(config.network, inputs: 36, classes: 4, capacity: 25, seed: 3)
      let optimizer = OptimizerState(
        config.optimizer, convention: convention, weightDecay: 0.05,
        parameterCount: network.layout.count)
      var sampler = BatchSampler(imageCount: 90, batch: 25, convention: convention, seed: 3)
      let batch = ImageBatch(capacity: 25, features: 36)
      for step in history.losses.indices {
        data.training.pixels.withUnsafeBufferPointer { pixels in
          data.training.labels.withUnsafeBufferPointer { labels in
            let indices = sampler.indices(ofBatch: step)
            #expect(indices.allSatisfy { $0 < 90 })
            batch.gather(indices, pixels: pixels, classes: labels)
          }
        }
        let before = batch.backpropagate(through: network, step: step)
        optimizer.update(network)
        let after = batch.loss(through: network, step: step)
        #expect(history.losses[step] == Float(convention == .book ? after : before))
      }
      #expect(network.parameters.elements == trainer.network.parameters.elements)
      #expect(network.runningMoments == trainer.network.runningMoments)
    }
  }

  @Test("stripes are learnt by every rule", arguments: Optimizer.Kind.allCases)
  func learning(kind: Optimizer.Kind) throws {
    for convention in Convention.allCases {
      let optimizer = Optimizer(kind, convention: convention).with(
        rate: kind == .sgd ? 0.3 : kind.rawValue.hasPrefix("ada") && kind != .adagrad ? 0.01 : 0.03)
      let config = TrainingConfig.short(
        batchNorm: true, convention: convention, optimizer: optimizer, length: 20)
      let history = try Trainer(config, data: .stripes()).run()
      #expect(history.divergedAt == nil)
      #expect((history.testAccuracy.last ?? 0) > 0.9, "\(convention)")
      #expect((history.trainingLoss.last ?? 9) < history.trainingLoss[0] / 2, "\(convention)")
    }
  }
}

extension TrainerScheduleTests.Schedule: CustomTestStringConvertible {
  var testDescription: String { "\(convention), \(length) \(unit) of \(batch), every \(every)" }
}
