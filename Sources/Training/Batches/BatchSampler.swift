import DenseMath
package import NeuralNet

/// Which images make up each batch, by seed and number alone.
///
/// By the standard convention an epoch is a new permutation of all images, cut into batches; those
/// at its end that fill no batch are left out. By the book's, each batch is drawn with replacement
/// from all images and an epoch is as many batches as the images would fill.
package struct BatchSampler: Sendable {
  package let imageCount: Int
  package let batch: Int
  package let convention: Convention
  private let stream: RandomStream
  /// The permutation of the epoch that was asked for last.
  private var order: [Int] = []
  private var epoch = -1

  package init(imageCount: Int, batch: Int, convention: Convention, seed: UInt64) {
    precondition(batch > 0 && batch <= imageCount, "batches of \(batch) from \(imageCount) images")
    self.imageCount = imageCount
    self.batch = batch
    self.convention = convention
    stream = RandomStream(seed: seed).substream(.batches)
  }

  package var batchesPerEpoch: Int { imageCount / batch }

  /// The images of a batch, counted from 0: `[batch]`.
  package mutating func indices(ofBatch number: Int) -> ArraySlice<Int> {
    switch convention {
    case .book:
      return stream.substream(number).sampleWithReplacement(batch, of: imageCount)[...]
    case .standard:
      let wanted = number / batchesPerEpoch
      if wanted != epoch {
        order = stream.substream(wanted).permutation(of: imageCount)
        epoch = wanted
      }
      let start = number % batchesPerEpoch * batch
      return order[start..<start + batch]
    }
  }
}
