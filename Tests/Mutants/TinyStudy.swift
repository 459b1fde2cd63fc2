import Experiments
import Search

/// A study of a few trials, with one of everything: choices, reports, times, a baseline.
enum TinyStudy {
  static func result() throws -> StudyResult {
    var baseline = StudyTrials(direction: .minimize, objective: "loss", isShare: false)
    baseline.numbers = [0, 1, 2]
    baseline.states = [.complete, .complete, .pruned]
    baseline.values = [2, 1.25, 3]
    return try StudyResult(
      plot: .all, file: "tiny.jsonl", name: "tiny", trials: trials(),
      baseline: ("random", baseline), shown: 3)
  }

  private static func trials() throws -> StudyTrials {
    var trials = StudyTrials(direction: .minimize, objective: "loss", isShare: false)
    trials.numbers = [0, 1, 2, 3, 5]
    trials.states = [.complete, .complete, .pruned, .complete, .failed]
    trials.values = [2, 1.5, 3, 0.5, .nan]
    trials.columns = [
      StudyTrials.Column(
        name: "rate", distributions: [try .float(0.001, 1, isLog: true)],
        distribution: [0, 0, 0, 0, 0], values: [0.5, 0.25, 0.9, 0.1, 0.7]),
      StudyTrials.Column(
        name: "kind", distributions: [.categorical([.string("a"), .string("b")])],
        distribution: [0, 0, -1, 0, 0], values: [0, 1, .nan, 1, 0]),
    ]
    trials.steps = [[0, 1, 2], [0, 1, 2], [0], [0, 1, 2], []]
    trials.reports = [[4, 3, 2], [4, 2.5, 1.5], [3], [2, 1, 0.5], []]
    trials.starts = [0, 1000, 2000, 3000, 4000]
    trials.ends = [900, 2500, 2100, 5000, -1]
    return trials
  }
}
