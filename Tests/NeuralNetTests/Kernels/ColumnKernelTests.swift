import CKernels
import DenseMath
import Testing

/// Sums, moments and normalisation of the columns of `[rows, columns]`.
struct ColumnKernelTests {
  static let rowCounts = [1, 2, 7, 33]

  /// Outputs of every column kernel for a matrix, as bits.
  private func outcome(_ x: [Float], rows: Int, columns: Int, offset: Int) -> [[UInt64]] {
    let perColumn = tameFloats(columns, seed: 7, positive: true)
    let blank = [Float](repeating: 9, count: columns)
    let arrays = GuardedArrays(
      [x, x.reversed(), blank, blank, perColumn, perColumn.reversed(), x, x], offset: offset)
    defer { arrays.free() }
    var means = [Double](repeating: 9, count: columns)
    var variances = means
    dlplot_column_sums_float(arrays[0], arrays[2], rows, columns)
    dlplot_column_products(arrays[0], arrays[1], arrays[3], rows, columns)
    dlplot_column_moments(arrays[0], &means, &variances, rows, columns)
    dlplot_normalize(
      arrays[0], arrays[4], arrays[5], arrays[5], arrays[4], arrays[6], arrays[7], rows, columns)
    // In place, as the network does.
    dlplot_normalize(
      arrays[0], arrays[4], arrays[5], arrays[5], arrays[4], arrays[6], arrays[0], rows, columns)
    #expect(arrays.elements(0).canonicalBits == arrays.elements(7).canonicalBits)
    dlplot_normalize_gradient(
      arrays[6], arrays[4], arrays[5], arrays[4], arrays[1], rows, columns)
    #expect(arrays.areGuardsWhole)
    return arrays.bits.map { $0.map(UInt64.init) }
      + [means, variances].map { $0.map { $0.isNaN ? 0x7FF8 << 48 : $0.bitPattern } }
  }

  @Test("one kernel is as good as another, at every width and place", arguments: rowCounts)
  func variants(rows: Int) throws {
    for columns in 0...70 {
      for offset in [0, 1, 3] {
        let seed = UInt64(1000 * rows + 10 * columns + offset)
        for x in [
          assortedFloats(rows * columns, seed: seed), tameFloats(rows * columns, seed: seed),
        ] {
          var first: [[UInt64]]?
          try Kernel.forEachForced { variant in
            let bits = outcome(x, rows: rows, columns: columns, offset: offset)
            if let first { #expect(bits == first, "\(variant), \(columns) columns at \(offset)") }
            first = first ?? bits
          }
        }
      }
    }
  }

  @Test("sums and moments are right to the last rounding", arguments: rowCounts)
  func sums(rows: Int) {
    let columns = 37
    let x = tameFloats(rows * columns, seed: 1)
    let y = tameFloats(rows * columns, seed: 2)
    var sums = [Float](repeating: 0, count: columns)
    var products = sums
    var means = [Double](repeating: 0, count: columns)
    var variances = means
    dlplot_column_sums_float(x, &sums, rows, columns)
    dlplot_column_products(x, y, &products, rows, columns)
    dlplot_column_moments(x, &means, &variances, rows, columns)
    // Of Doubles at most `rows` are added, none above 4.
    let slack = 4 * Double(rows * rows) * 0x1p-53
    for c in 0..<columns {
      let column = (0..<rows).map { Double(x[$0 * columns + c]) }
      let other = (0..<rows).map { Double(y[$0 * columns + c]) }
      let sum = column.reduce(0, +)
      let product = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(Double(sums[c]) - sum) <= abs(sum) * 0x1p-24 + slack)
      #expect(abs(Double(products[c]) - product) <= abs(product) * 0x1p-24 + slack)
      let mean = sum / Double(rows)
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
      #expect(abs(means[c] - mean) <= slack)
      #expect(abs(variances[c] - variance) <= 8 * slack)
    }
  }

  @Test("the variance of large numbers that differ little is not lost")
  func cancellation() {
    // 4096 ± 2^-11, exact in Float: the variance is 2^-22.
    let x = (0..<100).map { Float(4096 + ($0 % 2 == 0 ? 0x1p-11 : -0x1p-11)) }
    var mean = 0.0
    var variance = 0.0
    dlplot_column_moments(x, &mean, &variance, 100, 1)
    #expect(mean == 4096 && variance == 0x1p-22)
  }

  @Test("normalisation and its gradient follow their formulas")
  func normalization() {
    let rows = 9
    let columns = 21
    let x = tameFloats(rows * columns, seed: 1)
    let g = tameFloats(rows * columns, seed: 2)
    let a = tameFloats(columns, seed: 3)
    let b = tameFloats(columns, seed: 4, positive: true)
    var hat = [Float](repeating: 0, count: rows * columns)
    var y = hat
    dlplot_normalize(x, a, b, a, b, &hat, &y, rows, columns)
    var gradient = g
    dlplot_normalize_gradient(x, a, b, a, &gradient, rows, columns)
    let unit = 0x1p-24
    for index in 0..<rows * columns {
      let (mean, inverse) = (Double(a[index % columns]), Double(b[index % columns]))
      let value = Double(x[index])
      let wanted = (value - mean) * inverse
      #expect(abs(Double(hat[index]) - wanted) <= 2.001 * unit * abs(wanted))
      let scaled = mean * wanted
      let shifted = scaled + inverse
      let shiftedError: Double = 3.001 * abs(scaled) + 1.001 * abs(shifted)
      #expect(abs(Double(y[index]) - shifted) <= unit * shiftedError)
      let rest = Double(g[index]) - inverse
      let pull = value * mean
      let slope = mean * (rest - pull)
      let slopeError: Double = 1.001 * abs(mean) * (abs(rest) + abs(pull)) + 2.001 * abs(slope)
      #expect(abs(Double(gradient[index]) - slope) <= unit * slopeError)
    }
  }
}
