import DenseMath
import Testing

@Suite struct HistogramTests {
  private func counted(_ values: [Float], bins: Int, _ lower: Double, _ upper: Double) throws
    -> Histogram
  {
    var histogram = try Histogram(binCount: bins, from: lower, to: upper)
    histogram.count(values.span)
    return histogram
  }

  /// The documented rule, one value and one bin at a time.
  private func expectTheRule(_ values: [Float], _ histogram: Histogram) {
    let edges = histogram.edges
    var (below, above, nan) = (0, 0, 0)
    var counts = [Int](repeating: 0, count: histogram.counts.count)
    for value in values {
      let x = Double(value)
      if x.isNaN {
        nan += 1
      } else if x < edges[0] {
        below += 1
      } else if x > edges[counts.count] {
        above += 1
      } else {
        counts[edges.dropLast().lastIndex { $0 <= x } ?? 0] += 1
      }
    }
    #expect(histogram.counts == counts)
    #expect(histogram.below == below && histogram.above == above && histogram.notANumber == nan)
    #expect(histogram.total == values.count)
  }

  @Test func byHand() throws {
    let values: [Float] = [-1, 0, 0.5, 0.99, 1, 2.5, 3.999, 4, 4.001, .infinity, -.infinity, .nan]
    let histogram = try counted(values, bins: 4, 0, 4)
    #expect(histogram.edges == [0, 1, 2, 3, 4])
    #expect(histogram.counts == [3, 1, 1, 2])
    #expect(histogram.below == 2 && histogram.above == 2 && histogram.notANumber == 1)
    #expect(histogram.total == 12)
  }

  /// Values at every edge, and the Floats on both sides of it.
  @Test(
    arguments: [
      (30, 0, 1), (30, -1, 1), (7, -0.1, 0.3), (10, 0.1, 0.7), (1000, -5, 5), (3, 0, 1e-45),
      (30, 0, Double(Float.leastNonzeroMagnitude) * 0x1p-900), (50, 1e15, 1e15 + 4),
      (30, 1, 1 + 0x1p-50), (16, -3.4e38, 3.4e38),
      (1, 2, 3), (12, -1e-3, 1e30),
    ] as [(Int, Double, Double)])
  func edgesAreExact(bins: Int, lower: Double, upper: Double) throws {
    let edges = try Histogram(binCount: bins, from: lower, to: upper).edges
    #expect(edges.count == bins + 1 && edges.first == lower && edges.last == upper)
    #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 <= $1 })
    let near = edges.flatMap { edge in
      [Float(edge), Float(edge).nextUp, Float(edge).nextDown]
    }
    expectTheRule(near, try counted(near, bins: bins, lower, upper))
  }

  @Test(arguments: [(1, -2, 2), (30, -4, 4), (100, -0.3, 0.7), (1000, -6, 6)])
  func equalsBruteForce(bins: Int, lower: Double, upper: Double) throws {
    let values = RandomStream(seed: 5).normals(3000) + assortedFloats(1000)
    expectTheRule(values, try counted(values, bins: bins, lower, upper))
  }

  @Test func countsAddUpInParts() throws {
    let values = RandomStream(seed: 6).normals(1000) + [.nan, .infinity]
    let whole = try counted(values, bins: 30, -1, 2)
    var inParts = try Histogram(binCount: 30, from: -1, to: 2)
    for part in [Array(values[..<100]), Array(values[100...])] { inParts.count(part.span) }
    #expect(inParts == whole)
    var sum = try counted(Array(values[..<7]), bins: 30, -1, 2)
    sum.add(try counted(Array(values[7...]), bins: 30, -1, 2))
    #expect(sum == whole)
  }

  @Test func edgesMayBeGiven() throws {
    // What rounding exchanged is put in order; the ends are never moved.
    let edges = [-1, 0.1.nextUp, 0.1, 0.5, 2]
    var histogram = try Histogram(edges: edges)
    #expect(histogram.edges == [-1, 0.1.nextUp, 0.1.nextUp, 0.5, 2])
    #expect(histogram.lowerBound == -1 && histogram.upperBound == 2)
    let values: [Float] = [-1.5, -1, 0, 0.25, 0.5, 1, 2, 3]
    histogram.count(values.span)
    expectTheRule(values, histogram)
    #expect(histogram.counts == [2, 0, 1, 3])
    #expect(throws: HistogramError.invalidBinCount(got: 0, allowed: 1...1_000_000)) {
      try Histogram(edges: [1])
    }
    #expect(throws: HistogramError.invalidBinCount(got: -1, allowed: 1...1_000_000)) {
      try Histogram(edges: [])
    }
  }

  @Test(arguments: [0, -1, 1_000_001])
  func refusesBinCounts(bins: Int) {
    #expect(throws: HistogramError.invalidBinCount(got: bins, allowed: 1...1_000_000)) {
      try Histogram(binCount: bins, from: 0, to: 1)
    }
  }

  @Test(
    arguments: [(1, 1), (2, 1), (0, .infinity), (-.infinity, 0), (0, 1e39), (0, .nan)]
      as [(Double, Double)])
  func refusesRanges(lower: Double, upper: Double) throws {
    let error = try #require(throws: HistogramError.self) {
      try Histogram(binCount: 3, from: lower, to: upper)
    }
    #expect(error.description.hasPrefix("invalid histogram range: \(lower) to \(upper) ("))
    #expect(!error.isMachineFault)
  }
}
