/// One curve of several that are to be drawn as one: a run with a seed of its own.
package struct RunCurve: Equatable, Sendable {
  /// Where each value was taken, such as epochs; as many as `y`.
  package var x: [Double]
  package var y: [Double]

  /// A curve; where the counts differ, the surplus of one is left out.
  package init(x: [Double], y: [Double]) {
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
  }
}

/// What several runs say at one place.
package struct RunBandPoint: Equatable, Sendable {
  package var x: Double
  package var lower: Double
  package var median: Double
  package var upper: Double
  /// The number of runs with a finite value here. A band over fewer runs than elsewhere is no
  /// narrower for being sure.
  package var runs: Int
}

/// The spread of several runs, place by place.
package enum RunBand: Equatable, Sendable {
  /// From the least to the greatest value.
  case range
  /// From one quantile (type 7) to another.
  case quantiles(lower: Double, upper: Double)

  /// The band over `curves`, in ascending order of x.
  ///
  /// Values belong together where their x are equal; nothing is interpolated or carried forward.
  /// NaN and infinity are passed over, and a place where no run has a finite value has no point. Of
  /// two values of one run at one x the later counts, as when a run was resumed.
  package func points(of curves: [RunCurve]) -> [RunBandPoint] {
    struct Sample {
      let x: Double
      let run: Int
      let order: Int
      let y: Double
    }
    var samples: [Sample] = []
    for (run, curve) in curves.enumerated() {
      for (order, x) in curve.x.enumerated() where x.isFinite {
        samples.append(Sample(x: x, run: run, order: order, y: curve.y[order]))
      }
    }
    samples.sort { a, b in
      (a.x, a.run, a.order) < (b.x, b.run, b.order)
    }
    var points: [RunBandPoint] = []
    var start = 0
    while start < samples.count {
      let end = samples[start...].firstIndex { $0.x != samples[start].x } ?? samples.count
      let latest = (start..<end).filter { index in
        index + 1 == end || samples[index + 1].run != samples[index].run
      }
      let values = latest.map { samples[$0].y }.filter(\.isFinite).sorted()
      if let point = point(at: samples[start].x, ascending: values) { points.append(point) }
      start = end
    }
    return points
  }

  private func point(at x: Double, ascending values: [Double]) -> RunBandPoint? {
    let (low, high) =
      switch self {
      case .range: (0.0, 1.0)
      case .quantiles(let lower, let upper): (min(lower, upper), max(lower, upper))
      }
    guard let median = Quantile.type7(ascending: values, 0.5),
      let lower = Quantile.type7(ascending: values, low),
      let upper = Quantile.type7(ascending: values, high)
    else { return nil }
    return RunBandPoint(x: x, lower: lower, median: median, upper: upper, runs: values.count)
  }
}
