internal import CKernels

/// Counts of Floats in equal bins over a range.
///
/// Bin `i` of `n` begins at edge `i`, `(lower (n - i) + upper i) / n` in Double unless edges are
/// given, and ends below edge `i + 1`; the last bin includes its end. A value is compared with these
/// very edges and never divided by a width: the counts are those of the rule, to the last bit.
/// (Where a bin is narrower than Doubles can tell, edges coincide, and only the last bin between
/// equal edges has values.)
package struct Histogram: Equatable, Codable, Sendable {
  /// How many bins there may be.
  package static let allowedBinCounts = 1...1_000_000

  /// The bounds of the bins, one more than there are bins.
  package let edges: [Double]
  /// How many values fell into each bin.
  package private(set) var counts: [Int]
  /// How many values lay below the range, negative infinity among them.
  package private(set) var below = 0
  /// How many values lay above the range, infinity among them.
  package private(set) var above = 0
  /// How many values were no number.
  package private(set) var notANumber = 0

  /// Creates a histogram without values.
  ///
  /// - Throws: ``HistogramError/invalidBinCount(got:allowed:)`` or
  ///   ``HistogramError/invalidRange(lower:upper:)``.
  package init(binCount: Int, from lower: Double, to upper: Double) throws(HistogramError) {
    guard Self.allowedBinCounts.contains(binCount) else {
      throw .invalidBinCount(got: binCount, allowed: Self.allowedBinCounts)
    }
    try Self.check(lower, upper)
    let n = Double(binCount)
    let inner = (1..<binCount).map { (lower * (n - Double($0)) + upper * Double($0)) / n }
    try self.init(edges: [lower] + inner + [upper])
  }

  /// Creates a histogram without values, with edges that some rule gives for equal bins.
  ///
  /// - Parameter edges: One more than there are bins, ascending but for what rounding exchanges.
  /// - Throws: ``HistogramError/invalidBinCount(got:allowed:)`` or
  ///   ``HistogramError/invalidRange(lower:upper:)``.
  package init(edges: [Double]) throws(HistogramError) {
    guard Self.allowedBinCounts.contains(edges.count - 1) else {
      throw .invalidBinCount(got: edges.count - 1, allowed: Self.allowedBinCounts)
    }
    let upper = edges[edges.count - 1]
    try Self.check(edges[0], upper)
    // Rounding could exchange edges that are neighbouring Doubles.
    var ascending = edges
    for i in 1..<edges.count {
      ascending[i] = min(max(edges[i], ascending[i - 1]), upper)
    }
    self.edges = ascending
    counts = Array(repeating: 0, count: edges.count - 1)
  }

  private static func check(_ lower: Double, _ upper: Double) throws(HistogramError) {
    let limit = Double(Float.greatestFiniteMagnitude)
    guard -limit <= lower && lower < upper && upper <= limit else {
      throw .invalidRange(lower: lower, upper: upper)
    }
  }

  /// Where the first bin begins.
  package var lowerBound: Double { edges[0] }

  /// Where the last bin ends, included.
  package var upperBound: Double { edges[edges.count - 1] }

  /// How many values were counted, those outside the range and NaN included.
  package var total: Int { counts.reduce(below + above + notANumber, +) }

  /// Counts values.
  package mutating func count(_ values: Span<Float>) {
    let n = counts.count
    // Slot 0 is what lies below, slot n + 1 what lies above, slot n + 2 NaN.
    let thresholds = [-.infinity] + edges.dropLast() + [upperBound.nextUp, .nan]
    let scale = min(Double(n) / (upperBound - lowerBound), .greatestFiniteMagnitude)
    var slots = [below] + counts + [above, notANumber]
    values.withUnsafeBufferPointer {
      dlplot_histogram(
        $0.baseAddress, $0.count, lowerBound, scale, thresholds, n + 1, &slots)
    }
    below = slots[0]
    counts.replaceSubrange(counts.indices, with: slots[1...n])
    above = slots[n + 1]
    notANumber = slots[n + 2]
  }

  /// Adds the counts of another histogram with the same bins.
  ///
  /// - Precondition: bounds and number of bins are the same.
  package mutating func add(_ other: Histogram) {
    precondition(edges == other.edges, "histograms with different bins")
    for i in counts.indices { counts[i] += other.counts[i] }
    below += other.below
    above += other.above
    notANumber += other.notANumber
  }
}
