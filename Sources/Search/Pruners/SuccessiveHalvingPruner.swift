/// Stops a trial at a rung, a number of steps that grows by a factor, unless it is among the best
/// share of those that reached the rung.
///
/// Trials compete with whatever reached the rung before them: in a generation, with the trials of
/// earlier ones and nothing else.
///
/// - Source: Li et al., "A system for massively parallel hyperparameter tuning" (ASHA), MLSys 2020,
///   in the form of Optuna 5.0.0's `SuccessiveHalvingPruner`, where trials are stopped at once.
package struct SuccessiveHalvingPruner: Pruner, Equatable {
  /// Steps to the first rung; nil until complete trials tell it, a hundredth of their longest.
  package private(set) var leastResource: Int?
  /// By how much rungs grow, and the inverse of the share that goes on.
  package let reductionFactor: Int
  /// Rungs that are left out at the beginning.
  package let earlyStoppingRate: Int
  /// Trials at a rung up to which all are stopped.
  package let bootstrapTrials: Int

  /// Creates the rule with Optuna's defaults.
  ///
  /// - Throws: `PrunerError` that names the setting.
  package init(
    leastResource: Int? = nil, reductionFactor: Int = 4, earlyStoppingRate: Int = 0,
    bootstrapTrials: Int = 0
  ) throws(PrunerError) {
    if let leastResource, leastResource < 1 { throw .resource(leastResource) }
    guard reductionFactor >= 2 else { throw .reductionFactor(reductionFactor) }
    guard earlyStoppingRate >= 0 else { throw .earlyStoppingRate(earlyStoppingRate) }
    guard bootstrapTrials >= 0 else { throw .bootstrapTrials(bootstrapTrials) }
    if bootstrapTrials > 0 && leastResource == nil {
      throw .bootstrapWithoutResource(bootstrapTrials)
    }
    self.leastResource = leastResource
    self.reductionFactor = reductionFactor
    self.earlyStoppingRate = earlyStoppingRate
    self.bootstrapTrials = bootstrapTrials
  }

  package mutating func shouldPrune(_ trial: inout Trial, in study: Study) -> Bool {
    guard let last = trial.intermediates.last else { return false }
    while true {
      let rung = trial.rungs.count
      if leastResource == nil { leastResource = Self.resource(of: study) }
      guard let leastResource,
        let goal = Self.steps(leastResource, reductionFactor, earlyStoppingRate + rung),
        last.step >= goal
      else { return false }
      if last.value.isNaN { return true }
      trial.rungs.append(last.value)
      let competing =
        study.trials.compactMap { other in
          other.number != trial.number && other.rungs.count > rung ? other.rungs[rung] : nil
        } + [last.value]
      if competing.count <= bootstrapTrials { return true }
      // The first few trials of a rung go on if they are the best of it.
      let place = max(competing.count / reductionFactor - 1, 0)
      let losses = competing.map(study.direction.loss).sorted()
      if study.direction.loss(last.value) > losses[place] { return true }
    }
  }

  /// A hundredth of the longest complete trial; nil where none is complete.
  private static func resource(of study: Study) -> Int? {
    let steps = study.trials.compactMap { $0.state == .complete ? $0.lastStep : nil }
    return steps.max().map { max($0 / 100, 1) }
  }

  /// `resource` times the factor to a power; nil beyond all steps.
  private static func steps(_ resource: Int, _ factor: Int, _ power: Int) -> Int? {
    var steps = resource
    for _ in 0..<power {
      let (product, overflow) = steps.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      steps = product
    }
    return steps
  }
}
