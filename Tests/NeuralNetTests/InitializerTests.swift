import DenseMath
import NeuralNet
import Testing

struct InitializerTests {
  @Test("standard deviations are those of the papers")
  func formulas() throws {
    func deviation(_ name: String) throws -> Double {
      try Initializer(name: name).standardDeviation(fanIn: 50, fanOut: 200)
    }
    #expect(try deviation("std=0.25") == 0.25)
    #expect(abs(try deviation("xavier") - 0.14142135623730951) < 1e-16)
    #expect(abs(try deviation("lecun") - 0.14142135623730951) < 1e-16)
    #expect(abs(try deviation("he") - 0.2) < 1e-16)
    #expect(abs(try deviation("glorot") - 0.08944271909999159) < 1e-16)
    #expect(abs(try deviation("orthogonal") - 0.07071067811865475) < 1e-16)
  }

  @Test(
    "drawn weights have mean 0 and the formula's deviation", arguments: ["std=2", "xavier", "he"])
  func moments(name: String) throws {
    let initializer = try Initializer(name: name)
    let weights = initializer.weights(
      fanIn: 200, fanOut: 100, stream: RandomStream(seed: 3).substream(.weights))
    let count = 20_000.0
    let mean = weights.elements.reduce(0.0) { $0 + Double($1) } / count
    let square = weights.elements.reduce(0.0) { $0 + Double($1) * Double($1) } / count
    let expected = initializer.standardDeviation(fanIn: 200, fanOut: 100)
    #expect(abs(mean) < 5 * expected / count.squareRoot())
    #expect(abs(square.squareRoot() / expected - 1) < 5 / (2 * count).squareRoot())
  }

  @Test(
    "orthogonal weights are orthonormal",
    arguments: [(6, 6), (30, 20), (20, 30), (1, 5), (100, 100)])
  func orthogonal(fanIn: Int, fanOut: Int) {
    let weights = Initializer.orthogonal.weights(
      fanIn: fanIn, fanOut: fanOut, stream: RandomStream(seed: 1))
    let isWide = fanOut > fanIn
    let count = min(fanIn, fanOut)
    for i in 0..<count {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<max(fanIn, fanOut) {
          let a = isWide ? weights[i, k] : weights[k, i]
          let b = isWide ? weights[j, k] : weights[k, j]
          sum += Double(a) * Double(b)
        }
        #expect(abs(sum - (i == j ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test("names are read back, wrong ones are told what there is")
  func names() throws {
    for name in ["std=1", "std=0.01", "std=1e-05", "xavier", "glorot", "he", "lecun", "orthogonal"]
    {
      #expect(try Initializer(name: name).name == name)
    }
    #expect(throws: InitializerError.unknownName("hee")) { try Initializer(name: "hee") }
    for text in ["std=", "std=0", "std=-1", "std=nan", "std=1e9", "std=x"] {
      #expect(throws: InitializerError.self) { try Initializer(name: text) }
    }
  }
}
