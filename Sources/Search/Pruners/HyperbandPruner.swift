internal import DenseMath

/// Successive halving in brackets that begin to stop trials later and later; a trial belongs to a
/// bracket by the checksum of the study's name and its number.
///
/// - Source: Li et al., "Hyperband", JMLR 18, 2018, in the form of Optuna 5.0.0's `HyperbandPruner`.
package struct HyperbandPruner: Pruner, Equatable {
  package let leastResource: Int
  /// Steps of a whole trial; nil until a complete trial tells it.
  package private(set) var mostResource: Int?
  package let reductionFactor: Int
  package let bootstrapTrials: Int
  /// One rule for each bracket; empty until the number of steps is known.
  package private(set) var brackets: [SuccessiveHalvingPruner] = []
  /// The shares of trials of the brackets.
  package private(set) var budgets: [Int] = []

  /// Creates the rule with Optuna's defaults.
  ///
  /// - Throws: `PrunerError` that names the setting.
  package init(
    leastResource: Int = 1, mostResource: Int? = nil, reductionFactor: Int = 3,
    bootstrapTrials: Int = 0
  ) throws(PrunerError) {
    guard leastResource >= 1 else { throw .resource(leastResource) }
    if let mostResource, mostResource < leastResource {
      throw .mostResource(mostResource, least: leastResource)
    }
    guard reductionFactor >= 2 else { throw .reductionFactor(reductionFactor) }
    guard bootstrapTrials >= 0 else { throw .bootstrapTrials(bootstrapTrials) }
    if bootstrapTrials > 0 && mostResource == nil {
      throw .bootstrapWithoutResource(bootstrapTrials)
    }
    self.leastResource = leastResource
    self.mostResource = mostResource
    self.reductionFactor = reductionFactor
    self.bootstrapTrials = bootstrapTrials
  }

  package mutating func shouldPrune(_ trial: inout Trial, in study: Study) -> Bool {
    setUp(study)
    if brackets.isEmpty { return false }
    let bracket = bracket(of: trial.number, studyName: study.name)
    return brackets[bracket].shouldPrune(&trial, in: visible(to: trial.number, in: study))
  }

  /// The study as the rule of a trial's bracket sees it: the trials of that bracket.
  ///
  /// Samplers see all trials. Optuna means to show them those of the bracket alone, but its samplers
  /// ask by a method that the view of a bracket does not narrow (`Study._get_trials` in 4.9.0 and
  /// 5.0.0), so that its trials, too, are drawn by all.
  package func visible(to number: Int, in study: Study) -> Study {
    if brackets.count < 2 { return study }
    let own = bracket(of: number, studyName: study.name)
    var visible = study
    visible.trials.removeAll { bracket(of: $0.number, studyName: study.name) != own }
    return visible
  }

  /// The bracket of a trial; 0 while there are none.
  package func bracket(of number: Int, studyName: String) -> Int {
    if brackets.isEmpty { return 0 }
    var rest = Int(CRC32.checksum("\(studyName)_\(number)".utf8)) % budgets.reduce(0, +)
    for (bracket, budget) in budgets.enumerated() {
      rest -= budget
      if rest < 0 { return bracket }
    }
    return budgets.count - 1
  }

  private mutating func setUp(_ study: Study) {
    if !brackets.isEmpty { return }
    if mostResource == nil {
      let steps = study.trials.compactMap { $0.state == .complete ? $0.lastStep : nil }
      mostResource = steps.max().map { $0 + 1 }
    }
    guard let mostResource else { return }
    // The quotient of two rounded logarithms, as Optuna takes it: 243 and 3 give 4.999..., and so
    // one bracket fewer than the true logarithm.
    let ratio = Elementary.log(Double(mostResource) / Double(leastResource))
    let count = max(Int(ratio / Elementary.log(Double(reductionFactor))), 0) + 1
    for bracket in 0..<count {
      let rest = count - 1 - bracket
      let power = (0..<rest).reduce(1) { power, _ in power * reductionFactor }
      budgets.append((count * power + rest) / (rest + 1))
      guard
        let pruner = try? SuccessiveHalvingPruner(
          leastResource: leastResource, reductionFactor: reductionFactor,
          earlyStoppingRate: bracket, bootstrapTrials: bootstrapTrials)
      else { continue }
      brackets.append(pruner)
    }
  }
}
