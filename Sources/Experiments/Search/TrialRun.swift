import Datasets
import Search
import Training

/// The training of one trial: as many runs as there are seeds, epoch by epoch side by side.
struct TrialRun {
  let config: SearchConfig
  let images: Dataset
  let progress: TrainingProgress?
  let watch: SearchProgress?

  /// Runs a trial to its end, or until it is given up.
  ///
  /// - Parameter pruner: Asked after each epoch, with what the trial has reported so far.
  func run(_ trial: Trial, pruner: TrialPruner) throws -> SearchTrial {
    var (trial, pruner) = (trial, pruner)
    let settings = trial.parameters.map {
      SearchTrial.Setting(name: $0.name, value: $0.external, internalValue: $0.value)
    }
    let base = try config.training(with: settings.map { ($0.name, $0.value) })
    let trainers = try (0..<config.seeds).map { index in
      var training = base
      training.images = nil
      training.testImages = nil
      training.seed = base.seed &+ UInt64(index)
      return try Trainer(training, data: images, progress: progress)
    }

    var result = SearchTrial(
      number: trial.number, state: .complete, settings: settings, value: .nan, low: .nan,
      high: .nan, epochs: [], trainingAccuracy: [], validationAccuracy: [], validationLoss: [],
      diverged: false, metric: config.metric, rungs: [])
    let length = trainers.first?.lastEpoch ?? 0
    var isGivenUp = false
    var part = SearchProgress.part(of: watch)
    defer { part.advance(to: 0) }
    // Epoch 0 is the network before its first step, in the book's convention after it: no pruner is
    // asked about that.
    for epoch in 0...length {
      for trainer in trainers {
        while !trainer.isFinished && (trainer.history.epochs.last ?? -1) < epoch {
          trainer.takeStep()
        }
      }
      result.append(epoch: epoch, of: trainers.map(\.history))
      guard epoch > 0 else { continue }
      part.advance(to: Double(epoch) / Double(max(1, length)))
      trial.report(result.measured.last ?? .nan, at: epoch)
      if result.diverged { break }
      // Asked at the end too: the last rung counts for those who come later.
      if pruner.prunes(&trial) && epoch < length {
        isGivenUp = true
        break
      }
    }
    let skipped = trainers.reduce(0) { $0 + $1.stepCount - $1.step }
    progress?.advance(by: skipped, loss: .nan)
    if isGivenUp || result.diverged { result.state = .pruned }
    result.rungs = trial.rungs
    result.judge(trainers.map(\.history), by: config)
    return result
  }
}

extension SearchTrial {
  /// Appends what the runs came to after an epoch; a run that diverged before counts as lowest.
  fileprivate mutating func append(epoch: Int, of histories: [TrainingHistory]) {
    func median(_ curve: (TrainingHistory) -> [Double]) -> Double {
      RunMedian.of(
        histories.map { history in
          guard let place = history.epochs.firstIndex(of: epoch) else { return .nan }
          return curve(history)[place]
        })
    }
    epochs.append(epoch)
    trainingAccuracy.append(median(\.trainingAccuracy))
    validationAccuracy.append(median(\.testAccuracy))
    validationLoss.append(median(\.testLoss))
    diverged = validationAccuracy.last?.isNaN ?? false
  }

  /// The value of the trial, and its spread over the seeds.
  fileprivate mutating func judge(_ histories: [TrainingHistory], by config: SearchConfig) {
    let last = epochs.last ?? 0
    let values = histories.map { history -> Double in
      let curve = config.metric == .accuracy ? history.testAccuracy : history.testLoss
      let seen = zip(history.epochs, curve).filter { $0.0 <= last && ($0.0 > 0 || last == 0) }.map(
        \.1)
      switch config.moment {
      case .last: return history.divergedAt == nil ? seen.last ?? .nan : .nan
      case .best:
        let finite = seen.filter(\.isFinite)
        return (config.metric == .accuracy ? finite.max() : finite.min()) ?? .nan
      }
    }
    value = diverged ? .nan : RunMedian.of(values)
    low = values.contains(where: \.isNaN) ? .nan : values.min() ?? .nan
    high = values.filter(\.isFinite).max() ?? .nan
  }
}
