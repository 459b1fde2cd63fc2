package import Datasets
import DenseMath
package import NeuralNet
package import Provenance

/// Trains one network, step by step.
///
/// The same config and images give the same bits with any number of threads and on any CPU.
package final class Trainer {
  package let config: TrainingConfig
  package let network: Network
  package let optimizer: OptimizerState
  package private(set) var history: TrainingHistory
  /// Steps taken.
  package private(set) var step = 0
  package let stepCount: Int

  private let training: ImageSet
  private let test: ImageSet
  private let threads: Int
  private var sampler: BatchSampler
  private let batch: ImageBatch
  /// One for each worker; more than blocks of images would stand idle and take memory.
  let evaluators: [Evaluator]
  /// Threads that share each step.
  private let team: Team?
  private let progress: TrainingProgress?

  /// - Parameters:
  ///   - data: At least as many images as the config takes.
  ///   - threads: Workers of this run; their number changes the time and nothing else.
  /// - Throws: `TrainingError` where the config is out of its limits or does not fit the images.
  package init(
    _ config: TrainingConfig, data: Dataset, threads: Int = 1, progress: TrainingProgress? = nil
  ) throws(TrainingError) {
    try config.validate()
    self.config = config
    training = data.training
    test = data.test
    self.threads = max(1, threads)
    self.progress = progress
    let images = config.images ?? data.training.count
    try Self.require(images, "--images", of: data.training.count)
    if let testImages = config.testImages {
      try Self.require(testImages, "--test-images", of: data.test.count)
    }
    try config.validate(
      inputs: data.training.featureCount, classes: data.training.classCount, images: images)
    network = Network(
      config.network, inputs: data.training.featureCount, classes: data.training.classCount,
      capacity: config.batch, seed: config.seed)
    optimizer = OptimizerState(
      config.optimizer, convention: config.convention, weightDecay: config.weightDecay,
      parameterCount: network.layout.count)
    sampler = BatchSampler(
      imageCount: images, batch: config.batch, convention: config.convention, seed: config.seed)
    batch = ImageBatch(capacity: config.batch, features: data.training.featureCount)
    let network = network
    let largest = max(images, config.testImages ?? data.test.count)
    let blocks = (largest + Evaluator.blockRows - 1) / Evaluator.blockRows
    evaluators =
      config.evaluateEvery > 0
      ? (0..<min(self.threads, blocks)).map { _ in Evaluator(for: network) } : []
    // A member has 16 images at least; fewer would not repay the waiting.
    team =
      config.network.batchNorm
      ? nil : Team(size: min(self.threads, max(1, config.batch / 16)))
    history = TrainingHistory(batchesPerEpoch: sampler.batchesPerEpoch)
    stepCount = config.stepCount(images: images)
    history.losses.reserveCapacity(stepCount)
  }

  private static func require(
    _ wanted: Int, _ option: String, of there: Int
  ) throws(TrainingError) {
    guard wanted <= there else {
      throw .invalidOption(
        option, value: "\(wanted)", allowed: "at most \(there), the images of the data set")
    }
  }

  /// Goes on where a checkpoint was made.
  ///
  /// - Throws: `CheckpointError` where it is of another run or of other images; its run may have
  ///   been shorter or longer.
  package func resume(from checkpoint: Checkpoint, images: Digest) throws {
    try checkpoint.require(config, images: images)
    guard checkpoint.step <= stepCount else {
      throw CheckpointError.beyondTheEnd(
        file: checkpoint.file, step: checkpoint.step, steps: stepCount)
    }
    try checkpoint.fill(network, optimizer)
    history = checkpoint.history
    step = checkpoint.step
    progress?.advance(by: step, loss: history.losses.last ?? .nan)
  }

  package var isFinished: Bool { step >= stepCount || history.divergedAt != nil }

  /// Trains to the end.
  ///
  /// - Returns: The whole history. After a divergence nothing more is trained, and every later
  ///   number is NaN.
  package func run() throws(ProvenanceError) -> TrainingHistory {
    while !isFinished { takeStep() }
    return try finish()
  }

  /// Takes the next step, and the evaluations that belong before and after it.
  package func takeStep() {
    precondition(step < stepCount, "no step after the last")
    let perEpoch = sampler.batchesPerEpoch
    if config.convention == .standard && step == 0 { evaluate(epoch: 0) }

    training.pixels.withUnsafeBufferPointer { pixels in
      training.labels.withUnsafeBufferPointer { labels in
        batch.gather(sampler.indices(ofBatch: step), pixels: pixels, classes: labels)
      }
    }
    var loss = batch.backpropagate(through: network, step: step, team: team)
    optimizer.update(network, team: team)
    if config.convention == .book {
      loss = batch.loss(through: network, step: step, team: team)
    }
    history.losses.append(Float(loss))
    step += 1
    progress?.advance(by: 1, loss: Float(loss))
    if !loss.isFinite && history.divergedAt == nil { history.divergedAt = step }

    switch config.convention {
    case .standard: if step % perEpoch == 0 { evaluate(epoch: step / perEpoch) }
    case .book: if step % perEpoch == 1 || perEpoch == 1 { evaluate(epoch: (step - 1) / perEpoch) }
    }
  }

  /// Ends the history: what a diverged run did not reach is NaN.
  package func finish() throws(ProvenanceError) -> TrainingHistory {
    if history.divergedAt != nil {
      progress?.advance(by: stepCount - step, loss: .nan)
      history.losses += [Float](repeating: .nan, count: stepCount - history.losses.count)
      var later = step
      while later < stepCount {
        later += 1
        let perEpoch = sampler.batchesPerEpoch
        switch config.convention {
        case .standard: if later % perEpoch == 0 { appendInvalid(epoch: later / perEpoch) }
        case .book:
          if later % perEpoch == 1 || perEpoch == 1 {
            appendInvalid(epoch: (later - 1) / perEpoch)
          }
        }
      }
    }
    history.parametersDigest = try network.stateDigest().hex
    return history
  }

  // MARK: Evaluation

  private func evaluate(epoch: Int) {
    guard config.evaluateEvery > 0, epoch % config.evaluateEvery == 0 else { return }
    if history.divergedAt != nil {
      appendInvalid(epoch: epoch)
      return
    }
    let images = config.images ?? training.count
    let own = tally(training, first: images)
    var other: Evaluator.Tally?
    let testImages = config.testImages ?? test.count
    if testImages > 0 { other = tally(test, first: testImages) }
    if own.invalid + (other?.invalid ?? 0) > 0 && history.divergedAt == nil {
      history.divergedAt = max(1, step)
      appendInvalid(epoch: epoch)
      return
    }
    history.epochs.append(epoch)
    history.trainingAccuracy.append(Double(own.hits) / Double(images))
    history.trainingLoss.append(own.loss / Double(images))
    if let other {
      history.testAccuracy.append(Double(other.hits) / Double(testImages))
      history.testLoss.append(other.loss / Double(testImages))
    }
  }

  private func appendInvalid(epoch: Int) {
    guard config.evaluateEvery > 0, epoch % config.evaluateEvery == 0 else { return }
    history.epochs.append(epoch)
    history.trainingAccuracy.append(.nan)
    history.trainingLoss.append(.nan)
    if config.testImages ?? test.count > 0 {
      history.testAccuracy.append(.nan)
      history.testLoss.append(.nan)
    }
  }

  /// Judges the first images of a set, in blocks that are dealt over the threads and added up in
  /// their order.
  private func tally(_ set: ImageSet, first count: Int) -> Evaluator.Tally {
    let rows = Evaluator.blockRows
    let blocks = (count + rows - 1) / rows
    let workers = min(threads, blocks, evaluators.count)
    let job = EvaluationJob(evaluators: evaluators, network: network)
    let parts = set.pixels.withUnsafeBufferPointer { pixels in
      set.labels.withUnsafeBufferPointer { labels in
        let source = UnsafeImages(pixels: pixels, labels: labels, features: set.featureCount)
        return Parallel.map(count: workers, threads: workers) { worker in
          // Neighbouring blocks for each worker.
          let first = worker * blocks / workers
          let last = (worker + 1) * blocks / workers
          return (first..<last).map { block in
            job.tally(source, block * rows..<min(count, (block + 1) * rows), worker: worker)
          }
        }
      }
    }
    var total = Evaluator.Tally()
    for part in parts { for tally in part { total.add(tally) } }
    return total
  }
}

/// Lets each worker use an evaluator of its own on a network that nobody changes meanwhile.
private struct EvaluationJob: @unchecked Sendable {
  let evaluators: [Evaluator]
  let network: Network

  func tally(_ images: UnsafeImages, _ range: Range<Int>, worker: Int) -> Evaluator.Tally {
    let features = images.features
    return evaluators[worker].tally(
      network,
      pixels: UnsafeBufferPointer(
        rebasing: images.pixels[range.lowerBound * features..<range.upperBound * features]),
      labels: UnsafeBufferPointer(rebasing: images.labels[range]))
  }
}

/// Images that are only read, for as long as the closure that lends them runs.
private struct UnsafeImages: @unchecked Sendable {
  let pixels: UnsafeBufferPointer<UInt8>
  let labels: UnsafeBufferPointer<UInt8>
  let features: Int
}
