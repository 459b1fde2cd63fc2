/// Stops a trial whose best value so far is worse than a percentile of what complete trials had
/// reported at the same step; with 50 the median rule.
///
/// - Source: Golovin et al., "Google Vizier", KDD 2017, section 3.2.2, in the form of Optuna 5.0.0's
///   `PercentilePruner`.
package struct PercentilePruner: Pruner, Equatable {
  /// The share of trials to keep, in per cent.
  package let percentile: Double
  /// Complete trials before which nothing is stopped.
  package let startupTrials: Int
  /// Steps of a trial before which it is not stopped.
  package let warmupSteps: Int
  /// Steps from one check to the next.
  package let intervalSteps: Int
  /// Values at a step without which a trial goes on.
  package let leastTrials: Int

  /// Creates the rule; without arguments the median rule with Optuna's defaults.
  ///
  /// - Throws: `PrunerError` that names the setting.
  package init(
    percentile: Double = 50, startupTrials: Int = 5, warmupSteps: Int = 0,
    intervalSteps: Int = 1, leastTrials: Int = 1
  ) throws(PrunerError) {
    guard 0 <= percentile && percentile <= 100 else { throw .percentile(percentile) }
    guard startupTrials >= 0 else { throw .startupTrials(startupTrials) }
    guard warmupSteps >= 0 else { throw .warmupSteps(warmupSteps) }
    guard intervalSteps >= 1 else { throw .intervalSteps(intervalSteps) }
    guard leastTrials >= 1 else { throw .leastTrials(leastTrials) }
    self.percentile = percentile
    self.startupTrials = startupTrials
    self.warmupSteps = warmupSteps
    self.intervalSteps = intervalSteps
    self.leastTrials = leastTrials
  }

  package func shouldPrune(_ trial: inout Trial, in study: Study) -> Bool {
    let complete = study.trials.filter { $0.state == .complete }
    guard !complete.isEmpty, complete.count >= startupTrials, let step = trial.lastStep,
      step >= warmupSteps, isFirstOfInterval(step, trial)
    else { return false }

    let losses = trial.intermediates.map { study.direction.loss($0.value) }
    guard let best = losses.filter({ !$0.isNaN }).min() else { return true }
    let others = complete.compactMap { $0.intermediate(at: step) }
    guard others.count >= leastTrials else { return false }
    let share = study.direction == .minimize ? percentile : 100 - percentile
    guard let limit = Percentile.linear(others.filter { !$0.isNaN }, share / 100),
      !limit.isNaN
    else { return false }
    return best > study.direction.loss(limit)
  }

  /// Whether the trial reports for the first time since the last step at which checks are due.
  private func isFirstOfInterval(_ step: Int, _ trial: Trial) -> Bool {
    let due = (step - warmupSteps) / intervalSteps * intervalSteps + warmupSteps
    let before = trial.intermediates.dropLast().last?.step ?? -1
    return before < due
  }
}
