import Search
import Synchronization

/// Deals out the trials to workers, one call at a time.
final class TrialDesk: Sendable {
  private struct State {
    var ledger: any TrialLedger
    var proposer: Proposer
    /// Trials that there are to be.
    var most: Int
    var isTimeUp = false
    var failure: (any Error)?
  }

  private let config: SearchConfig
  private let watch: SearchProgress?
  private let isTimeUp: @Sendable () -> Bool
  private let state: Mutex<State>

  init(
    config: SearchConfig, ledger: any TrialLedger, proposer: Proposer, most: Int,
    watch: SearchProgress?, isTimeUp: @escaping @Sendable () -> Bool
  ) {
    self.config = config
    self.watch = watch
    self.isTimeUp = isTimeUp
    state = Mutex(State(ledger: ledger, proposer: proposer, most: most))
    state.withLock { publish($0) }
  }

  /// Trials that there are to be: fewer than at the beginning where time was up.
  var most: Int { state.withLock { $0.most } }

  /// The next trial to run; nil where there is none any more, or a worker failed.
  func next() throws -> (Trial, Study)? {
    // Each question locks a journal that others want as well, so that long trials are asked for less
    // often; of short ones little time is lost.
    var pause = 2
    while true {
      let work = try state.withLock { state -> TrialWork in
        if state.failure != nil { return .done }
        var proposer = state.proposer
        defer { state.proposer = proposer }
        do {
          if !state.isTimeUp && isTimeUp() {
            state.isTimeUp = true
            let end = config.trials(afterBeginning: try state.ledger.begun())
            state.most = min(state.most, end)
          }
          let work = try state.ledger.next(most: state.most, config: config) {
            try proposer.next(for: $0)
          }
          publish(state)
          return work
        } catch {
          state.failure = error
          throw error
        }
      }
      switch work {
      case .run(let trial, let study): return (trial, study)
      case .done: return nil
      case .wait:
        Pause.briefly(pause)
        pause = min(2 * pause, 50)
      }
    }
  }

  func finish(_ trial: SearchTrial) {
    state.withLock { state in
      do {
        try state.ledger.finish(trial)
        publish(state)
      } catch {
        state.failure = state.failure ?? error
      }
    }
  }

  private func publish(_ state: State) {
    watch?.update(total: state.most, tally: state.ledger.tally, metric: config.metric)
  }

  func rethrow() throws {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}
