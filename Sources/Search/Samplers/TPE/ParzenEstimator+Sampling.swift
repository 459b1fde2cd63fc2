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
      let uniforms = source.uniforms(count)
      for first in stride(from: 0, to: count, by: 8) {
        // Lanes without a candidate get the middle of the prior.
        var u = SIMD8(repeating: 0.5)
        var mean = SIMD8(repeating: 0.5 * (dimension.low + dimension.high))
        var width = SIMD8(repeating: dimension.range)
        let candidatesHere = first..<min(first + 8, count)
        for c in candidatesHere {
          u[c - first] = uniforms[c]
          guard let entry = chosen[c] else { continue }
          mean[c - first] = history.places[d][entry]
          width[c - first] = kernels.widths[d][entry]
        }
        let (a, b) = ((dimension.low - mean) / width, (dimension.high - mean) / width)
        let places = TruncatedNormal.quantile(u, a, b) * width + mean
        for c in candidatesHere {
          candidates.places[d][c] = places[c - first]
          candidates.values[d][c] = dimension.value(places[c - first])
        }
      }
    }
    return candidates
  }
}
