import NeuralNet
import Provenance

extension LayerActivations {
  /// Measures the outputs of one layer.
  ///
  /// Every unit's sum over the samples is one chain in Double, samples ascending, and the units are
  /// added up in their order, so that no thread or vector width can change a bit.
  ///
  /// - Parameters:
  ///   - values: `[samples, units]`, row by row.
  ///   - units: Units of the layer.
  ///   - activation: What made the values; it decides what saturated and resting mean.
  ///   - range: Ends of the histogram.
  ///   - bins: Bins of the histogram.
  init(
    measuring values: [Float], units: Int, activation: Activation, range: ClosedRange<Double>,
    bins: Int
  ) throws {
    let moments = UnitMoments(values, units: units)
    let census = Census(values, units: units, activation: activation, range: range, bins: bins)
    let count = Double(max(1, moments.finiteCount))
    self.init(
      mean: moments.mean, standardDeviation: moments.standardDeviation, signal: moments.signal,
      minimum: census.minimum, maximum: census.maximum,
      saturatedShare: Double(census.saturated) / count,
      restingShare: Double(census.resting) / count, deadUnits: census.deadUnits,
      counts: census.counts, below: census.below, above: census.above,
      nonFinite: values.count - moments.finiteCount, digest: try floatDigest(of: values))
  }
}

/// SHA-256 of values as little-endian Float32, in hexadecimal.
func floatDigest(of values: [Float]) throws -> String {
  var hasher = try SHA256()
  #if _endian(little)
    values.withUnsafeBytes { hasher.update($0) }
  #else
    values.map(\.bitPattern.littleEndian).withUnsafeBytes { hasher.update($0) }
  #endif
  return try hasher.finalize().hex
}

/// Means and variances of the units of a layer over the samples, of finite values only.
struct UnitMoments {
  /// Over all values.
  var mean = 0.0
  /// Over all values: the variance within the units plus the variance of the units' means.
  var standardDeviation = 0.0
  /// Root of the mean variance within a unit.
  var signal = 0.0
  var finiteCount = 0

  init(_ values: [Float], units: Int) {
    guard units > 0, !values.isEmpty else { return }
    var sums = [Double](repeating: 0, count: units)
    var counts = [Double](repeating: 0, count: units)
    Self.accumulate(values, units: units, into: &sums, counts: &counts)
    var means = [Double](repeating: 0, count: units)
    var total = 0.0
    var all = 0.0
    for unit in 0..<units {
      means[unit] = counts[unit] > 0 ? sums[unit] / counts[unit] : 0
      total += sums[unit]
      all += counts[unit]
    }
    finiteCount = Int(all)
    guard all > 0 else { return }
    mean = total / all
    var squares = [Double](repeating: 0, count: units)
    Self.accumulateSquares(values, means: means, into: &squares)
    var within = 0.0
    var between = 0.0
    for unit in 0..<units {
      within += squares[unit]
      let distance = means[unit] - mean
      between += counts[unit] * distance * distance
    }
    standardDeviation = ((within + between) / all).squareRoot()
    signal = (within / all).squareRoot()
  }

  private static func accumulate(
    _ values: [Float], units: Int, into sums: inout [Double], counts: inout [Double]
  ) {
    let values = values.span
    var sums = sums.mutableSpan
    var counts = counts.mutableSpan
    var start = 0
    while start < values.count {
      let row = values.extracting(start..<start + units)
      for unit in row.indices {
        let value = Double(row[unit])
        let isFinite = value - value == 0
        sums[unit] += isFinite ? value : 0
        counts[unit] += isFinite ? 1 : 0
      }
      start += units
    }
  }

  private static func accumulateSquares(
    _ values: [Float], means: [Double], into squares: inout [Double]
  ) {
    let values = values.span
    let means = means.span
    var squares = squares.mutableSpan
    let units = means.count
    var start = 0
    while start < values.count {
      let row = values.extracting(start..<start + units)
      for unit in row.indices {
        let distance = Double(row[unit]) - means[unit]
        squares[unit] += distance - distance == 0 ? distance * distance : 0
      }
      start += units
    }
  }
}

/// Counts of values by what they are.
private struct Census {
  var minimum = Double.infinity
  var maximum = -Double.infinity
  var saturated = 0
  var resting = 0
  var deadUnits = 0
  var counts: [Int]
  var below = 0
  var above = 0

  init(
    _ values: [Float], units: Int, activation: Activation, range: ClosedRange<Double>, bins: Int
  ) {
    counts = [Int](repeating: 0, count: bins)
    let edges = HistogramEdges(range: range, bins: bins)
    var ends: (low: Float, high: Float)?
    if let bounds = activation.bounds {
      let margin = 0.05 * (bounds.upperBound - bounds.lowerBound)
      ends = (Float(bounds.lowerBound + margin), Float(bounds.upperBound - margin))
    }
    var active = [Bool](repeating: false, count: activation.isRectifier ? units : 0)
    var unit = 0
    var low = Float.infinity
    var high = -Float.infinity
    for value in values {
      defer { unit = unit + 1 == units ? 0 : unit + 1 }
      guard value.isFinite else { continue }
      low = min(low, value)
      high = max(high, value)
      switch edges.bin(of: value) {
      case .bin(let index): counts[index] += 1
      case .below: below += 1
      case .above: above += 1
      }
      if let ends {
        if value < ends.low || value > ends.high { saturated += 1 }
      } else if value > 0 {
        active[unit] = true
      } else {
        resting += 1
      }
    }
    minimum = Double(low)
    maximum = Double(high)
    for isActive in active where !isActive { deadUnits += 1 }
  }
}

/// Equal bins over a range, with edges that are exact: a value is compared with the edges
/// themselves, so that rounding in the division cannot put it into a neighbour's bin.
struct HistogramEdges {
  let edges: [Double]
  private let low: Double
  private let scale: Double

  enum Place: Equatable {
    case bin(Int)
    case below, above
  }

  init(range: ClosedRange<Double>, bins: Int) {
    let width = range.upperBound - range.lowerBound
    edges = (0...bins).map {
      $0 == bins ? range.upperBound : range.lowerBound + width * Double($0) / Double(bins)
    }
    low = range.lowerBound
    scale = Double(bins) / width
  }

  /// The bin of a finite value: from its lower edge to just under its upper one; the last bin has
  /// both.
  func bin(of value: Float) -> Place {
    let value = Double(value)
    let last = edges.count - 1
    if value < edges[0] { return .below }
    if value > edges[last] { return .above }
    var index = min(Int((value - low) * scale), last - 1)
    if value < edges[index] { index -= 1 }
    if index + 1 < last && value >= edges[index + 1] { index += 1 }
    return .bin(index)
  }
}
