import Search
import Training

extension SearchResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try ResultCheck.integer(trials.count, in: 0...config.madeTrials, "the count of trials")
    for (index, trial) in trials.enumerated() {
      let place = "trial \(index)"
      try ResultCheck.equal(trial.number, index, "\(place) number")
      try ResultCheck.count(
        trial.settings.count, config.space.parameters.count, "\(place) settings")
      for (setting, parameter) in zip(trial.settings, config.space.parameters) {
        try ResultCheck.equal(setting.name, parameter.name, "\(place) settings")
      }
      guard [.complete, .pruned].contains(trial.state) else {
        throw .unfit(place: "\(place) state", got: "\(trial.state)", allowed: "complete, pruned")
      }
      try ResultCheck.integer(trial.epochs.count, in: 1...(1 << 24), "\(place) epochs")
      for (curve, name) in [
        (trial.trainingAccuracy, "training accuracy"),
        (trial.validationAccuracy, "validation accuracy"),
      ] {
        try ResultCheck.count(curve.count, trial.epochs.count, "\(place) \(name)")
        try ResultCheck.shares(curve, "\(place) \(name)")
      }
      try ResultCheck.count(
        trial.validationLoss.count, trial.epochs.count, "\(place) validation loss")
    }
    if let baseline {
      try ResultCheck.finite(baseline.values, "baseline")
      try ResultCheck.integer(
        baseline.values.count, in: 0...config.allTrials, "the count of baseline")
      try ResultCheck.integer(baseline.pruned, in: 0...config.allTrials, "baseline.pruned")
    }
    if let numbers {
      try numbers.validate(
        trials: trials.count, columns: config.space.parameters.map(\.name))
    }
    if let final {
      try ResultCheck.integer(final.trial, in: 0...max(0, trials.count - 1), "the final trial")
      try ResultCheck.shares([final.accuracy], "the final accuracy")
      try ResultCheck.digest(final.testDigest, "the digest of the test images")
      try ResultCheck.digest(final.parametersDigest, "the digest of the final weights")
    }
  }
}

extension SearchExperiment: TrainingExperiment {}
