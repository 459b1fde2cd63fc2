import Datasets
import DenseMath
import NeuralNet

@testable import Training

extension Dataset {
  /// Images of stripes that a network can tell apart: class `c` is bright in every row that leaves
  /// `c` over after division by the number of classes, with noise; four fifths of the rest is zero.
  static func stripes(
    training: Int = 120, test: Int = 50, side: Int = 6, classes: Int = 4
  ) -> Dataset {
    func images(_ count: Int, _ seed: UInt64) -> ImageSet {
      let shape = ImageSet.Shape(rows: side, columns: side)
      let stream = RandomStream(seed: seed).substream(.samples)
      let labels = (0..<count).map { UInt8($0 * 7 % classes) }
      var pixels: [UInt8] = []
      pixels.reserveCapacity(count * shape.featureCount)
      for (image, label) in labels.enumerated() {
        for place in 0..<shape.featureCount {
          let word = stream.word(at: image * shape.featureCount + place)
          let isBright = place / side % classes == Int(label)
          pixels.append(isBright || word % 5 == 0 ? UInt8(word >> 24) : 0)
        }
      }
      return ImageSet(shape: shape, classCount: classes, pixels: pixels, labels: labels)
    }
    return Dataset(name: "stripes", training: images(training, 1), test: images(test, 2))
  }
}

/// The bits of a history, one pattern for every NaN: equal ones are the same to the last bit.
struct HistoryBits: Equatable {
  let losses: [UInt32]
  let epochs: [Int]
  let numbers: [[UInt64]]
  let divergedAt: Int?
  let digest: String

  init(_ history: TrainingHistory) {
    losses = history.losses.map { $0.isNaN ? 0x7FC0_0000 : $0.bitPattern }
    epochs = history.epochs
    numbers = [
      history.trainingAccuracy, history.testAccuracy, history.trainingLoss, history.testLoss,
    ].map { $0.map { $0.isNaN ? 0x7FF8 << 48 : $0.bitPattern } }
    divergedAt = history.divergedAt
    digest = history.parametersDigest
  }
}

extension TrainingConfig {
  /// A short run on stripes.
  static func short(
    hidden: [Int] = [12, 9], activation: Activation = .relu, batchNorm: Bool = false,
    dropout: Double = 0, convention: Convention = .standard,
    optimizer: Optimizer = .sgd(rate: 0.1), weightDecay: Double = 0, batch: Int = 25,
    length: Int = 3, unit: Unit = .epochs, images: Int? = nil, testImages: Int? = nil,
    evaluateEvery: Int = 1, seed: UInt64 = 0
  ) -> TrainingConfig {
    TrainingConfig(
      network: NetworkConfig(
        hidden: hidden, activation: activation, batchNorm: batchNorm, dropout: dropout,
        convention: convention),
      optimizer: optimizer, weightDecay: weightDecay, batch: batch, length: length, unit: unit,
      images: images, testImages: testImages, evaluateEvery: evaluateEvery, seed: seed)
  }
}
