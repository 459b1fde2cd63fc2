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

  /// Expects the bits of one at a time from eight at a time, whatever the neighbours are.
  private func expectSameBits(
    _ name: String, at points: [Double], _ one: (Double) -> Double,
    _ eight: (SIMD8<Double>) -> SIMD8<Double>
  ) {
    for first in points.indices {
      // Neighbours from all over, so that usual and unusual lanes meet.
      var x = SIMD8<Double>()
      for lane in 0..<8 { x[lane] = points[(first + lane * 131) % points.count] }
      let y = eight(x)
      for lane in 0..<8 {
        let expected = one(x[lane])
        let isSame =
          y[lane].bitPattern == expected.bitPattern || y[lane].isNaN && expected.isNaN
        #expect(isSame, "\(name)(\(x[lane])): \(y[lane]), alone \(expected)")
      }
    }
  }

  @Test func eightAtATimeHaveTheBitsOfOne() {
    let special = [0, -0.0, .infinity, -.infinity, .nan, 0.67, -0.67, 4, -4, 37, -37, 40, -40, 41]
    let around = (0..<4001).map { (Double($0) - 2000) * 0.0217 }
    expectSameBits(
      "normalCumulative", at: special + around, Elementary.normalCumulative,
      Elementary.normalCumulative)
    let magnitudes = (-1080...1020).map { 1.37 * Elementary.pow(2, Double($0)) }
    expectSameBits(
      "log", at: special + magnitudes + (1...999).map { Double($0) / 500 }, Elementary.log,
      Elementary.log)
    let logarithms =
      special + magnitudes.map { -$0 } + (1...4000).map { -Double($0) * 0.0031 }
      + [-0x1.62e42fefa39efp-1, -0x1.62e42fefa39eep-1, -0x1.62e42fefa39f0p-1]
    expectSameBits(
      "normalQuantile", at: logarithms, { Elementary.normalQuantile(ofLogarithm: $0) },
      { Elementary.normalQuantile(ofLogarithm: $0) })
  }
}
