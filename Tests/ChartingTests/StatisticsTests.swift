import Testing

@testable import Charting

struct StatisticsTests {
  private static let probabilities = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]

  /// Printed by `numpy.quantile` 2.4.6.
  private static let quantiles: [([Double], [Double])] = [
    ([3.5, -1, 4, 1.25, 5, 9, -2.5], [-2.5, -1.6, 0.125, 3.5, 4.5, 6.6, 9]),
    ([3.5, -1, 4, 1.25], [-1, -0.325, 0.6875, 2.375, 3.625, 3.85, 4]),
  ]

  @Test(arguments: quantiles)
  func `quantiles are those of NumPy`(values: [Double], expected: [Double]) throws {
    for (probability, value) in zip(Self.probabilities, expected) {
      let quantile = try #require(Quantile.type7(values, probability))
      #expect(abs(quantile - value) < 1e-14)
    }
  }

  @Test func `quantiles pass over NaN and infinity and stay in the sample`() {
    #expect(Quantile.median([.nan, 2, .infinity, 1, 3]) == 2)
    #expect(Quantile.median([]) == nil)
    #expect(Quantile.median([.nan, -.infinity]) == nil)
    #expect(Quantile.type7([4], 0.3) == 4)
    #expect(Quantile.type7([1, 2], -1) == 1)
    #expect(Quantile.type7([1, 2], 7) == 2)
    #expect(Quantile.type7([1, 2], .nan) == nil)
    #expect(Quantile.type7([0.1, 0.1, 0.1], 0.37) == 0.1)
    #expect(Quantile.median([-1.7e308, 1.7e308]) == 0)
  }

  @Test func `a band spans the runs that have a value at a place`() {
    let runs = [
      RunCurve(x: [1, 2, 3, 4], y: [5, 4, 3, .nan]),
      RunCurve(x: [1, 2, 3], y: [6, 2, 3.5]),
      RunCurve(x: [3, 1], y: [2, 10]),
    ]
    let points = RunBand.range.points(of: runs)
    #expect(
      points == [
        RunBandPoint(x: 1, lower: 5, median: 6, upper: 10, runs: 3),
        RunBandPoint(x: 2, lower: 2, median: 3, upper: 4, runs: 2),
        RunBandPoint(x: 3, lower: 2, median: 3, upper: 3.5, runs: 3),
      ])
    let quartiles = RunBand.quantiles(lower: 0.25, upper: 0.75).points(of: runs)
    #expect(quartiles[0] == RunBandPoint(x: 1, lower: 5.5, median: 6, upper: 8, runs: 3))
    #expect(RunBand.range.points(of: []).isEmpty)
  }

  @Test func `the order of runs and of their points does not matter`() {
    var random = TickRandom(seed: 41)
    let runs = (0..<5).map { _ in
      RunCurve(x: (0..<20).map(Double.init), y: (0..<20).map { _ in random.unit() })
    }
    let turned = runs.reversed().map { RunCurve(x: $0.x.reversed(), y: $0.y.reversed()) }
    #expect(RunBand.range.points(of: runs) == RunBand.range.points(of: turned))
  }

  @Test func `a resumed run counts once, with its later value`() {
    let run = RunCurve(x: [1, 2, 3, 2, 3], y: [1, 2, 3, 20, 30])
    let points = RunBand.range.points(of: [run])
    #expect(points.map(\.median) == [1, 20, 30])
    #expect(points.allSatisfy { $0.runs == 1 })
  }

  @Test func `the exponential average looks both ways`() throws {
    // The two sums in exact fractions, by Python's `fractions`.
    let half = try ExponentialAverage(weight: 0.5).smoothed([1, 2, 3])
    #expect(half == [1, 2, 17.0 / 7])
    let values = try ExponentialAverage(weight: 0.9).smoothed([2.5, 1, .nan, 0.5, 4, 0.25])
    let expected = [
      2.5, 1.3214285714285714, .nan, 1.635180995475113, 1.6841438119382346, 1.6176039657151229,
    ]
    for (value, expected) in zip(values, expected) {
      #expect(value.isNaN == expected.isNaN)
      #expect(value.isNaN || abs(value - expected) < 1e-15 * 8)
    }
  }

  @Test func `smoothing leaves constants, gaps and the unsmoothed as they are`() throws {
    let smoother = try ExponentialAverage(weight: 0.97)
    #expect(smoother.smoothed([0.1, 0.1, 0.1]) == [0.1, 0.1, 0.1])
    #expect(smoother.smoothed([]).isEmpty)
    #expect(smoother.smoothed([1, .infinity, 1])[1] == .infinity)
    #expect(try ExponentialAverage(weight: 0).smoothed([3, 1, 2]) == [3, 1, 2])
    for weight in [1, -0.1, .nan, .infinity] {
      #expect(throws: ChartError.self) { _ = try ExponentialAverage(weight: weight) }
    }
    #expect(
      "\(ChartError.smoothingWeight(1))" == "invalid smoothing: 1.0 (0 up to, not including, 1)")
  }
}
