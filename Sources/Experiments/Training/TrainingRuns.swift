package import Datasets
internal import DenseMath
internal import Synchronization
package import Training

/// Training runs that do not depend on each other, side by side.
package enum TrainingRuns {
  /// Trains each config to its end.
  ///
  /// As long as there are as many runs left as threads, each has one of them; the last few, the
  /// longest, share the threads among them, and a thread for which no run is left joins one that goes
  /// on, so that none is idle.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  /// - Returns: The histories in the order of the configs.
  /// - Throws: `TrainingError` for the first config that is out of its limits or does not fit the
  ///   images, before anything is trained.
  package static func histories(
    of configs: [TrainingConfig], on data: Dataset, threads: Int, progress: TrainingProgress?
  ) throws -> [TrainingHistory] {
    var steps: [Int] = []
    for config in configs {
      try config.validate()
      let images = config.images ?? data.training.count
      try config.validate(
        inputs: data.training.featureCount, classes: data.training.classCount, images: images)
      steps.append(config.stepCount(images: images))
    }
    progress?.announce(steps: steps.reduce(0, +))

    let shares = shares(ofSteps: steps, threads: threads)
    var histories = [TrainingHistory?](repeating: nil, count: configs.count)
    for share in shares {
      let spare = SpareThreads()
      let begun = Atomic<Int>(0)
      let finished = try Parallel.map(count: share.runs.count, threads: threads) { index in
        begun.wrappingAdd(1, ordering: .relaxed)
        let history = try Trainer(
          configs[share.runs[index]], data: data, threads: share.threadsEach, spare: spare,
          progress: progress
        ).run()
        if begun.load(ordering: .relaxed) == share.runs.count { spare.give() }
        return history
      }
      for (index, history) in zip(share.runs, finished) { histories[index] = history }
    }
    return histories.compactMap { $0 }
  }

  /// Runs that are dealt out over all threads before the next share begins.
  struct Share: Equatable {
    var runs: [Int]
    var threadsEach: Int
  }

  /// Which runs have a thread each, the longest first, and which share the threads at the end.
  static func shares(ofSteps steps: [Int], threads: Int) -> [Share] {
    let threads = max(1, threads)
    // The shortest first; of equals the earlier.
    let order = steps.indices.sorted { (steps[$0], $0) < (steps[$1], $1) }
    let rest = order.count % threads
    let single = Array(order.prefix(order.count - rest).reversed())
    let shared = Array(order.suffix(rest).reversed())
    var shares: [Share] = []
    if !single.isEmpty { shares.append(Share(runs: single, threadsEach: 1)) }
    if !shared.isEmpty { shares.append(Share(runs: shared, threadsEach: threads / rest)) }
    return shares
  }
}
