import Search

/// Decides after each epoch whether a trial is given up, by what the trials before its generation
/// came to.
struct TrialPruner {
  private let study: Study
  private var pruner: any Pruner

  init(_ config: SearchConfig, study: Study) throws(PrunerError) {
    self.study = study
    pruner =
      switch config.pruner {
      case .none: NoPruner()
      case .median: try PercentilePruner()
      case .halving: try SuccessiveHalvingPruner()
      case .hyperband: try HyperbandPruner()
      }
  }

  /// - Parameter trial: With its reports; rungs that it reaches are taken down in it.
  mutating func prunes(_ trial: inout Trial) -> Bool { pruner.shouldPrune(&trial, in: study) }
}
