import DenseMath
import Testing

/// Distributions over fixed seeds; the bounds are five standard errors of the statistic.
@Suite struct DistributionTests {
  private let count = 400_000
  private var root: Double { Double(count).squareRoot() }

  private func mean(_ values: some Sequence<Double>) -> Double {
    values.reduce(0, +) / Double(count)
  }

  /// How many of each outcome, against equal shares, as chi-square less its mean over its
  /// standard deviation: nearly standard normal where outcomes are many.
  private func standardizedChiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    let chiSquare = counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    let freedom = Double(counts.count - 1)
    return (chiSquare - freedom) / (2 * freedom).squareRoot()
  }

  @Test(arguments: [1, 2, 0xdead_beef] as [UInt64])
  func momentsOfUniforms(seed: UInt64) {
    let values = RandomStream(seed: seed, stream: 3).uniforms(count).map(Double.init)
    #expect(values.allSatisfy { 0 <= $0 && $0 < 1 })
    // Variances of u, u^2 and u^3: 1/12, 4/45, 9/112.
    #expect((mean(values) - 1.0 / 2).magnitude < 5 * (1.0 / 12).squareRoot() / root)
    #expect((mean(values.map { $0 * $0 }) - 1.0 / 3).magnitude < 5 * (4.0 / 45).squareRoot() / root)
    let cubes = values.map { $0 * $0 * $0 }
    #expect((mean(cubes) - 1.0 / 4).magnitude < 5 * (9.0 / 112).squareRoot() / root)
  }

  @Test(arguments: [1, 2, 0xdead_beef] as [UInt64])
  func momentsOfNormals(seed: UInt64) {
    let stream = RandomStream(seed: seed, stream: 4)
    for values in [stream.normals(count).map(Double.init), stream.normalDoubles(count)] {
      // The first six moments, 0, 1, 0, 3, 0, 15; the variance of z^k is (2k-1)!! - m_k^2.
      let truths = [0.0, 1, 0, 3, 0, 15]
      let variances = [1.0, 2, 15, 96, 945, 10_170]
      var powers = [Double](repeating: 1, count: count)
      for (truth, variance) in zip(truths, variances) {
        for i in powers.indices { powers[i] *= values[i] }
        #expect((mean(powers) - truth).magnitude < 5 * variance.squareRoot() / root)
      }
    }
  }

  /// Shares below points of the standard normal, whose probabilities are SciPy's `norm.cdf`.
  @Test func tailsOfNormals() {
    let stream = RandomStream(seed: 77)
    let points: [(Double, Double)] = [
      (-4, 3.167124183311992e-05), (-3, 0.0013498980316300946), (-2, 0.022750131948179195),
      (-1, 0.15865525393145707), (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.6914624612740131),
      (1.5, 0.9331927987311419), (2.5, 0.9937903346742238), (3.5, 0.9997673709209645),
    ]
    for values in [stream.normals(count).map(Double.init), stream.normalDoubles(count)] {
      for (point, probability) in points {
        let share = Double(values.count { $0 < point }) / Double(count)
        let error = (probability * (1 - probability)).squareRoot() / root
        #expect((share - probability).magnitude < 5 * error, "below \(point)")
      }
    }
  }

  @Test func neighboursAndStreamsAreUncorrelated() {
    let stream = RandomStream(seed: 123)
    let values = stream.normals(count)
    func correlation(_ others: [Float]) -> Double {
      Reductions.dot(values.span, others.span) / Double(count)
    }
    for lag in [1, 2, 3, 4, 5, 8, 64, 256] {
      #expect(correlation(stream.normals(count, from: lag)).magnitude < 5 / root, "lag \(lag)")
    }
    for other in [
      RandomStream(seed: 124), RandomStream(seed: 123, stream: 1), RandomStream(seed: 123 << 32),
      stream.substream(.weights), stream.substream(0),
    ] {
      #expect(correlation(other.normals(count)).magnitude < 5 / root)
    }
    // Squares too: the two numbers of a Box-Muller pair share a radius.
    let squares = values.map { $0 * $0 - 1 }
    let next = stream.normals(count, from: 1).map { $0 * $0 - 1 }
    #expect(Reductions.dot(squares.span, next.span).magnitude / Double(count) < 5 * 2 / root)
  }

  @Test func everyBitIsHalfSet() {
    let words = RandomStream(seed: 31).words(count)
    for bit in 0..<32 {
      let share = mean(words.lazy.map { Double($0 >> UInt32(bit) & 1) })
      #expect((share - 0.5).magnitude < 5 * 0.5 / root, "bit \(bit)")
    }
  }

  @Test func bytesAreEquallyLikely() {
    var counts = [Int](repeating: 0, count: 65_536)
    for word in RandomStream(seed: 32).words(1_000_000) { counts[Int(word >> 16)] += 1 }
    #expect(standardizedChiSquare(counts).magnitude < 5)
  }

  @Test(arguments: [0.01, 0.3, 0.5, 0.9])
  func sharesOfMasks(probability: Double) {
    let mask = RandomStream(seed: 33).mask(count, keeping: probability)
    let error = (probability * (1 - probability)).squareRoot() / root
    #expect((Reductions.mean(mask.span) - probability).magnitude < 5 * error)
  }

  @Test(arguments: [2, 3, 7, 100, 1000])
  func integersAreEquallyLikely(bound: Int) {
    let stream = RandomStream(seed: 34)
    var counts = [Int](repeating: 0, count: bound)
    for i in 0..<100_000 { counts[stream.integer(below: bound, at: i)] += 1 }
    #expect(standardizedChiSquare(counts) < 6)
  }

  /// A bound of 3/4 of 2^63 rejects a fourth of the draws; without that, the first third of the
  /// numbers would be half as likely again.
  @Test func rejectionRemovesTheBias() {
    let stream = RandomStream(seed: 35)
    var counts = [0, 0, 0]
    for i in 0..<30_000 { counts[stream.integer(below: 3 << 61, at: i) >> 61] += 1 }
    #expect(standardizedChiSquare(counts) < 6)
  }

  @Test func allOrdersOfFiveAreEquallyLikely() {
    var counts = [Int](repeating: 0, count: 120)
    for trial in 0..<60_000 {
      let order = RandomStream(seed: 36).substream(trial).permutation(of: 5)
      // The rank of the order among the 120, by its Lehmer code.
      let rank = order.indices.reduce(0) { rank, i in
        rank * (5 - i) + order[(i + 1)...].count { $0 < order[i] }
      }
      counts[rank] += 1
    }
    #expect(standardizedChiSquare(counts).magnitude < 5)
  }

  @Test func everyNumberReachesEveryPlace() {
    var counts = [Int](repeating: 0, count: 400)
    for trial in 0..<20_000 {
      for (place, number) in RandomStream(seed: 37, stream: UInt64(trial)).permutation(of: 20)
        .enumerated()
      {
        counts[20 * place + number] += 1
      }
    }
    #expect(standardizedChiSquare(counts).magnitude < 5)
  }

  @Test func samplesAreTheStartOfPermutations() {
    let stream = RandomStream(seed: 38)
    let permutation = stream.permutation(of: 1000)
    #expect(permutation.sorted() == Array(0..<1000))
    #expect(permutation != Array(0..<1000))
    for size in [0, 1, 500, 1000] {
      #expect(stream.sample(size, of: 1000) == Array(permutation[..<size]))
    }
    #expect(stream.permutation(of: 0).isEmpty)
    #expect(stream.permutation(of: 1) == [0])
    let repeated = stream.sampleWithReplacement(1000, of: 1000)
    #expect(repeated.allSatisfy { (0..<1000).contains($0) })
    // 1000 (1 - 1/1000)^1000 = 367.7 numbers are missing on average, with a deviation of 9.8.
    #expect((318...417).contains(1000 - Set(repeated).count))
  }
}
