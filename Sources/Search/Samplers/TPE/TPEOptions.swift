/// What distinguishes kinds of the tree-structured Parzen estimator.
package struct TPEOptions: Hashable, Codable, Sendable {
  /// Whether parameters are sampled together, from kernels over all of them.
  package var isMultivariate: Bool
  /// Whether running trials count as bad ones, which keeps the trials of a generation apart.
  package var isLiar: Bool
  /// Finished trials before which parameters are drawn at random.
  package var startupTrials: Int
  /// Candidates of which the best is taken.
  package var candidates: Int

  package init(
    isMultivariate: Bool, isLiar: Bool, startupTrials: Int = 10, candidates: Int = 24
  ) {
    self.isMultivariate = isMultivariate
    self.isLiar = isLiar
    self.startupTrials = startupTrials
    self.candidates = candidates
  }

  /// The defaults of Optuna 5.0.0.
  package static let optuna5 = TPEOptions(isMultivariate: true, isLiar: true)
  /// The defaults of Optuna 4.9.0.
  package static let optuna4 = TPEOptions(isMultivariate: false, isLiar: false)

  /// How many of the finished trials count as good.
  static func goodTrials(of finished: Int) -> Int {
    min((finished + 9) / 10, 25)
  }

  /// The weight of each of `count` observations, oldest first: a ramp up to the last 25.
  static func weights(_ count: Int) -> [Double] {
    let ramp = count - 25
    if ramp <= 0 { return [Double](repeating: 1, count: count) }
    let first = 1 / Double(count)
    let step = ramp == 1 ? 0 : (1 - first) / Double(ramp - 1)
    let weights = (0..<ramp).map { $0 == ramp - 1 && ramp > 1 ? 1 : first + Double($0) * step }
    return weights + [Double](repeating: 1, count: 25)
  }
}
