import DenseMath
import Testing

@Suite struct ReductionsTests {
  /// The documented shape, spelled out.
  private func lanes(_ terms: [Double]) -> Double {
    var lanes = [Double](repeating: 0, count: 16)
    for (i, term) in terms.enumerated() { lanes[i % 16] += term }
    for width in [8, 4, 2, 1] {
      for l in 0..<width { lanes[l] += lanes[l + width] }
    }
    return lanes[0]
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 100, 1023, 10_000])
  func sumsHaveTheDocumentedShape(count: Int) {
    // Sizes from 2^-30 to 2^30: any other order of the additions gives other bits.
    let stream = RandomStream(seed: 1)
    let values = (0..<count).map {
      stream.normal(at: $0) * Float(sign: .plus, exponent: $0 % 61 - 30, significand: 1)
    }
    let others = RandomStream(seed: 2).normals(count)
    let doubles = values.map(Double.init)
    #expect(Reductions.sum(values.span) == lanes(doubles))
    #expect(Reductions.sum(doubles.span) == lanes(doubles))
    #expect(
      Reductions.dot(values.span, others.span)
        == lanes(zip(doubles, others).map { $0 * Double($1) }))
    if count == 0 { return }
    let mean = lanes(doubles) / Double(count)
    #expect(Reductions.mean(values.span) == mean)
    #expect(Reductions.mean(doubles.span) == mean)
    let variance = lanes(doubles.map { ($0 - mean) * ($0 - mean) }) / Double(count)
    #expect(Reductions.variance(values.span) == variance)
    #expect(Reductions.variance(doubles.span) == variance)
    let moments = Moments(values.span)
    #expect(moments.count == count && moments.mean == mean && moments.variance == variance)
    #expect(moments.minimum == values.min() && moments.maximum == values.max())
  }

  @Test func sumsByHand() {
    #expect(Reductions.sum(([1, 2, 3, 4] as [Float]).span) == 10)
    #expect(Reductions.dot(([1, 2, 3] as [Float]).span, ([4, 5, -6] as [Float]).span) == -4)
    let values: [Float] = [2, 4, 4, 4, 5, 5, 7, 9]
    #expect(Reductions.mean(values.span) == 5)
    #expect(Reductions.variance(values.span) == 4)
    #expect(Moments(values.span).standardDeviation == 2)
    // A float sum of these would stay at 2^24.
    let many = [Float](repeating: 1, count: 20_000_000)
    #expect(Reductions.sum(many.span) == 20_000_000)
  }

  @Test func nothingToReduce() {
    let none: [Float] = []
    #expect(Reductions.sum(none.span) == 0)
    #expect(Reductions.mean(none.span).isNaN)
    #expect(Reductions.variance(none.span).isNaN)
    #expect(Reductions.minimum(none.span) == nil)
    #expect(Reductions.maximum(none.span) == nil)
    #expect(Reductions.indexOfMaximum(none.span) == nil)
    #expect(Reductions.columnSums(none.span, columns: 3) == [0, 0, 0])
    #expect(Reductions.columnSums(none.span, columns: 0) == [])
    #expect(Reductions.columnMoments(none.span, columns: 2).means.allSatisfy { $0.isNaN })
    let noDoubles: [Double] = []
    #expect(Reductions.mean(noDoubles.span).isNaN)
    #expect(Moments(none.span).count == 0)
  }

  @Test(arguments: [1, 5, 16, 17, 40])
  func extremaWhereverTheyStand(count: Int) {
    for place in 0..<count {
      var values = [Float](repeating: 1, count: count)
      values[place] = 3
      #expect(Reductions.maximum(values.span) == 3)
      #expect(Reductions.indexOfMaximum(values.span) == place)
      values[place] = -3
      #expect(Reductions.minimum(values.span) == -3)
      values[place] = .infinity
      #expect(Reductions.maximum(values.span) == .infinity)
      #expect(Reductions.minimum(values.span) == (count == 1 ? .infinity : 1))
      values[place] = -.nan
      #expect(Reductions.maximum(values.span)?.bitPattern == 0x7fc0_0000)
      #expect(Reductions.minimum(values.span)?.bitPattern == 0x7fc0_0000)
      #expect(Reductions.indexOfMaximum(values.span) == place)
      #expect(Reductions.sum(values.span).bitPattern == 0x7ff8_0000_0000_0000)
    }
  }

  @Test func extremaThatAreZeroArePositive() {
    for values in [[0, -0.0], [-0.0, 0], [-0.0]] as [[Float]] {
      #expect(Reductions.maximum(values.span)?.bitPattern == 0)
      #expect(Reductions.minimum(values.span)?.bitPattern == 0)
      #expect(Reductions.indexOfMaximum(values.span) == 0)
    }
  }

  @Test func theFirstOfEqualMaximaWins() {
    #expect(Reductions.indexOfMaximum(([1, 7, 7, 2] as [Float]).span) == 1)
    #expect(Reductions.indexOfMaximum(([1, .nan, 9, .nan] as [Float]).span) == 1)
    #expect(Reductions.indexOfMaximum(([-.infinity, -.infinity] as [Float]).span) == 0)
  }

  @Test func infinitiesOfBothSignsHaveNoSum() {
    #expect(Reductions.sum(([.infinity, 1] as [Float]).span) == .infinity)
    let sum = Reductions.sum(([.infinity, -.infinity] as [Float]).span)
    #expect(sum.bitPattern == 0x7ff8_0000_0000_0000)
  }

  @Test(arguments: [1, 3, 16, 17, 33, 100], [1, 2, 31])
  func columnsAreChainsOverTheRows(columns: Int, rows: Int) {
    let values = RandomStream(seed: 3).normals(rows * columns)
    let sums = (0..<columns).map { c in
      (0..<rows).reduce(0.0) { $0 + Double(values[$1 * columns + c]) }
    }
    #expect(Reductions.columnSums(values.span, columns: columns) == sums)
    var rounded = [Float](repeating: 9, count: columns)
    var span = rounded.mutableSpan
    Reductions.columnSums(values.span, into: &span)
    #expect(rounded == sums.map { Float($0) })
    let moments = Reductions.columnMoments(values.span, columns: columns)
    let means = sums.map { $0 / Double(rows) }
    #expect(moments.means == means)
    let variances = (0..<columns).map { c in
      (0..<rows).reduce(0.0) { sum, r in
        let deviation = Double(values[r * columns + c]) - means[c]
        return sum + deviation * deviation
      } / Double(rows)
    }
    #expect(moments.variances == variances)
  }
}
