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
}
