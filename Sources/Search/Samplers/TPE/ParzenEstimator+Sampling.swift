extension ParzenEstimator {
  /// Draws configurations from the mixture of the good entries.
  ///
  /// The order of the random numbers is that of Optuna: kernels, then choices by parameter, then
  /// numbers by parameter.
  func sample(
    _ count: Int, _ good: [Int32], using source: inout some UniformSource
  ) -> ParzenCandidates {
    var candidates = ParzenCandidates(count: count, dimensions: dimensions.count)
    let weights = good.isEmpty ? [1] : TPEOptions.weights(good.count) + [1]
    // The last kernel is the prior.
    let chosen = source.uniformChoices(count, weights: weights).map {
      $0 < good.count ? Int(good[$0]) : nil
    }
    for (d, dimension) in dimensions.enumerated() {
      guard let choices = dimension.choices else { continue }
      let table = ChoiceTable(observations: good.count, choices: choices)
      for (c, u) in source.uniforms(count).enumerated() {
        let observed = chosen[c].map { Int(history.places[d][$0]) }
        candidates.values[d][c] = Double(table.choice(at: u, observed: observed))
      }
    }
    for (d, dimension) in dimensions.enumerated() where dimension.choices == nil {
      for (c, u) in source.uniforms(count).enumerated() {
        let mean: Double
        let width: Double
        if let entry = chosen[c] {
          (mean, width) = (history.places[d][entry], kernels.widths[d][entry])
        } else {
          (mean, width) = (0.5 * (dimension.low + dimension.high), dimension.range)
        }
        let (a, b) = ((dimension.low - mean) / width, (dimension.high - mean) / width)
        let place = TruncatedNormal.quantile(u, a, b) * width + mean
        candidates.places[d][c] = place
        candidates.values[d][c] = dimension.value(place)
      }
    }
    return candidates
  }
}
