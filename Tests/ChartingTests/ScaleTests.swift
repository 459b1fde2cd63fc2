import Testing

@testable import Charting

struct ScaleTests {
  @Test func `a linear scale maps its ends to 0 and 1, and back exactly`() throws {
    let scale = try ContinuousScale(kind: .linear, lower: -2, upper: 6)
    #expect(scale.position(-2) == 0)
    #expect(scale.position(0) == 0.25)
    #expect(scale.position(6) == 1)
    #expect(scale.position(14) == 2)
    #expect(scale.value(at: 0.25) == 0)
    #expect(scale.value(at: -0.5) == -6)
    #expect(scale.position(.nan).isNaN)
    #expect(scale.position(.infinity) == .infinity)
  }

  @Test func `a log scale puts decades at equal distances`() throws {
    let scale = try ContinuousScale(kind: .log10, lower: 0.01, upper: 1e6)
    for (index, value) in [0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6].enumerated() {
      #expect(scale.position(value) == Double(index) / 8)
      #expect(scale.value(at: Double(index) / 8) == value)
    }
    #expect(scale.position(0).isNaN)
    #expect(scale.position(-1).isNaN)
    #expect(scale.position(.nan).isNaN)
  }

  @Test func `a reversed scale starts at its upper end`() throws {
    let scale = try ContinuousScale(kind: .linear, lower: 0, upper: 10, reversed: true)
    #expect(scale.position(10) == 0)
    #expect(scale.position(0) == 1)
    #expect(scale.value(at: 0) == 10)
    #expect(scale.value(at: 0.25) == 7.5)
    let log = try ContinuousScale(kind: .log10, lower: 1, upper: 100, reversed: true)
    #expect(log.position(10) == 0.5)
    #expect(log.value(at: 1) == 1)
  }

  @Test func `ends the wrong way round turn the direction`() throws {
    let turned = try ContinuousScale(kind: .linear, lower: 10, upper: 0)
    #expect(turned == (try ContinuousScale(kind: .linear, lower: 0, upper: 10, reversed: true)))
    let twice = try ContinuousScale(kind: .linear, lower: 10, upper: 0, reversed: true)
    #expect(!twice.isReversed)
  }

  @Test func `an empty domain is widened around its value`() throws {
    let cases: [(ScaleKind, Double, Double, Double)] = [
      (.linear, 0, -1, 1), (.linear, 50, 45, 55), (.linear, -50, -55, -45),
      (.linear, .leastNonzeroMagnitude, -3 * .leastNonzeroMagnitude, 5 * .leastNonzeroMagnitude),
      (.log10, 1, 1 / 10.0.squareRoot(), 10.0.squareRoot()),
    ]
    for (kind, value, lower, upper) in cases {
      let scale = try ContinuousScale(kind: kind, lower: value, upper: value)
      #expect(scale.lower == lower && scale.upper == upper)
      #expect(abs(scale.position(value) - 0.5) < 1e-12)
    }
    for value in [Double.greatestFiniteMagnitude / 2, .leastNonzeroMagnitude] {
      let scale = try ContinuousScale(kind: .log10, lower: value, upper: value)
      #expect(scale.lower < scale.upper && scale.lower > 0 && scale.upper.isFinite)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a domain that is not finite is refused by name`(end: Double) {
    #expect(
      performing: {
        _ = try ContinuousScale(kind: .linear, lower: 0, upper: end)
      },
      throws: { error in
        guard case ChartError.domainNotFinite = error else { return false }
        return "\(error)".contains("0.0...\(end)")
      })
  }

  @Test func `a log domain with zero, and one that is too wide, are refused by name`() {
    #expect(throws: ChartError.logDomainNotPositive(lower: 0, upper: 12)) {
      _ = try ContinuousScale(kind: .log10, lower: 0, upper: 12)
    }
    #expect(throws: ChartError.domainTooWide(lower: -1.7e308, upper: 1.7e308)) {
      _ = try ContinuousScale(kind: .linear, lower: -1.7e308, upper: 1.7e308)
    }
    #expect(
      "\(ChartError.logDomainNotPositive(lower: 0, upper: 12))"
        == "invalid log scale domain: 0.0...12.0 (both ends must be above 0)")
  }

  @Test func `positions keep the order of values, however near they are`() throws {
    var random = TickRandom(seed: 21)
    for kind in [ScaleKind.linear, .log10] {
      for _ in 0..<2_000 {
        let lower = random.magnitude(-300...299)
        let upper = lower * (1 + 0x1p-50 * Double(1 + random.integer(bits: 1 + random.below(50))))
        let scale = try ContinuousScale(kind: kind, lower: lower, upper: upper)
        var values = (0..<5).map { _ in lower + (upper - lower) * random.unit() }
        values.sort()
        let positions = values.map(scale.position)
        for (index, position) in positions.enumerated().dropFirst() {
          #expect(position >= positions[index - 1])
          #expect(position > positions[index - 1] || values[index] == values[index - 1])
        }
        #expect(positions.allSatisfy { $0 >= 0 && $0 <= 1 })
      }
    }
  }

  @Test func `bands and gaps fill the axis`() {
    let scale = BandScale(categories: ["a", "b", "c"], paddingInner: 0.2, paddingOuter: 0.1)
    // 3 bands of 0.8 steps, 2 gaps of 0.2, 0.1 on either side: 3 steps.
    let bands = (0..<3).map(scale.band)
    for (index, band) in bands.enumerated() {
      #expect(abs(band.width - 0.8 / 3) < 1e-15)
      #expect(abs(band.start - (0.1 + Double(index)) / 3) < 1e-15)
    }
    let tight = BandScale(categories: ["a", "b"], paddingInner: 0, paddingOuter: 0)
    #expect(tight.band(0) == (0, 0.5))
    #expect(tight.band(1) == (0.5, 0.5))
    let one = BandScale(categories: ["a"], paddingInner: 0.5, paddingOuter: 0)
    #expect(one.band(0) == (0.25, 0.5))
    let odd = BandScale(categories: [], paddingInner: .nan, paddingOuter: -1)
    #expect(odd.band(0).width.isFinite)
  }
}
