internal import DenseMath

/// Good and bad trials as two mixtures of kernels; the next configuration is the candidate that the
/// good ones make likely and the bad ones unlikely.
///
/// A kernel is a product over the parameters: of a normal density cut at the bounds, of its
/// probability for a cell of a stepped scale, or of a table that favours one choice. Each mixture
/// has a broad kernel besides, the prior.
///
/// - Source: Bergstra et al., "Algorithms for hyper-parameter optimization", NIPS 2011; Watanabe,
///   "Tree-structured Parzen estimator", arXiv:2304.11127; the constants are those of Optuna 5.0.0.
struct ParzenEstimator: Sendable {
  var history: TPEHistory
  var kernels: ParzenKernels
  /// Tables of the dimensions for good kernels and for bad ones.
  var tables: (good: [CellTable], bad: [CellTable])

  init(_ parameters: [SearchParameter], direction: StudyDirection) {
    let dimensions = parameters.map(ParzenDimension.init)
    history = TPEHistory(dimensions, direction: direction)
    kernels = ParzenKernels(dimensions)
    let tables = dimensions.map(CellTable.init)
    self.tables = (tables, tables)
  }

  var dimensions: [ParzenDimension] { history.dimensions }

  /// Takes in the trials as they are now.
  mutating func update(to trials: [Trial]) {
    if history.update(to: trials) { return }
    self = ParzenEstimator(
      dimensions.map(\.parameter), direction: history.direction)
    // Trials that begin anew are always taken.
    _ = history.update(to: trials)
  }

  /// Returns the internal values of the best candidate, by dimension.
  mutating func propose(
    _ options: TPEOptions, using source: inout some UniformSource
  ) -> [Double] {
    let division = history.division(countsRunning: options.isLiar)
    kernels.update(history, division)
    let candidates = sample(options.candidates, division.good, using: &source)
    let prior = priorDensities(candidates)
    // Taken out, for a table that two hold is copied when it is filled.
    var (goodTables, badTables) = tables
    tables = ([], [])
    let good = densities(
      candidates, of: division.good, isCompact: true, prior: prior, &goodTables)
    let bad = densities(
      candidates, of: division.bad, isCompact: false, prior: prior, &badTables)
    tables = (goodTables, badTables)
    var best = 0
    var bestScore = -Double.infinity
    for c in 0..<candidates.count {
      let score = Elementary.log(good[c]) - Elementary.log(bad[c])
      if score > bestScore { (best, bestScore) = (c, score) }
    }
    return candidates.values.map { $0[best] }
  }
}
