import Charting

/// Curves of several seeds as one, place by place.
struct SeedSpread: Equatable {
  /// Which end a run that diverged belongs to, so that it does not leave the rest to speak for it.
  enum Worst { case least, greatest }

  /// The median; NaN where the middle run has diverged.
  let median: [Double]
  /// The range of all runs; NaN from where one of them has diverged.
  let low: [Double]
  let high: [Double]

  init(_ curves: [[Double]], worst: Worst) {
    let count = curves.map(\.count).min() ?? 0
    var median: [Double] = []
    var low: [Double] = []
    var high: [Double] = []
    for place in 0..<count {
      let values = curves.map { $0[place] }
      let finite = values.filter(\.isFinite)
      let isWhole = finite.count == values.count
      low.append(isWhole ? finite.min() ?? .nan : .nan)
      high.append(isWhole ? finite.max() ?? .nan : .nan)
      median.append(Self.median(of: values, worst: worst))
    }
    self.median = median
    self.low = low
    self.high = high
  }

  /// The median of values of which those that are not finite are the worst.
  static func median(of values: [Double], worst: Worst) -> Double {
    let end = worst == .least ? -Double.infinity : .infinity
    let sorted = values.map { $0.isFinite ? $0 : end }.sorted()
    guard !sorted.isEmpty else { return .nan }
    let low = sorted[(sorted.count - 1) / 2]
    let high = sorted[sorted.count / 2]
    guard low.isFinite && high.isFinite else { return .nan }
    return low == high ? low : low + (high - low) / 2
  }
}
