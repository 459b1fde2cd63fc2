import Datasets
import Foundation
import NeuralNet
import Testing

@testable import Training

/// What the history says of a network is what plain loops over the images say.
struct EvaluationTests {
  /// Share of hits and mean cross-entropy of the first images, in Double.
  private func judge(
    _ network: Network, _ set: ImageSet, first count: Int
  ) -> (accuracy: Double, loss: Double) {
    let parameters = network.parameters.elements.map(Double.init)
    var hits = 0
    var loss = 0.0
    for image in 0..<count {
      let pixels = set.pixels[image * set.featureCount..<(image + 1) * set.featureCount]
      var values = pixels.map { Double(Float($0) / 255) }
      for (index, layer) in network.layout.layers.enumerated() {
        let isLast = index + 1 == network.layout.layers.count
        values = (0..<layer.units).map { unit in
          var sum = parameters[layer.bias + unit]
          for i in 0..<layer.inputs {
            sum += values[i] * parameters[layer.weights + i * layer.units + unit]
          }
          guard !isLast else { return sum }
          if let gain = layer.gain {
            let running = network.runningMoments[index]
            let deviation = (Double(running[layer.units + unit]) + 1e-5).squareRoot()
            sum =
              parameters[gain + unit] * (sum - Double(running[unit])) / deviation
              + parameters[gain + layer.units + unit]
          }
          return max(0, sum)
        }
      }
      let label = Int(set.labels[image])
      if values.firstIndex(of: values.max() ?? 0) == label { hits += 1 }
      loss += log(values.reduce(0) { $0 + exp($1 - values[label]) })
    }
    return (Double(hits) / Double(count), loss / Double(count))
  }

  @Test(
    "accuracies and losses of both sets, in blocks and threads of any number",
    arguments: [1, 2, 7], [1, 255, 256, 257, 600])
  func naive(threads: Int, images: Int) throws {
    let data = Dataset.stripes(training: 600, test: 600)
    for isNormalized in [false, true] {
      let config = TrainingConfig.short(
        batchNorm: isNormalized, batch: min(50, images), length: 7, unit: .iterations,
        images: images, testImages: 601 - images)
      let trainer = try Trainer(config, data: data, threads: threads)
      // Epoch 0 is before the first step; the last one here may be earlier than the last step.
      while trainer.step < 7 {
        let epochs = trainer.history.epochs.count
        trainer.takeStep()
        guard trainer.history.epochs.count > epochs, trainer.step > 1 else { continue }
        let own = judge(trainer.network, data.training, first: images)
        let other = judge(trainer.network, data.test, first: 601 - images)
        #expect(trainer.history.trainingAccuracy.last == own.accuracy)
        #expect(trainer.history.testAccuracy.last == other.accuracy)
        #expect(abs((trainer.history.trainingLoss.last ?? 0) - own.loss) < 1e-5)
        #expect(abs((trainer.history.testLoss.last ?? 0) - other.loss) < 1e-5)
      }
      #expect(!trainer.history.epochs.isEmpty)
    }
  }

  @Test("threads beyond the blocks of images take no memory")
  func workers() throws {
    let data = Dataset.stripes(training: 600, test: 50)
    func workers(_ config: TrainingConfig, threads: Int) throws -> Int? {
      try Trainer(config, data: data, threads: threads).evaluation?.evaluators.count
    }
    #expect(try workers(.short(), threads: 1024) == 4)
    #expect(try workers(.short(), threads: 2) == 2)
    #expect(try workers(.short(evaluateEvery: 0), threads: 2) == nil)
    #expect(try workers(.short(images: 25, testImages: 50), threads: 9) == 2)
  }
}
