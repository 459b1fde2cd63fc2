import DenseMath
import Testing

@testable import Search

/// Against values of mpmath with 50 digits.
@Suite struct TruncatedNormalTests {
  @Test func masses() {
    // erfc(a / sqrt(2)) / 2 - erfc(b / sqrt(2)) / 2 and its logarithm.
    #expect(relativeDifference([TruncatedNormal.mass(-1, 2)], [0.8185946141203637]) < 1e-15)
    #expect(relativeDifference([TruncatedNormal.mass(5, 6)], [2.8566498423415621e-07]) < 1e-15)
    #expect(
      TruncatedNormal.mass(-6, -5) == TruncatedNormal.mass(5, 6))
    #expect(relativeDifference([TruncatedNormal.logMass(50, 51)], [-1254.8313611394199]) < 1e-15)
    #expect(TruncatedNormal.mass(-100, 100) == 1)
  }

  @Test(arguments: [
    (-1.0, 2.0), (-0.01, 30.0), (-60.0, 0.5), (0.0, 1.0), (3.0, 4.0), (-50.0, -45.0),
  ])
  func quantilesInvertMasses(a: Double, b: Double) {
    #expect(TruncatedNormal.quantile(0, a, b) == a)
    for u in [0.001, 0.3, 0.5, 0.8, 0.9999] {
      let x = TruncatedNormal.quantile(u, a, b)
      #expect(a <= x && x <= b)
      let share = TruncatedNormal.logMass(a, x) - TruncatedNormal.logMass(a, b)
      #expect((share - Elementary.log(u)).magnitude < 1e-9, "\(u) of \(a) ... \(b)")
    }
  }

  @Test func eightQuantilesHaveTheBitsOfOne() {
    let bounds = [
      (-1.0, 2.0), (-0.01, 30.0), (-60.0, 0.5), (0.0, 1.0), (3.0, 4.0), (-50.0, -45.0), (-3.0, 0.0),
      (-38.5, 39.2), (-0.3, 0.4), (-8.1, 7.9), (-1e-9, 1e-9),
    ]
    let shares = [
      0, 1e-300, 1e-12, 0.001, 0.3, 0.4999999, 0.5, 0.50000001, 0.8, 0.9999, 1 - 0x1p-53,
    ]
    var cases: [(u: Double, a: Double, b: Double)] = []
    for (a, b) in bounds { cases += shares.map { ($0, a, b) } }
    for first in cases.indices {
      var (u, a, b) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
      for lane in 0..<8 { (u[lane], a[lane], b[lane]) = cases[(first + lane * 37) % cases.count] }
      let x = TruncatedNormal.quantile(u, a, b)
      for lane in 0..<8 {
        let alone = TruncatedNormal.quantile(u[lane], a[lane], b[lane])
        #expect(
          x[lane].bitPattern == alone.bitPattern, "\(u[lane]) of \(a[lane]) ... \(b[lane])")
      }
    }
  }
}
