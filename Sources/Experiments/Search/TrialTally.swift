import Search

/// How far a search has come.
package struct TrialTally: Equatable, Sendable {
  /// Trials that have begun and not ended.
  package private(set) var running = 0
  /// Trials that have ended, pruned ones among them.
  package private(set) var finished = 0
  package private(set) var pruned = 0
  /// The best value of a complete trial; nil before there is one.
  package private(set) var best: Double?

  mutating func begin() { running += 1 }

  mutating func end(_ trial: Trial, _ direction: StudyDirection) {
    running -= 1
    finished += 1
    if trial.state == .pruned { pruned += 1 }
    guard trial.state == .complete, let value = trial.value, !value.isNaN else { return }
    if best.map({ direction.loss(value) < direction.loss($0) }) ?? true { best = value }
  }
}
