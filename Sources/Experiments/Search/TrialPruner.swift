import Search

/// Decides after each epoch whether a trial is given up, by what the trials before its generation
/// came to.
struct TrialPruner {
  private let study: Study
  private var pruner: any Pruner

  init(_ config: SearchConfig, study: Study) throws(PrunerError) {
    self.study = study
    let longest = Self.firstLongest(in: study, generation: config.generation)
    pruner =
      switch config.pruner {
      case .none: NoPruner()
      case .median: try PercentilePruner()
      case .halving: try SuccessiveHalvingPruner(leastResource: longest.map { max($0 / 100, 1) })
      case .hyperband: try HyperbandPruner(mostResource: longest.map { $0 + 1 })
      }
  }

  /// - Parameter trial: With its reports; rungs that it reaches are taken down in it.
  mutating func prunes(_ trial: inout Trial) -> Bool { pruner.shouldPrune(&trial, in: study) }

  /// The most steps of a complete trial, as far as the first generation that had one: Optuna fixes
  /// the resources of a pruner as soon as it can, and never again. As they follow from the trials
  /// alone, a study that goes on has the same ones.
  private static func firstLongest(in study: Study, generation: Int) -> Int? {
    var longest: Int?
    for trial in study.trials {
      if longest != nil && trial.number % generation == 0 { break }
      guard trial.state == .complete, let last = trial.lastStep else { continue }
      longest = max(longest ?? last, last)
    }
    return longest
  }
}
