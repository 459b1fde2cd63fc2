internal import DenseMath

/// A distribution laid out as a grid of cells, and densities over them.
struct ImportanceRegime: Equatable, Sendable {
  let distribution: Distribution
  /// The number of cells.
  let size: Int
  /// The scale of the first cell's middle, and the distance of two.
  private let low: Double
  private let step: Double

  var isSingle: Bool { distribution.isSingle }

  /// The most cells of a number.
  private static let most = 50

  init(_ distribution: Distribution) {
    self.distribution = distribution
    let bounds: (low: Double, high: Double)
    switch distribution {
    case .categorical(let choices):
      size = choices.count
      (low, step) = (0, 1)
      return
    case .float(let range):
      bounds = (range.low, range.high)
      size = min(
        range.step.map { Self.steps(range.high - range.low, $0) + 1 } ?? Self.most, Self.most)
    case .int(let range):
      bounds = (Double(range.low), Double(range.high))
      if range.isLog {
        let digits = Elementary.log(bounds.high - bounds.low + 1) / Elementary.log(2)
        let whole = Double(Int(digits))
        size = min(Int(whole < digits ? whole + 1 : whole) + 1, Self.most)
      } else {
        size = min(range.count, Self.most)
      }
    }
    low = distribution.scaled(bounds.low)
    step = size > 1 ? (distribution.scaled(bounds.high) - low) / Double(size - 1) : 1
  }

  private static func steps(_ range: Double, _ step: Double) -> Int {
    Int(min(Elementary.nearestInteger(range / step), Double(most)))
  }

  /// The cell of an internal value; of two equally near ones the lower.
  func cell(of value: Double) -> Int {
    let place = (distribution.scaled(value) - low) / step - 0.5
    if place.isNaN { return 0 }
    let clipped = min(max(place, 0), Double(size))
    let whole = Int(clipped)
    return min(Double(whole) < clipped ? whole + 1 : whole, size - 1)
  }

  /// Pearson's divergence of the density of the best trials from that of all.
  func divergence(_ best: [Int], _ all: [Int]) -> Double {
    let (best, all) = (density(best), density(all))
    var sum = 0.0
    for (b, a) in zip(best, all) {
      let ratio = (b + 1e-12) / (a + 1e-12) - 1
      sum += (a + 1e-12) * (ratio * ratio)
    }
    return sum
  }

  /// The probability of each cell under kernels around the counts, and a prior of weight 1.
  func density(_ counts: [Int]) -> [Double] {
    let observed = counts.indices.filter { counts[$0] > 0 }
    let total = Double(counts.reduce(0, +) + 1)
    if case .categorical = distribution {
      let table = ChoiceTable(observations: observed.count, choices: size)
      return counts.indices.map { cell in
        observed.reduce(table.even / total) { sum, kernel in
          sum + Double(counts[kernel]) / total * (kernel == cell ? table.hit : table.miss)
        }
      }
    }
    let edge = Double(size) - 0.5
    func share(_ mean: Double, _ width: Double) -> Double {
      TruncatedNormal.mass((-0.5 - mean) / width, (edge - mean) / width)
    }
    func cell(_ distance: Double, _ width: Double) -> Double {
      TruncatedNormal.mass((distance - 0.5) / width, (distance + 0.5) / width)
    }
    let (middle, range) = (Double(size - 1) / 2, Double(size))
    let prior = 1 / (share(middle, range) * total)
    var density = (0..<size).map { cell(Double($0) - middle, range) * prior }
    let width = width(counts, observed)
    let byDistance = (0..<size).map { cell(Double($0), width) }
    for kernel in observed {
      let weight = Double(counts[kernel]) / total / share(Double(kernel), width)
      for place in 0..<size { density[place] += byDistance[abs(place - kernel)] * weight }
    }
    return density
  }

  /// The width of all kernels, in cells.
  ///
  /// - Source: Scott, "Multivariate density estimation", 1992, rule of thumb, with quartiles by
  ///   whole places.
  private func width(_ counts: [Int], _ observed: [Int]) -> Double {
    let total = counts.reduce(0, +)
    let number = Double(total)
    let mean = observed.reduce(0) { $0 + Double($1 * counts[$1]) } / number
    let squares = observed.reduce(0) {
      let difference = Double($1) - mean
      return $0 + difference * difference * Double(counts[$1])
    }
    let deviation = Elementary.squareRoot(squares / Double(max(1, total - 1)))
    var running = 0
    let totals = observed.map { cell -> Int in
      running += counts[cell]
      return running
    }
    let first = totals.firstIndex { $0 >= total / 4 } ?? 0
    let third = totals.firstIndex { $0 > total * 3 / 4 } ?? totals.count
    let quartiles = Double(observed[min(observed.count - 1, third)] - observed[first])
    let width = 1.059 * min(quartiles / 1.34, deviation) * Elementary.pow(number, -0.2)
    return max(width, 0.5 / 1.64)
  }
}
