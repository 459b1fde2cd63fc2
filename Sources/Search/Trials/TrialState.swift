/// How far a trial is. The raw values are those of Optuna's journals.
package enum TrialState: Int, CaseIterable, Codable, Sendable {
  case running = 0
  case complete = 1
  case pruned = 2
  case failed = 3
  case waiting = 4

  /// Whether nothing will change any more.
  package var isFinished: Bool {
    switch self {
    case .complete, .pruned, .failed: true
    case .running, .waiting: false
    }
  }
}
