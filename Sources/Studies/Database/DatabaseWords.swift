import Search

extension TrialState {
  /// The word that Optuna's databases have for it.
  var databaseWord: String {
    switch self {
    case .running: "RUNNING"
    case .complete: "COMPLETE"
    case .pruned: "PRUNED"
    case .failed: "FAIL"
    case .waiting: "WAITING"
    }
  }

  init?(databaseWord: String) {
    guard let state = Self.allCases.first(where: { $0.databaseWord == databaseWord }) else {
      return nil
    }
    self = state
  }
}

extension StudyDirection {
  /// The word that Optuna's databases have for it.
  var databaseWord: String {
    switch self {
    case .minimize: "MINIMIZE"
    case .maximize: "MAXIMIZE"
    }
  }

  init?(databaseWord: String) {
    guard let direction = Self.allCases.first(where: { $0.databaseWord == databaseWord }) else {
      return nil
    }
    self = direction
  }
}
