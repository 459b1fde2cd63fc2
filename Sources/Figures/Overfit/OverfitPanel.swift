import Charting
import Experiments

/// The curves of one panel, and the gap between them.
struct OverfitPanel {
  /// A gap between the lines at one epoch, in percentage points.
  struct Gap: Equatable {
    var points: Double
    var epoch: Int
    /// Accuracies in percent.
    var training: Double
    var test: Double
  }

  let panel: OverfitConfig.Panel
  let runs: [AccuracyRun]
  let epochs: [Int]
  /// Over the seeds, in percent, one for each epoch.
  let training: SeedSpread
  let test: SeedSpread
  /// The gap of the medians at each epoch, in percentage points; NaN once diverged.
  let gaps: [Double]

  init(_ panel: OverfitResult.Panel) {
    self.panel = panel.panel
    runs = panel.runs
    func percent(_ values: [Double]) -> [Double] { values.map { 100 * $0 } }
    training = SeedSpread(panel.runs.map { percent($0.trainingAccuracy) }, worst: .least)
    test = SeedSpread(panel.runs.map { percent($0.testAccuracy) }, worst: .least)
    epochs = Array(panel.epochs.prefix(min(training.median.count, test.median.count)))
    gaps = zip(training.median, test.median).map { $0 - $1 }
  }

  /// The gap at the end; nil where the run had diverged.
  var last: Gap? { gaps.indices.last.flatMap(gap) }

  /// The largest gap and where it was first reached.
  var largest: Gap? {
    var best: Int?
    for (index, points) in gaps.enumerated() where points.isFinite {
      if let place = best, points <= gaps[place] { continue }
      best = index
    }
    return best.flatMap(gap)
  }

  private func gap(_ index: Int) -> Gap? {
    guard index < epochs.count, gaps[index].isFinite else { return nil }
    return Gap(
      points: gaps[index], epoch: epochs[index], training: training.median[index],
      test: test.median[index])
  }

  /// Runs that diverged, and the epoch, from 1, in which the first did.
  var divergence: (runs: Int, epoch: Int)? {
    let places = runs.compactMap { run in
      run.divergedAt.map { ($0 - 1) / max(1, run.batchesPerEpoch) + 1 }
    }
    guard let first = places.min() else { return nil }
    return (places.count, first)
  }
}
