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
