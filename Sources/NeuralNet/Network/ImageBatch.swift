import CKernels
package import DenseMath

/// A batch of images on its way into a network.
package final class ImageBatch {
  package let capacity: Int
  private let features: Int
  private let input: FloatBuffer
  private let labels: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// - Parameters:
  ///   - capacity: Images of the largest batch.
  ///   - features: Pixels of an image.
  package init(capacity: Int, features: Int) {
    self.capacity = capacity
    self.features = features
    input = FloatBuffer(count: capacity * features)
    labels = .allocate(capacity: max(1, capacity))
    labels.initialize(repeating: 0)
  }

  deinit { labels.deallocate() }

  /// Takes the images at `indices`, scaled to 0...1, `[indices, features]`.
  ///
  /// - Parameters:
  ///   - pixels: `[images, features]`, 0 to 255.
  ///   - classes: `[images]`.
  package func gather(
    _ indices: ArraySlice<Int>, pixels: UnsafeBufferPointer<UInt8>,
    classes: UnsafeBufferPointer<UInt8>
  ) {
    precondition(indices.count <= capacity, "\(indices.count) images in a batch of \(capacity)")
    precondition(pixels.count == classes.count * features, "pixels and labels disagree")
    for (row, index) in indices.enumerated() {
      precondition(classes.indices.contains(index), "no image \(index) of \(classes.count)")
      labels[row] = classes[index]
    }
    indices.withUnsafeBufferPointer {
      dlplot_gather_pixels(
        pixels.baseAddress, $0.baseAddress, $0.count, features, input.base)
    }
    count = indices.count
  }

  /// Loss of the batch before a step, and its gradient in `network.gradients`.
  ///
  /// - Returns: Mean cross-entropy in nats; not finite where the network diverged.
  package func backpropagate(through network: Network, step: Int, team: Team? = nil) -> Double {
    guard let base = labels.baseAddress else { return .nan }
    return network.backpropagate(
      input: input.block(rows: count, columns: features), labels: base, step: step,
      team: team)
  }

  /// Loss of the batch as it is now, with the dropout masks of the step.
  package func loss(through network: Network, step: Int, team: Team? = nil) -> Double {
    guard let base = labels.baseAddress else { return .nan }
    return network.loss(
      input: input.block(rows: count, columns: features), labels: base, step: step,
      team: team)
  }
}
