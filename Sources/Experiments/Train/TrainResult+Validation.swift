import Training

extension TrainResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try source.validate(config)
    let steps = source.steps(of: config)
    try ResultCheck.count(history.losses.count, steps, "history.losses")
    let perEpoch = source.batchesPerEpoch(of: config)
    try ResultCheck.equal(history.batchesPerEpoch, perEpoch, "history.batchesPerEpoch")
    try ResultCheck.epochs(history.epochs, last: steps / perEpoch, "history.epochs")
    let count = history.epochs.count
    for (name, values) in [
      ("trainingAccuracy", history.trainingAccuracy), ("trainingLoss", history.trainingLoss),
    ] {
      try ResultCheck.count(values.count, count, "history.\(name)")
    }
    // Without test images there is nothing of them.
    let testCount = history.testAccuracy.isEmpty ? 0 : count
    for (name, values) in [
      ("testAccuracy", history.testAccuracy), ("testLoss", history.testLoss),
    ] {
      try ResultCheck.count(values.count, testCount, "history.\(name)")
    }
    try ResultCheck.shares(history.trainingAccuracy, "history.trainingAccuracy")
    try ResultCheck.shares(history.testAccuracy, "history.testAccuracy")
    try ResultCheck.step(history.divergedAt, of: steps, "history.divergedAt")
    try ResultCheck.digest(history.parametersDigest, "history.parametersDigest")
  }
}
