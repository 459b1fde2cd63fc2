import Training

extension TrainingProgress: ProgressSource {
  /// `[=========           ]  45 %  3600 of 8000 steps  4120/s  loss 0.0312  0:01 left`.
  func line(seconds: Double, bar width: Int?) -> String? {
    let snapshot = snapshot
    guard snapshot.total > 0 else { return nil }
    let total = snapshot.total
    let done = min(snapshot.done, total)
    var parts = ProgressText.share(Double(done) / Double(total), bar: width)
    parts.append("\(done) of \(total) steps")
    let rate = Double(done) / max(seconds, 1e-3)
    if done > 0 {
      parts.append("\(Int(rate))/s")
      parts.append("loss \(ProgressText.short(snapshot.loss))")
      parts.append(ProgressText.left(Double(total - done) / max(rate, 1e-3)))
    }
    return parts.joined(separator: "  ")
  }
}
