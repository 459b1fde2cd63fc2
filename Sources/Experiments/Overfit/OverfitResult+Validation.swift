import Training

extension OverfitResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try source.validate(config.training)
    try ResultCheck.equal(panels.map(\.panel), config.panels, "panels")
    for (index, panel) in panels.enumerated() {
      let place = "panels[\(index)]"
      let training = config.run(panel.panel, seed: 0)
      try ResultCheck.epochs(panel.epochs, last: training.length, "\(place).epochs")
      try ResultCheck.count(panel.runs.count, config.seeds, "\(place).runs")
      for (seed, run) in panel.runs.enumerated() {
        let place = "\(place).runs[\(seed)]"
        try ResultCheck.equal(run.seed, training.seed + UInt64(seed), "\(place).seed")
        for (name, values) in [
          ("trainingAccuracy", run.trainingAccuracy), ("testAccuracy", run.testAccuracy),
        ] {
          try ResultCheck.count(values.count, panel.epochs.count, "\(place).\(name)")
          try ResultCheck.shares(values, "\(place).\(name)")
        }
        try ResultCheck.step(
          run.divergedAt, of: source.steps(of: training), "\(place).divergedAt")
        try ResultCheck.equal(
          run.batchesPerEpoch, source.batchesPerEpoch(of: training), "\(place).batchesPerEpoch")
        try ResultCheck.digest(run.parametersDigest, "\(place).parametersDigest")
      }
    }
  }
}
