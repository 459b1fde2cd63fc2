import DenseMath
import Search

/// What the charts of a study compute from its trials.
package struct StudyNumbers: Codable, Equatable, Sendable {
  /// How much a parameter decides, as a share of all, with the ends of its range over random halves
  /// of the trials, which need not hold it.
  package struct Importance: Codable, Equatable, Sendable {
    package var name: String
    package var share: Double
    package var low: Double
    package var high: Double
  }

  /// Percentiles of the best of so many trials that were picked at random.
  package struct RandomBand: Codable, Equatable, Sendable {
    /// Numbers of trials, ascending.
    package var counts: [Int]
    package var low: [Double]
    package var middle: [Double]
    package var high: [Double]
  }

  /// What trials at random are picked from.
  package struct Pool: Codable, Equatable, Sendable {
    /// Values of the complete trials.
    package var values: [Double]
    /// Trials that were given up: worse than any complete one.
    package var pruned: Int

    package init(values: [Double] = [], pruned: Int = 0) {
      self.values = values
      self.pruned = pruned
    }
  }

  /// The most important first; empty where it is not shown.
  package var importances: [Importance]
  /// nil where it is not shown, or there is nothing to pick from.
  package var random: RandomBand?

  /// Random halves of the trials.
  package static let resamples = 200
  /// Share of the halves, and of the picks, between the ends.
  package static let level = 0.9
  /// Trials of which the importances are computed with intervals; of more, halves are that much
  /// fewer.
  private static let manyTrials = 5000

  /// Nothing computed.
  package init() { importances = [] }

  /// Computes what a plot shows.
  ///
  /// - Parameters:
  ///   - pool: What trials at random are picked from.
  ///   - threads: Workers; their number changes the time alone.
  package init(_ trials: StudyTrials, plot: StudyPlot, pool: Pool, threads: Int = 1) {
    importances = []
    if Self.needsImportances(plot, columns: trials.columns.count), trials.differs,
      let study = trials.study
    {
      importances = Self.importances(
        of: study, trials: trials.complete.count, threads: threads)
    }
    if plot == .history || plot == .all {
      random = Self.band(pool, direction: trials.direction, count: trials.count)
    }
  }

  /// Columns of which charts show a part, the most important ones.
  private static let manyColumns = 4

  private static func needsImportances(_ plot: StudyPlot, columns: Int) -> Bool {
    switch plot {
    case .importance, .all: columns > 1
    case .best, .history, .parallel, .scatter, .rank, .narrowing: columns > manyColumns
    case .intermediate, .edf, .timeline: false
    }
  }

  private static func importances(
    of study: Study, trials: Int, threads: Int
  ) -> [Importance] {
    let method = PedAnova()
    let resamples = max(20, min(resamples, resamples * manyTrials / max(1, trials)))
    return method.intervals(
      study, seed: 0, resamples: resamples, level: level, threads: threads
    ).map {
      Importance(name: $0.name, share: $0.share, low: $0.low, high: $0.high)
    }
  }

  /// Percentiles of the best of k values, picked one by one with replacement, for k up to `count`.
  ///
  /// The best of k is among the r best of n trials with probability 1 − (1 − r/n)^k, so that its
  /// percentile q is the value of rank n (1 − (1 − q)^(1/k)), rounded up. Trials that were given up
  /// have the last ranks and no value: the band begins where it needs none of them.
  private static func band(
    _ pool: Pool, direction: StudyDirection, count: Int
  ) -> RandomBand? {
    let sorted = pool.values.filter(\.isFinite).sorted { direction.loss($0) < direction.loss($1) }
    guard sorted.count > 1, count > 0 else { return nil }
    let all = Double(sorted.count + max(0, pool.pruned))
    func rank(_ share: Double, of picks: Int) -> Int {
      let rest = Elementary.exp(Elementary.log(1 - share) / Double(picks))
      return max(Int((all * (1 - rest)).rounded(.up)), 1)
    }
    func percentile(_ share: Double, of picks: Int) -> Double {
      sorted[min(rank(share, of: picks), sorted.count) - 1]
    }
    let tail = (1 - level) / 2
    let counts = counts(upTo: count).filter { rank(1 - tail, of: $0) <= sorted.count }
    guard !counts.isEmpty else { return nil }
    // Of losses the low end is the good one, of accuracies the high one.
    let good = counts.map { percentile(tail, of: $0) }
    let bad = counts.map { percentile(1 - tail, of: $0) }
    let isLoss = direction == .minimize
    return RandomBand(
      counts: counts, low: isLoss ? good : bad, middle: counts.map { percentile(0.5, of: $0) },
      high: isLoss ? bad : good)
  }

  /// All numbers up to a thousand, then some, evenly by their logarithm.
  private static func counts(upTo count: Int) -> [Int] {
    var counts: [Int] = []
    var next = 1
    while next < count {
      counts.append(next)
      next += max(1, next / 250)
    }
    return counts + [count]
  }
}

extension StudyNumbers {
  /// Checks what charts take for granted.
  func validate(trials: Int, columns: [String]) throws(ResultError) {
    // Hyper-parameters that no complete trial has are not among them.
    try ResultCheck.integer(
      importances.count, in: 0...columns.count, "the count of numbers.importances")
    for (index, importance) in importances.enumerated() {
      guard columns.contains(importance.name),
        !importances.prefix(index).contains(where: { $0.name == importance.name })
      else {
        throw .unfit(
          place: "numbers.importances", got: "\(importance.name)",
          allowed: "each hyper-parameter once")
      }
      try ResultCheck.shares(
        [importance.share, importance.low, importance.high], "numbers.importances")
      try ResultCheck.finite(
        [importance.share, importance.low, importance.high], "numbers.importances")
    }
    guard let random else { return }
    try ResultCheck.integer(
      random.counts.count, in: 1...max(1, trials), "the count of numbers.random.counts")
    var least = 1
    for count in random.counts {
      try ResultCheck.integer(count, in: least...max(least, trials), "numbers.random.counts")
      least = count + 1
    }
    for list in [random.low, random.middle, random.high] {
      try ResultCheck.count(list.count, random.counts.count, "numbers.random")
      try ResultCheck.finite(list, "numbers.random")
    }
  }
}
