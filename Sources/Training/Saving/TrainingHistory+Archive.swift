import NumPyFiles

extension TrainingHistory {
  /// Adds the history as series under their names.
  func add(to archive: inout NPZFile) throws(NPZError) {
    try archive.add(NPYArray(losses), as: "history.losses")
    try archive.add(NPYArray(epochs.map(Int64.init)), as: "history.epochs")
    for (name, series) in series { try archive.add(NPYArray(series), as: "history.\(name)") }
    try archive.add(NPYArray(scalar: Int64(divergedAt ?? 0)), as: "history.divergedAt")
    try archive.add(NPYArray(scalar: Int64(batchesPerEpoch)), as: "history.batchesPerEpoch")
  }

  /// Reads what `add(to:)` added.
  init(_ archive: NPZFile) throws(NPZError) {
    let batchesPerEpoch: Int64 = try archive.scalar("history.batchesPerEpoch")
    self.init(batchesPerEpoch: Int(batchesPerEpoch))
    losses = try archive.values("history.losses")
    let epochs: [Int64] = try archive.values("history.epochs")
    self.epochs = epochs.map(Int.init)
    trainingAccuracy = try archive.values("history.trainingAccuracy")
    testAccuracy = try archive.values("history.testAccuracy")
    trainingLoss = try archive.values("history.trainingLoss")
    testLoss = try archive.values("history.testLoss")
    let divergedAt: Int64 = try archive.scalar("history.divergedAt")
    self.divergedAt = divergedAt > 0 ? Int(divergedAt) : nil
  }

  private var series: [(String, [Double])] {
    [
      ("trainingAccuracy", trainingAccuracy), ("testAccuracy", testAccuracy),
      ("trainingLoss", trainingLoss), ("testLoss", testLoss),
    ]
  }
}
