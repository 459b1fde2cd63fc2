import Datasets
import NeuralNet
import Testing

@testable import Training

/// A run that diverges ends early, says where, and has NaN for what it did not reach.
struct DivergenceTests {
  @Test("a rate that is far too large", arguments: Convention.allCases)
  func hugeRate(convention: Convention) throws {
    let config = TrainingConfig.short(
      convention: convention, optimizer: .sgd(rate: 1e12), length: 6)
    let trainer = try Trainer(config, data: .stripes())
    let history = try trainer.run()
    let diverged = try #require(history.divergedAt)
    #expect((1..<12).contains(diverged))
    #expect(trainer.step == diverged)
    #expect(history.divergenceEpoch == Double(diverged) / 4)

    // Every loss before is finite, every one after NaN.
    #expect(history.losses.count == trainer.stepCount)
    #expect(history.losses.prefix(diverged - 1).allSatisfy { $0.isFinite })
    #expect(history.losses.dropFirst(diverged).allSatisfy { $0.isNaN })

    for (index, epoch) in history.epochs.enumerated() {
      // The step after which the epoch was judged.
      let step = convention == .book ? epoch * 4 + 1 : epoch * 4
      let numbers = [
        history.trainingAccuracy[index], history.testAccuracy[index], history.trainingLoss[index],
        history.testLoss[index],
      ]
      #expect(numbers.allSatisfy { step < diverged ? $0.isFinite : $0.isNaN }, "epoch \(epoch)")
    }
    #expect(history.parametersDigest.count == 64)
  }

  @Test("outputs that are not finite before the first step", arguments: Convention.allCases)
  func fromTheStart(convention: Convention) throws {
    var config = TrainingConfig.short(
      hidden: [Int](repeating: 12, count: 12), convention: convention, length: 3)
    config.network.initializer = .normal(standardDeviation: 1e6)
    let trainer = try Trainer(config, data: .stripes())
    let history = try trainer.run()
    #expect(history.divergedAt == 1)
    #expect(history.losses.count == trainer.stepCount)
    #expect(!history.losses.containsFinite)
    #expect(
      history.trainingAccuracy.allSatisfy { $0.isNaN } && history.testLoss.allSatisfy { $0.isNaN })
    #expect(history.epochs.count == history.trainingAccuracy.count)
  }

  @Test("an evaluation beside the steps that finds a divergence takes the steps since then back")
  func beside() throws {
    // Test images whose outputs overflow, training images whose outputs do not.
    var data = Dataset.stripes(test: 700)
    let dim = data.training.pixels.map { $0 / 255 }
    data = Dataset(
      name: "dim",
      training: ImageSet(
        shape: data.training.shape, classCount: data.training.classCount, pixels: dim,
        labels: data.training.labels),
      test: data.test)
    for isNormalized in [false, true] {
      var config = TrainingConfig.short(
        hidden: [12], batchNorm: isNormalized, convention: .book, optimizer: .sgd(rate: 1e-30),
        batch: 40, length: 5)
      config.network.initializer = .normal(standardDeviation: isNormalized ? 1e38 : 3e19)
      let bits = try [1, 2, 7].map { threads in
        let trainer = try Trainer(config, data: data, threads: threads)
        let history = try trainer.run()
        #expect(trainer.step == 1 && history.divergedAt == 1)
        #expect(history.losses[0].isFinite && history.losses.dropFirst().allSatisfy { $0.isNaN })
        #expect(history.epochs == [0, 1, 2, 3, 4] && history.testAccuracy[0].isNaN)
        return HistoryBits(history)
      }
      #expect(bits[1] == bits[0] && bits[2] == bits[0])
    }
  }

  @Test("a last step that leads to outputs that are not finite is found by the evaluation")
  func lastStep() throws {
    // One step of this size leaves finite parameters whose products overflow.
    let config = TrainingConfig.short(
      optimizer: .sgd(rate: 1e25), batch: 120, length: 1)
    let history = try Trainer(config, data: .stripes()).run()
    #expect(history.losses.count == 1 && history.losses[0].isFinite)
    #expect(history.divergedAt == 1)
    #expect(history.trainingAccuracy[0].isFinite && history.trainingAccuracy[1].isNaN)
  }
}

extension [Float] {
  var containsFinite: Bool { contains(where: { $0.isFinite }) }
}
