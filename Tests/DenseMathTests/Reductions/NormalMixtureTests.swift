import DenseMath
import Testing

@Suite struct NormalMixtureTests {
  @Test(arguments: [1, 2, 5])
  func densitiesAreSumsOfTheirTerms(dimensions: Int) {
    let mixture = SampleMixture(points: 40, dimensions: dimensions, kernels: 48)
    for kernels in [0, 8, 48] {
      for (point, density) in mixture.densities(kernels: kernels).enumerated() {
        let sum = (0..<kernels).reduce(0) { $0 + mixture.term(point, $1) }
        // Terms below exp(-700) count as that.
        #expect((density - sum).magnitude <= 1e-14 * sum + 1e-300, "point \(point)")
      }
    }
  }

  @Test func eachTermIsCloseToTheExponential() {
    var largest = 0.0
    for i in -2790...2790 {
      let exponent = Double(i) * 0.25 + 0.123
      var sums = [0.0]
      NormalMixture.densities(
        of: [], dimensions: 0, means: [], inverses: [],
        logs: [exponent] + [Double](repeating: 0, count: 7),
        weights: [1] + [Double](repeating: 0, count: 7), kernels: 8, into: &sums)
      let truth = Elementary.exp(exponent)
      largest = max(largest, (sums[0] / truth - 1).magnitude)
    }
    #expect(largest <= 0x1p-50)
  }
}
