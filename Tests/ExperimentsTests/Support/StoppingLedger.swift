import Experiments
import Search
import Synchronization

/// Fails once so many trials have ended, as when the process is stopped.
final class StoppingLedger: TrialLedger {
  struct Stop: Error {}

  private let inner: JournalLedger
  private let left: Mutex<Int>

  init(_ inner: JournalLedger, after count: Int) {
    self.inner = inner
    left = Mutex(count)
  }

  func next(
    most: Int, config: SearchConfig, propose: (Study) throws -> [TrialParameter]
  ) throws -> TrialWork {
    try inner.next(most: most, config: config, propose: propose)
  }

  func finish(_ trial: SearchTrial) throws {
    let isLast = left.withLock { count in
      count -= 1
      return count < 0
    }
    if isLast { throw Stop() }
    try inner.finish(trial)
  }

  func results() throws -> [SearchTrial] { try inner.results() }

  func begun() throws -> Int { try inner.begun() }

  func judge(after trials: Int) throws -> [Int] { try inner.judge(after: trials) }

  var tally: TrialTally { inner.tally }
}
