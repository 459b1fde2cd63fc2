internal import DenseMath

/// The importance of hyper-parameters: how far the values of the best tenth of the trials are
/// distributed differently from those of all trials.
///
/// - Source: Watanabe, Bansal, Hutter, "PED-ANOVA", IJCAI 2023, with regimes as Optuna 5.0.0's
///   `PedAnovaImportanceEvaluator` has them, to whose numbers this comes.
package struct PedAnova: Equatable, Sendable {
  /// The share of trials that are good.
  package let quantile: Double

  package init(quantile: Double = 0.1) {
    self.quantile = quantile
  }

  /// Returns the importance of each parameter that complete trials have, the largest first, of equal
  /// ones by name.
  ///
  /// Trials whose value is not finite do not count. With one trial or none, all shares are equal.
  package func importances(_ study: Study) -> [ParameterImportance] {
    importances(ImportanceTable(study))
  }

  private func importances(_ table: ImportanceTable) -> [ParameterImportance] {
    let divergences = divergences(table, counts: [Int](repeating: 1, count: table.count))
    let shares = Self.shares(divergences)
    return table.parameters.indices.map {
      ParameterImportance(
        name: table.parameters[$0].name, divergence: divergences[$0], share: shares[$0])
    }.sorted { $0.divergence != $1.divergence ? $0.divergence > $1.divergence : $0.name < $1.name }
  }

  /// Returns the importance of each parameter, as ``importances(_:)`` does, with the range of its
  /// share over random halves of the trials.
  ///
  /// Half `b` is drawn without replacement from a stream of its own, and the ends are percentiles of
  /// the shares as they are: nothing makes the range hold the share of all trials. Halves, since the
  /// usual resamples of as many trials with replacement hold some of them several times: their best
  /// tenth is of fewer different trials, with heaps of equal values, as no study of new trials would
  /// have them. A mean over a random half spreads around that of all trials by the standard error of
  /// the latter, so that the range is taken as it is.
  /// - Parameters:
  ///   - level: The share of halves between the ends.
  ///   - threads: Workers; their number changes the time alone.
  /// - Source: Politis, Romano, Wolf, "Subsampling", 1999, chapter 2; for halves Efron, "The
  ///   jackknife, the bootstrap and other resampling plans", 1982, chapter 8.
  package func intervals(
    _ study: Study, seed: UInt64, resamples: Int = 200, level: Double = 0.95, threads: Int = 1
  ) -> [ImportanceInterval] {
    let table = ImportanceTable(study)
    let root = RandomStream(seed: seed).substream(.bootstrap)
    // Of fewer than two trials nothing can be told.
    let half = min(table.count, max(2, (table.count + 1) / 2))
    let rows = Parallel.map(count: resamples, threads: threads) { resample in
      var counts = [Int](repeating: 0, count: table.count)
      for trial in root.substream(resample).sample(half, of: table.count) {
        counts[trial] = 1
      }
      return Self.shares(divergences(table, counts: counts))
    }
    let tail = (1 - level) / 2
    return importances(table).map { importance in
      let place = table.parameters.firstIndex { $0.name == importance.name }
      let sample = place.map { place in rows.map { $0[place] } } ?? []
      return ImportanceInterval(
        name: importance.name, share: importance.share,
        low: Percentile.linear(sample, tail) ?? importance.share,
        high: Percentile.linear(sample, 1 - tail) ?? importance.share)
    }
  }

  /// The divergence of each parameter of a table.
  ///
  /// - Parameter counts: How often each trial counts.
  private func divergences(_ table: ImportanceTable, counts: [Int]) -> [Double] {
    let total = counts.reduce(0, +)
    if total <= 1 { return table.parameters.map { _ in 0 } }
    let isGood = good(table, counts, total)
    let good = table.losses.indices.reduce(0) { $0 + (isGood[$1] ? counts[$1] : 0) }
    let quantile = Double(good) / Double(total)
    return table.parameters.map { parameter in
      var sum = 0.0
      for (number, regime) in parameter.regimes.enumerated() {
        var all = [Int](repeating: 0, count: regime.size)
        var best = all
        for trial in counts.indices where parameter.regimeOfTrial[trial] == number {
          let cell = parameter.cells[trial]
          all[cell] += counts[trial]
          if isGood[trial] { best[cell] += counts[trial] }
        }
        let (allCount, bestCount) = (all.reduce(0, +), best.reduce(0, +))
        if allCount < 2 || bestCount == 0 || regime.isSingle { continue }
        let goodShare = Double(bestCount) / Double(good)
        let share = Double(allCount) / Double(total)
        sum += goodShare * goodShare / share * regime.divergence(best, all)
      }
      return sum * (quantile * quantile)
    }
  }

  /// Which trials have at most the loss that bounds the good share; ties are good together.
  private func good(_ table: ImportanceTable, _ counts: [Int], _ total: Int) -> [Bool] {
    let product = quantile * Double(total)
    let whole = Int(product)
    var rest = Double(whole) < product ? whole + 1 : whole
    var bound = -Double.infinity
    for trial in table.order {
      if rest <= 0 { break }
      if counts[trial] > 0 { bound = table.losses[trial] }
      rest -= counts[trial]
    }
    return table.losses.map { $0 <= bound }
  }

  private static func shares(_ divergences: [Double]) -> [Double] {
    let sum = divergences.reduce(0, +)
    if sum == 0 { return divergences.map { _ in 1 / Double(divergences.count) } }
    return divergences.map { $0 / sum }
  }
}
