import Experiments

/// The progress of a search, with the time that it may take.
struct SearchProgressLine: ProgressSource {
  let progress: SearchProgress
  /// Seconds after which no trial begins any more; nil for no limit.
  let timeLimit: Double?

  /// `[=========           ]  45 %  45 of 100 trials  2 running  12 pruned  best 91.2 %  0:08 left`.
  func line(seconds: Double, bar width: Int?) -> String? {
    let snapshot = progress.snapshot
    guard snapshot.total > 0 else { return nil }
    let tally = snapshot.tally
    let done = min(tally.finished, snapshot.total)
    var parts = ProgressText.share(
      Double(done) / Double(snapshot.total), bar: width)
    parts.append("\(done) of \(snapshot.total) trials")
    if tally.running > 0 { parts.append("\(tally.running) running") }
    if tally.pruned > 0 { parts.append("\(tally.pruned) pruned") }
    if let best = tally.best {
      parts.append(
        snapshot.metric == .accuracy
          ? "best \(ProgressText.decimals(100 * best, 1)) %"
          : "best loss \(ProgressText.short(Float(best)))")
    }
    if snapshot.isFinal {
      parts.append("training the best on all images")
    } else if snapshot.share > 0 {
      var left = seconds * (1 - snapshot.share) / snapshot.share
      if let timeLimit { left = min(left, max(0, timeLimit - seconds)) }
      parts.append(ProgressText.left(left))
    }
    return parts.joined(separator: "  ")
  }
}
