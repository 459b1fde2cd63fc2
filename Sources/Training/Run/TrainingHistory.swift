/// What a training run left behind.
package struct TrainingHistory: Codable, Equatable, Sendable {
  /// Mean cross-entropy of each batch in nats, `[steps]`; NaN from the step after which the run
  /// had diverged.
  package var losses: [Float]
  /// Epochs after which the network was judged; 0 is before the first step.
  package var epochs: [Int]
  /// Share of the training images that the network gets right, as `epochs`; NaN once diverged.
  package var trainingAccuracy: [Double]
  /// Of the test images; empty without any.
  package var testAccuracy: [Double]
  /// Mean cross-entropy of the training images, without weight decay.
  package var trainingLoss: [Double]
  package var testLoss: [Double]
  /// The step, from 1, whose loss was not finite, or after which an output was not; nil for none.
  package var divergedAt: Int?
  package var batchesPerEpoch: Int
  /// SHA-256 of the last parameters as little-endian Float32, in hexadecimal.
  package var parametersDigest: String

  package init(batchesPerEpoch: Int) {
    losses = []
    epochs = []
    trainingAccuracy = []
    testAccuracy = []
    trainingLoss = []
    testLoss = []
    self.batchesPerEpoch = batchesPerEpoch
    parametersDigest = ""
  }

  /// Epoch, in parts of one, at which the run diverged.
  package var divergenceEpoch: Double? {
    divergedAt.map { Double($0) / Double(max(1, batchesPerEpoch)) }
  }
}
