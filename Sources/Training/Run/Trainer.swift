package import Datasets
package import DenseMath
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
  /// Images of each set that are judged.
  private let images: Int
  private let testImages: Int
  private var sampler: BatchSampler
  private let batch: ImageBatch
  /// Nil where nothing is judged.
  let evaluation: EpochEvaluation?
  /// An evaluation that goes on beside the steps: its epoch, and the steps taken before.
  private var pending: (epoch: Int, step: Int)?
  private var evaluatesBeside = false
  /// Threads that share the steps and the evaluations, or the steps alone where they are spare ones.
  private var team: Team?
  private let sharesSteps: Bool
  private let spare: SpareThreads?
  /// Spare threads that this run may still take, and those that it has.
  private var spareWanted = 0
  private var spareTaken = 0
  private let progress: TrainingProgress?

  /// - Parameters:
  ///   - data: At least as many images as the config takes.
  ///   - threads: Workers of this run; their number changes the time and nothing else.
  ///   - spare: Threads that runs beside this one leave behind; they join a run of one worker.
  /// - Throws: `TrainingError` where the config is out of its limits or does not fit the images.
  package init(
    _ config: TrainingConfig, data: Dataset, threads: Int = 1, spare: SpareThreads? = nil,
    progress: TrainingProgress? = nil
  ) throws(TrainingError) {
    try config.validate()
    self.config = config
    training = data.training
    self.progress = progress
    images = config.images ?? data.training.count
    testImages = config.testImages ?? data.test.count
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
    // In a step a member has 16 images at least; fewer would not repay the waiting. Batch
    // normalisation looks at all images at once. Then the team is for the evaluations alone.
    let sharers = config.network.batchNorm ? 1 : config.batch / 16
    sharesSteps = sharers > 1
    let judges =
      config.evaluateEvery > 0
      ? EpochEvaluation.blockCount(images: images, testImages: testImages) : 1
    let team = Team(size: min(threads, sharesSteps ? sharers : judges))
    self.team = team
    self.spare = spare
    spareWanted = team == nil && spare != nil && sharesSteps ? sharers - 1 : 0
    evaluation =
      config.evaluateEvery > 0
      ? EpochEvaluation(
        of: network, training: data.training, first: images, test: data.test, first: testImages,
        threads: team?.size ?? 1, team: team) : nil
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

  /// The last epoch after which the network is judged; the book judges after its first step.
  package var lastEpoch: Int {
    switch config.convention {
    case .standard: stepCount / sampler.batchesPerEpoch
    case .book: (stepCount - 1) / sampler.batchesPerEpoch
    }
  }

  package var isFinished: Bool { step >= stepCount || history.divergedAt != nil }

  /// Trains to the end.
  ///
  /// - Returns: The whole history. After a divergence nothing more is trained, and every later
  ///   number is NaN.
  package func run() throws(ProvenanceError) -> TrainingHistory {
    evaluatesBeside = evaluation?.canRunBeside ?? false
    while true {
      while !isFinished { takeStep() }
      // The last evaluation may find that the run ended before.
      if pending == nil { break }
      settle()
    }
    evaluatesBeside = false
    returnSpareThreads()
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
    takeSpareThreads()
    let team = stepTeam
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

  /// Takes threads that have become free since the last step into the team.
  private func takeSpareThreads() {
    guard spareWanted > 0, let taken = spare?.take(upTo: spareWanted), taken > 0 else { return }
    spareWanted -= taken
    spareTaken += taken
    // The members of the old team end before others begin.
    team = nil
    team = Team(size: 1 + spareTaken)
  }

  private func returnSpareThreads() {
    guard spareTaken > 0 else { return }
    team = nil
    spare?.give(spareTaken)
    spareTaken = 0
  }

  /// The team, where it is free and the steps are large enough for it.
  private var stepTeam: Team? {
    guard sharesSteps, let team, team.isIdle else { return nil }
    return team
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

  /// Whether an epoch is judged: every so many, and the last, which is what a run is judged by.
  private func isDue(_ epoch: Int) -> Bool {
    config.evaluateEvery > 0 && (epoch % config.evaluateEvery == 0 || epoch == lastEpoch)
  }

  /// Judges the network after an epoch, or begins to.
  private func evaluate(epoch: Int) {
    guard let evaluation, isDue(epoch) else { return }
    let steps = step
    settle()
    // A settled evaluation may have set the run back.
    if step < steps { return }
    if history.divergedAt != nil { return appendInvalid(epoch: epoch) }
    // The first is followed by a step whatever comes out.
    if evaluatesBeside && step > 0 {
      pending = (epoch, step)
      evaluation.begin()
    } else {
      append(evaluation.run(), epoch: epoch)
    }
  }

  /// Ends the evaluation that goes on beside the steps. Where the network had diverged when it
  /// began, the steps since then are taken back.
  private func settle() {
    guard let evaluation, let (epoch, steps) = pending else { return }
    pending = nil
    let outcome = evaluation.finish()
    if !outcome.isFinite {
      evaluation.restore()
      progress?.advance(by: steps - step, loss: .nan)
      step = steps
      history.losses.removeLast(history.losses.count - steps)
      history.divergedAt = nil
    }
    append(outcome, epoch: epoch)
  }

  private func append(_ outcome: EpochEvaluation.Outcome, epoch: Int) {
    guard outcome.isFinite else {
      history.divergedAt = max(1, step)
      return appendInvalid(epoch: epoch)
    }
    history.epochs.append(epoch)
    history.trainingAccuracy.append(Double(outcome.training.hits) / Double(images))
    history.trainingLoss.append(outcome.training.loss / Double(images))
    if testImages > 0 {
      history.testAccuracy.append(Double(outcome.test.hits) / Double(testImages))
      history.testLoss.append(outcome.test.loss / Double(testImages))
    }
  }

  private func appendInvalid(epoch: Int) {
    guard isDue(epoch) else { return }
    history.epochs.append(epoch)
    history.trainingAccuracy.append(.nan)
    history.trainingLoss.append(.nan)
    if testImages > 0 {
      history.testAccuracy.append(.nan)
      history.testLoss.append(.nan)
    }
  }
}
