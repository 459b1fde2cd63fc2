import DenseMath
import Testing

/// The normal distribution over the reference values of mpmath.
@Suite struct NormalDistributionTests {
  /// Expects errors of at most `bound` units in the last place, an absolute one taken off first.
  private func expectErrors(
    of name: String, atMost bound: Double, allowing absolute: Double = 0,
    _ function: (Double) -> Double
  ) throws {
    let lines = try ReferenceFile("double-\(name)").lines
    #expect(lines.count > 400)
    for line in lines {
      let x = try Double(hexadecimalBits: line[0])
      let truth = try Double(hexadecimalBits: line[1])
      let error = unitsInTheLastPlace(function(x), from: truth, rest: try Int(decimal: line[2]))
      #expect(error - absolute / truth.magnitude.ulp <= bound, "\(name)(\(x))")
    }
  }

  @Test func distributionKeepsItsTails() throws {
    try expectErrors(of: "normalCumulative", atMost: 4, Elementary.normalCumulative)
  }

  @Test func logarithmKeepsBothTails() throws {
    try expectErrors(of: "logNormalCumulative", atMost: 3, Elementary.logNormalCumulative)
  }

  @Test func quantilesOfLogarithms() throws {
    try expectErrors(of: "normalQuantile", atMost: 4, allowing: 0x1p-52) {
      Elementary.normalQuantile(ofLogarithm: $0)
    }
  }

  @Test func specialValues() {
    #expect(Elementary.normalCumulative(0) == 0.5)
    #expect(Elementary.normalCumulative(-.infinity) == 0)
    #expect(Elementary.normalCumulative(.infinity) == 1)
    #expect(Elementary.normalCumulative(.nan).isNaN)
    #expect(Elementary.logNormalCumulative(-.infinity) == -.infinity)
    #expect(Elementary.logNormalCumulative(.infinity) == 0)
    #expect(Elementary.logNormalCumulative(.nan).isNaN)
    #expect(Elementary.normalQuantile(ofLogarithm: 0) == .infinity)
    #expect(Elementary.normalQuantile(ofLogarithm: -.infinity) == -.infinity)
    #expect(Elementary.normalQuantile(ofLogarithm: 0.5).isNaN)
    #expect(Elementary.normalQuantile(ofLogarithm: .nan).isNaN)
    #expect(Elementary.logOnePlus(-1) == -.infinity)
    #expect(Elementary.logOnePlus(-1.5).isNaN)
    #expect(Elementary.logOnePlus(.nan).isNaN)
    #expect(Elementary.logOnePlus(.infinity) == .infinity)
    #expect(Elementary.expMinusOne(.nan).isNaN)
    #expect(Elementary.expMinusOne(-.infinity) == -1)
    #expect(Elementary.expMinusOne(.infinity) == .infinity)
    #expect(Elementary.expMinusOne(-0.0).sign == .minus)
    #expect(Elementary.logOnePlus(-0.0).sign == .minus)
  }
}
