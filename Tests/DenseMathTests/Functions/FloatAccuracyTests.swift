import DenseMath
import Testing

/// Largest errors of the Float functions over the reference values of mpmath.
@Suite struct FloatAccuracyTests {
  @Test(
    arguments: [
      ("exp", .exp), ("log", .log), ("tanh", .tanh), ("sigmoid", .sigmoid), ("erf", .erf),
      ("gelu", .gelu), ("geluDerivative", .geluDerivative),
    ] as [(String, Elementary.Map)])
  func mapsAreWithinAHundredthOfTheBestRounding(name: String, map: Elementary.Map) throws {
    let lines = try ReferenceFile("float-\(name)").lines
    let arguments = try lines.map { try Float(hexadecimalBits: $0[0]) }
    let results = map.results(arguments)
    #expect(arguments.count > 500)
    // The derivative of GELU has a root, next to which its terms cancel.
    let cancelled = map == .geluDerivative ? 0x1p-35 : 0
    for (line, result) in zip(lines, results) {
      let truth = try Double(hexadecimalBits: line[1])
      let error = unitsInTheLastPlace(result, from: truth, allowing: cancelled)
      #expect(error <= 0.51, "\(name)(\(line[0]))")
    }
  }

  private let functions: [String: (Float) -> Float] = [
    "sin": Elementary.sin, "cos": Elementary.cos,
  ]

  @Test(arguments: ["sin", "cos"])
  func trigonometryOfEveryFiniteArgument(name: String) throws {
    let function = try #require(functions[name])
    for line in try ReferenceFile("float-\(name)").lines {
      let x = try Float(hexadecimalBits: line[0])
      let error = unitsInTheLastPlace(function(x), from: try Double(hexadecimalBits: line[1]))
      #expect(error <= 0.501, "\(name)(\(x))")
    }
  }

  @Test func powers() throws {
    for line in try ReferenceFile("float-pow").lines {
      let (x, y) = (try Float(hexadecimalBits: line[0]), try Float(hexadecimalBits: line[1]))
      let truth = try Double(hexadecimalBits: line[2])
      #expect(unitsInTheLastPlace(Elementary.pow(x, y), from: truth) <= 0.501, "\(x)^\(y)")
    }
  }

  @Test func nearItsRootTheDerivativeOfGeluHasASmallAbsoluteError() {
    // The root and the slope there, to 20 digits, by mpmath.findroot.
    let root = -0.75179152469356445746
    let slope = 0.43149399231404691979
    for step in -200...200 {
      let x = Float(root) + Float(step) * 0x1p-24
      let error = Double(Elementary.geluDerivative(x)) - slope * (Double(x) - root)
      #expect(error.magnitude < 0x1p-33)
    }
  }
}
