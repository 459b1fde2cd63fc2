import DenseMath
import Testing

/// Largest errors of the Double functions over the reference values of mpmath.
@Suite struct DoubleAccuracyTests {
  private let functions: [String: (Double) -> Double] = [
    "exp": Elementary.exp, "log": Elementary.log, "log2": Elementary.log2,
    "log10": Elementary.log10, "sin": Elementary.sin, "cos": Elementary.cos,
    "expMinusOne": Elementary.expMinusOne, "logOnePlus": Elementary.logOnePlus,
  ]

  @Test(
    arguments: ["exp", "log", "log2", "log10", "sin", "cos", "expMinusOne", "logOnePlus"])
  func functionsAreWithinATwentiethOfTheBestRounding(name: String) throws {
    let function = try #require(functions[name])
    let lines = try ReferenceFile("double-\(name)").lines
    #expect(lines.count > 500)
    for line in lines {
      let x = try Double(hexadecimalBits: line[0])
      let error = unitsInTheLastPlace(
        function(x), from: try Double(hexadecimalBits: line[1]), rest: try Int(decimal: line[2]))
      // A subnormal is rounded twice.
      let bound = function(x).isSubnormal ? 0.76 : 0.54
      #expect(error <= bound, "\(name)(\(x))")
    }
  }

  @Test func powersAreWithinATenthOfTheBestRounding() throws {
    for line in try ReferenceFile("double-pow").lines {
      let (x, y) = (try Double(hexadecimalBits: line[0]), try Double(hexadecimalBits: line[1]))
      let truth = try Double(hexadecimalBits: line[2])
      let power = Elementary.pow(x, y)
      let error = unitsInTheLastPlace(power, from: truth, rest: try Int(decimal: line[3]))
      #expect(error <= (power.isSubnormal ? 0.76 : 0.6), "\(x)^\(y)")
    }
  }

  @Test func wholePowersAndTheirLogarithmsAreExact() {
    var power = 1.0
    for k in 0...22 {
      #expect(Elementary.pow(10, Double(k)) == power)
      #expect(Elementary.log10(power) == Double(k))
      power *= 10
    }
    for k in -1074...1023 {
      let power = Double(sign: .plus, exponent: k, significand: 1)
      #expect(Elementary.pow(2, Double(k)) == power)
      #expect(Elementary.log2(power) == Double(k))
    }
    for k in 0...33 {
      #expect(Elementary.pow(-3, Double(k)) == (0..<k).reduce(1.0) { power, _ in power * -3 })
    }
  }

  @Test func powersOfTenAreThoseOfDecimalText() {
    for k in -330...312 {
      let text = Double("1e\(k)") ?? (k > 0 ? .infinity : 0)
      #expect(Elementary.powerOfTen(k) == text, "10^\(k)")
    }
    #expect(Elementary.powerOfTen(.min) == 0)
    #expect(Elementary.powerOfTen(.max) == .infinity)
  }
}
