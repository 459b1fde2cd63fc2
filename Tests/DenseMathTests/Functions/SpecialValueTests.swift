import DenseMath
import Testing

/// Zeros, infinities, NaN, overflow and underflow.
@Suite struct SpecialValueTests {
  /// Bits of the one NaN that results may have.
  private let nan32: UInt32 = 0x7fc0_0000
  private let nan64: UInt64 = 0x7ff8_0000_0000_0000

  @Test(
    arguments: [
      (.exp, [0: 1, -0.0: 1, .infinity: .infinity, 88.72284: .infinity, 88.72283: 0x1.ffff08p127]),
      (.log, [1: 0, .infinity: .infinity, 0x1p-149: -103.27893]),
      (.tanh, [.infinity: 1, -.infinity: -1, 9.02: 1, -9.02: -1, 0x1p-149: 0x1p-149]),
      (.sigmoid, [0: 0.5, -0.0: 0.5, .infinity: 1, 17.33: 1, -103.972: 0x1p-149, -104: 0]),
      (.erf, [.infinity: 1, -.infinity: -1, 3.92: 1, -3.92: -1, 0x1p-149: 0x1p-149]),
      (.gelu, [.infinity: .infinity, 0x1p100: 0x1p100, 8: 8]),
      (.geluDerivative, [0: 0.5, -0.0: 0.5, .infinity: 1, 20: 1]),
    ] as [(Elementary.Map, KeyValuePairs<Float, Float>)])
  func known(map: Elementary.Map, values: KeyValuePairs<Float, Float>) {
    for (x, y) in values {
      #expect(map(x).bitPattern == y.bitPattern, "\(map)(\(x))")
    }
  }

  @Test func resultsThatUnderflowKeepTheirSign() {
    #expect(Elementary.exp(-.infinity as Float).bitPattern == Float(0).bitPattern)
    #expect(Elementary.exp(-104 as Float).bitPattern == Float(0).bitPattern)
    #expect(Elementary.sigmoid(-.infinity).bitPattern == Float(0).bitPattern)
    for x: Float in [-.infinity, -1e30, -20] {
      #expect(Elementary.gelu(x).bitPattern == Float(-0.0).bitPattern)
      #expect(Elementary.geluDerivative(x).bitPattern == Float(-0.0).bitPattern)
    }
  }

  @Test(arguments: [.tanh, .erf, .gelu] as [Elementary.Map])
  func oddFunctionsKeepTheSignOfZero(map: Elementary.Map) {
    #expect(map(0).bitPattern == Float(0).bitPattern)
    #expect(map(-0.0).bitPattern == Float(-0.0).bitPattern)
  }

  @Test func logarithmsAtAndBelowZero() {
    for zero in [0, -0.0] as [Float] {
      #expect(Elementary.log(zero) == -.infinity)
      #expect(Elementary.log(Double(zero)) == -.infinity)
      #expect(Elementary.log2(Double(zero)) == -.infinity)
      #expect(Elementary.log10(Double(zero)) == -.infinity)
    }
    for x in [-1, -0x1p-149, -.infinity] as [Float] {
      #expect(Elementary.log(x).bitPattern == nan32)
      #expect(Elementary.log(Double(x)).bitPattern == nan64)
      #expect(Elementary.log2(Double(x)).bitPattern == nan64)
      #expect(Elementary.log10(Double(x)).bitPattern == nan64)
    }
    #expect(Elementary.log(Double.infinity) == .infinity)
    #expect(Elementary.log(1 as Double).bitPattern == Double(0).bitPattern)
  }

  @Test(arguments: [.nan, -.nan, .signalingNaN, Float(bitPattern: 0xffc1_2345)] as [Float])
  func everyNaNBecomesOneNaN(nan: Float) {
    for map in Elementary.Map.allCases {
      #expect(map(nan).bitPattern == nan32, "\(map)")
    }
    #expect(Elementary.sin(nan).bitPattern == nan32)
    #expect(Elementary.cos(nan).bitPattern == nan32)
    #expect(Elementary.pow(nan, 2 as Float).bitPattern == nan32)
    #expect(Elementary.exp(Double(nan)).bitPattern == nan64)
    #expect(Elementary.log10(Double(nan)).bitPattern == nan64)
  }

  @Test func trigonometryOfZeroAndInfinity() {
    #expect(Elementary.sin(0 as Double).bitPattern == Double(0).bitPattern)
    #expect(Elementary.sin(-0.0 as Double).bitPattern == Double(-0.0).bitPattern)
    #expect(Elementary.sin(-0.0 as Float).bitPattern == Float(-0.0).bitPattern)
    #expect(Elementary.sin(.leastNonzeroMagnitude as Double) == .leastNonzeroMagnitude)
    #expect(Elementary.cos(0 as Double) == 1)
    for x in [.infinity, -.infinity] as [Double] {
      #expect(Elementary.sin(x).bitPattern == nan64)
      #expect(Elementary.cos(x).bitPattern == nan64)
    }
  }

  @Test func exponentialsAtTheEndsOfDouble() {
    #expect(Elementary.exp(0 as Double) == 1)
    #expect(Elementary.exp(709.782712893384) == 0x1.fffffffffff2ap1023)
    #expect(Elementary.exp(709.782712893385) == .infinity)
    #expect(Elementary.exp(Double.infinity) == .infinity)
    #expect(Elementary.exp(-745.1332191019411) == .leastNonzeroMagnitude)
    #expect(Elementary.exp(-745.1332191019412) == 0)
    #expect(Elementary.exp(-Double.infinity) == 0)
  }

  /// The table of IEEE 754-2019, section 9.2.1, for `pow`.
  @Test func specialPowers() {
    let power: (Double, Double) -> Double = Elementary.pow
    for x in [0, -0.0, 1, -2, .infinity, .nan] as [Double] {
      #expect(power(x, 0) == 1)
      #expect(power(x, -0.0) == 1)
    }
    for y in [0, 5, .infinity, -.infinity, .nan] as [Double] { #expect(power(1, y) == 1) }
    #expect(power(.nan, 1).bitPattern == nan64)
    #expect(power(2, .nan).bitPattern == nan64)
    #expect(power(-2, 0.5).bitPattern == nan64)
    #expect(power(-1, .infinity) == 1)
    #expect(power(-1, -.infinity) == 1)
    #expect(power(0.5, .infinity) == 0)
    #expect(power(-2, .infinity) == .infinity)
    #expect(power(0.5, -.infinity) == .infinity)
    #expect(power(-2, -.infinity) == 0)
    #expect(power(0, -3) == .infinity)
    #expect(power(-0.0, -3) == -.infinity)
    #expect(power(-0.0, -2) == .infinity)
    #expect(power(-0.0, -2.5) == .infinity)
    #expect(power(-0.0, 3).bitPattern == Double(-0.0).bitPattern)
    #expect(power(-0.0, 2).bitPattern == Double(0).bitPattern)
    #expect(power(-.infinity, 3) == -.infinity)
    #expect(power(-.infinity, 2) == .infinity)
    #expect(power(-.infinity, 0.5) == .infinity)
    #expect(power(-.infinity, -3).bitPattern == Double(-0.0).bitPattern)
    #expect(power(.infinity, -0.5) == 0)
    #expect(power(-2, 3) == -8)
    #expect(power(-2, 0x1p53) == .infinity)
    #expect(power(0.5, 1e300) == 0)
    #expect(power(2, 1e-300) == 1)
    #expect(power(1.0000000000000002, 1e308) == .infinity)
    #expect(power(0x1p-1074, -1) == .infinity)
  }
}
