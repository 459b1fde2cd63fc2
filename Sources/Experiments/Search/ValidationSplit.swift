package import Datasets
import DenseMath

/// Images for trials, divided into those that they are trained on and those that they are judged on.
package struct ValidationSplit: Sendable {
  /// Training images of trials; its test images are the validation images.
  package let trials: Dataset
  /// All of them together, for the configuration that was chosen.
  package let all: ImageSet

  /// Divides the first `images` training images, shuffled by the seed.
  ///
  /// - Parameter share: Share of them for validation; at least one, and at least one for training.
  package init(_ data: Dataset, images: Int, share: Double, seed: UInt64) {
    let order = RandomStream(seed: seed).substream(.split).permutation(of: images)
    let count = min(max(1, Int((Double(images) * share).rounded())), images - 1)
    all = data.training.subset(Array(0..<images))
    trials = Dataset(
      name: data.name, training: data.training.subset(Array(order[count...])),
      test: data.training.subset(Array(order[..<count])))
  }
}

extension ImageSet {
  /// The images at `indices`, in that order.
  fileprivate func subset(_ indices: [Int]) -> ImageSet {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(indices.count * featureCount)
    for index in indices {
      pixels += self.pixels[index * featureCount..<(index + 1) * featureCount]
    }
    return ImageSet(
      shape: shape, classCount: classCount, pixels: pixels, labels: indices.map { labels[$0] })
  }
}
