import Synchronization

/// How far a search has come; written by its workers and read by whoever shows it.
package final class SearchProgress: Sendable {
  private struct State {
    var snapshot = Snapshot()
    /// Trials that had ended before this run.
    var before: Int?
  }

  /// What a reader sees.
  package struct Snapshot: Equatable, Sendable {
    /// Trials that there are to be; 0 before the search begins.
    package var total = 0
    package var tally = TrialTally()
    /// The share of this run's trials that is done, 0 to 1: what ended and what is under way.
    package var share = 0.0
    /// Whether the best configuration is being trained on all images.
    package var isFinal = false
    package var metric = SearchConfig.Metric.accuracy
  }

  private let state = Mutex(State())
  /// Millionths of trials that are under way.
  private let underWay = Atomic<Int>(0)
  private static let whole = 1_000_000

  package init() {}

  package var snapshot: Snapshot {
    state.withLock { state in
      var snapshot = state.snapshot
      let before = state.before ?? 0
      let part = Double(underWay.load(ordering: .relaxed)) / Double(Self.whole)
      let done = Double(snapshot.tally.finished - before) + part
      snapshot.share = min(1, max(0, done / Double(max(1, snapshot.total - before))))
      return snapshot
    }
  }

  /// Says how many trials there are to be, and how far the search is.
  func update(total: Int, tally: TrialTally, metric: SearchConfig.Metric) {
    state.withLock { state in
      state.before = state.before ?? tally.finished
      state.snapshot.total = total
      state.snapshot.tally = tally
      state.snapshot.metric = metric
    }
  }

  /// Says that all trials have ended.
  func beginFinal() { state.withLock { $0.snapshot.isFinal = true } }

  /// One trial that is under way.
  struct Part {
    fileprivate let progress: SearchProgress?
    private var told = 0

    fileprivate init(_ progress: SearchProgress?) { self.progress = progress }

    /// Says how far the trial is, 0 to 1; back to 0 where it is counted as ended.
    mutating func advance(to share: Double) {
      let now = Int((min(1, max(0, share)) * Double(SearchProgress.whole)).rounded())
      progress?.underWay.wrappingAdd(now - told, ordering: .relaxed)
      told = now
    }
  }

  /// Follows one trial; of no progress, nobody is told.
  static func part(of progress: SearchProgress?) -> Part { Part(progress) }
}
