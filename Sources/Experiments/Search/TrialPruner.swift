import Search

/// Decides after each epoch whether a trial is given up, by what the trials before its generation
/// came to.
struct TrialPruner {
  private let config: SearchConfig
  private let study: Study

  init(_ config: SearchConfig, study: Study) {
    self.config = config
    self.study = study
  }

  func prunes(_ trial: Trial) -> Bool {
    switch config.pruner {
    case .none: false
    default: false
    }
  }
}
