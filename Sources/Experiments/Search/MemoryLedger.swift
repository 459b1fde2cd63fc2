package import Search

/// A search that is kept nowhere else.
package final class MemoryLedger: TrialLedger, @unchecked Sendable {
  private var trials: [Trial] = []
  private var ended: [SearchTrial?] = []
  package private(set) var tally = TrialTally()

  package init() {}

  package func next(
    most: Int, config: SearchConfig, propose: (Study) throws -> [TrialParameter]
  ) throws -> TrialWork {
    if trials.count < most {
      guard config.mayCreate(after: trials) else { return .wait }
      let trial = Trial(
        number: trials.count, parameters: try propose(config.study(of: trials)))
      trials.append(trial)
      ended.append(nil)
      tally.begin()
      return .run(trial, config.known(to: trial, of: trials))
    }
    return .done
  }

  package func finish(_ trial: SearchTrial) {
    ended[trial.number] = trial
    trials[trial.number] = trial.trial(of: trials[trial.number].parameters)
    tally.end(trials[trial.number], trial.metric.direction)
  }

  package func results() -> [SearchTrial] { ended.compactMap { $0 } }

  package func begun() -> Int { trials.count }

  /// A search that is kept nowhere ends once.
  package func judge(after trials: Int) -> [Int] { [] }
}
