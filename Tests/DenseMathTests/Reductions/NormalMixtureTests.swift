import DenseMath
import Testing

@Suite struct NormalMixtureTests {
  @Test(arguments: [1, 2, 5])
  func densitiesAreSumsOfTheirTerms(dimensions: Int) {
    let mixture = SampleMixture(points: 40, dimensions: dimensions, kernels: 48)
    for kernels in [0, 8, 48] {
      for (point, density) in mixture.densities(kernels: kernels).enumerated() {
        let sum = (0..<kernels).reduce(0) { $0 + mixture.term(point, $1) }
        // Terms below exp(-400) count as nothing.
        #expect((density - sum).magnitude <= 1e-14 * sum + 1e-170, "point \(point)")
      }
    }
  }

  @Test func eachTermIsCloseToTheExponential() {
    var largest = 0.0
    for i in -1600...2790 {
      let exponent = Double(i) * 0.25 + 0.123
      largest = max(largest, (term(exponent) / Elementary.exp(exponent) - 1).magnitude)
    }
    #expect(largest <= 0x1p-50)
  }

  /// A product of a small weight with a term that is next to nothing would be denormal, and slow.
  @Test func aTermNextToNothingIsZero() {
    #expect(term(-400) > 0)
    for exponent in [(-400.0).nextDown, -401, -700, -745, -1e6, -1e300, -Double.infinity] {
      #expect(term(exponent) == 0, "exp(\(exponent))")
    }
  }

  /// The exponential as a mixture of one kernel.
  private func term(_ exponent: Double) -> Double {
    var sums = [Double.nan]
    NormalMixture.densities(
      of: [], dimensions: 0, means: [], inverses: [],
      logs: [exponent] + [Double](repeating: 0, count: 7),
      weights: [1] + [Double](repeating: 0, count: 7), kernels: 8, into: &sums)
    return sums[0]
  }
}
