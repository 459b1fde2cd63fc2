import Training

extension BatchNormResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try source.validate(config.training)
    try ResultCheck.epochs(epochs, last: config.training.length, "epochs")
    try ResultCheck.equal(rows.map(\.standardDeviation), config.standardDeviations, "rows")
    let steps = source.steps(of: config.training)
    for (index, row) in rows.enumerated() {
      for (name, runs) in [("plain", row.plain), ("normalized", row.normalized)] {
        let place = "rows[\(index)].\(name)"
        try ResultCheck.count(runs.count, config.seeds, place)
        for (seed, run) in runs.enumerated() {
          try run.validate(epochs: epochs.count, steps: steps, "\(place)[\(seed)]")
        }
      }
    }
  }
}

extension BatchNormResult.Run {
  fileprivate func validate(
    epochs: Int, steps: Int, _ place: String
  ) throws(ResultError) {
    try ResultCheck.count(trainingAccuracy.count, epochs, "\(place).trainingAccuracy")
    try ResultCheck.shares(trainingAccuracy, "\(place).trainingAccuracy")
    try ResultCheck.step(divergedAt, of: steps, "\(place).divergedAt")
    try ResultCheck.digest(parametersDigest, "\(place).parametersDigest")
  }
}
