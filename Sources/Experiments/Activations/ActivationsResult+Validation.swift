extension ActivationsResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try ResultCheck.integer(features, in: 1...1 << 20, "features")
    try ResultCheck.finite([inputMean, inputStandardDeviation], "inputMean")
    try ResultCheck.equal(rows.map(\.initializer), config.initializers, "rows")
    for (index, row) in rows.enumerated() {
      let place = "rows[\(index)]"
      try ResultCheck.count(
        row.weightStandardDeviations.count, config.layers, "\(place).weightStandardDeviations")
      try ResultCheck.count(row.layers.count, config.layers, "\(place).layers")
      try ResultCheck.count(
        row.gradients.count, config.gradients ? config.layers : 0, "\(place).gradients")
      for (number, layer) in row.layers.enumerated() {
        try layer.validate(config, "\(place).layers[\(number)]")
      }
      for (number, layer) in row.gradients.enumerated() {
        try layer.validate(config, "\(place).gradients[\(number)]")
      }
    }
  }
}

extension LayerActivations {
  fileprivate func validate(_ config: ActivationsConfig, _ place: String) throws(ResultError) {
    let values = config.samples * config.width
    try ResultCheck.count(counts.count, config.bins, "\(place).counts")
    try ResultCheck.partition(counts + [below, above, nonFinite], of: values, place)
    try ResultCheck.integer(deadUnits, in: 0...config.width, "\(place).deadUnits")
    try ResultCheck.shares([saturatedShare], "\(place).saturatedShare")
    try ResultCheck.shares([restingShare], "\(place).restingShare")
    try ResultCheck.digest(digest, "\(place).digest")
  }
}

extension LayerGradients {
  fileprivate func validate(_ config: ActivationsConfig, _ place: String) throws(ResultError) {
    let bins = (Self.lastExponent - Self.firstExponent) * Self.binsPerDecade
    try ResultCheck.count(counts.count, bins, "\(place).counts")
    try ResultCheck.partition(
      counts + [zeros, below, above, nonFinite], of: config.samples * config.width, place)
    try ResultCheck.digest(digest, "\(place).digest")
  }
}

extension ResultCheck {
  /// Counts of which each value is in one.
  fileprivate static func partition(
    _ counts: [Int], of values: Int, _ place: String
  ) throws(ResultError) {
    var sum = 0
    for count in counts {
      try integer(count, in: 0...values, "a count of \(place)")
      sum += count
    }
    try integer(sum, in: values...values, "the sum of the counts of \(place)")
  }
}
