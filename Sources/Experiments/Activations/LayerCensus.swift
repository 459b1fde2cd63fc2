import DenseMath
import NeuralNet

/// The least and the greatest of finite values.
struct Extent {
  /// Infinity for no values.
  let minimum: Double
  /// Negative infinity for no values.
  let maximum: Double

  /// A zero has no sign: JSON, by which results are carried, would drop it.
  init(_ finite: [Float]) {
    minimum = Double(Reductions.minimum(finite.span) ?? .infinity) + 0
    maximum = Double(Reductions.maximum(finite.span) ?? -.infinity) + 0
  }
}

extension Histogram {
  /// Counts finite values in equal bins; edge `i` of `n` is `lower + (upper - lower) i / n`.
  init(
    counting values: [Float], in range: ClosedRange<Double>, bins: Int
  ) throws(HistogramError) {
    let width = range.upperBound - range.lowerBound
    try self.init(
      edges: (0..<bins).map { range.lowerBound + width * Double($0) / Double(bins) }
        + [range.upperBound])
    count(values.span)
  }
}

/// Counts of finite values by what they say of their units.
struct Census {
  /// Sigmoid and tanh: values within 5 % of the range's width from one of its ends.
  private(set) var saturated = 0
  /// ReLU family: values that are not above zero.
  private(set) var resting = 0
  /// ReLU family: units that rest for every sample.
  private(set) var deadUnits = 0

  /// - Parameter values: `[samples, units]`, row by row; what is not finite counts as nothing.
  init(_ values: [Float], units: Int, activation: Activation) {
    if let bounds = activation.bounds {
      let margin = 0.05 * (bounds.upperBound - bounds.lowerBound)
      countSaturated(
        values, outside: Float(bounds.lowerBound + margin), Float(bounds.upperBound - margin))
    } else {
      countResting(values, units: units)
    }
  }

  private mutating func countSaturated(_ values: [Float], outside low: Float, _ high: Float) {
    let values = values.span
    var start = 0
    while start < values.count {
      // Few enough for counts of 32 bits, as wide as the values.
      let part = values.extracting(start..<min(start + 1 << 16, values.count))
      var count: Int32 = 0
      for index in part.indices {
        let value = part[index]
        let isFinite = value - value == 0
        count &+= isFinite && (value < low || value > high) ? 1 : 0
      }
      saturated += Int(count)
      start += part.count
    }
  }

  private mutating func countResting(_ values: [Float], units: Int) {
    var active = [Int32](repeating: 0, count: units)
    var count = 0
    let values = values.span
    var span = active.mutableSpan
    var start = 0
    while start < values.count {
      let row = values.extracting(start..<start + units)
      for unit in row.indices {
        let value = row[unit]
        let isFinite = value - value == 0
        count &+= isFinite && value <= 0 ? 1 : 0
        span[unit] |= isFinite && value > 0 ? 1 : 0
      }
      start += units
    }
    resting = count
    for isActive in active where isActive == 0 { deadUnits += 1 }
  }
}
