extension LegacyRandomState {
  /// Returns an internal value as Optuna draws it: a place on the scale, or for choices one number
  /// each, of which the largest wins.
  ///
  /// - Source: Optuna 5.0.0, `samplers/_random.py`.
  mutating func value(from distribution: Distribution) -> Double {
    if case .categorical(let choices) = distribution {
      let numbers = uniforms(choices.count)
      var best = 0
      for (i, number) in numbers.enumerated() where number > numbers[best] { best = i }
      return Double(best)
    }
    guard let bounds = distribution.scaleBounds else { return 0 }
    return distribution.unscaled(uniform(from: bounds.low, to: bounds.high))
  }
}
