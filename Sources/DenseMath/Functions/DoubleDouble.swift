/// What is computed with at a time: one Double, or eight side by side with the same bits.
protocol DoubleLanes {
  init(repeating value: Double)
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
}

extension Double: DoubleLanes {
  init(repeating value: Double) { self = value }
}

extension SIMD8<Double>: DoubleLanes {}

/// A number held as the unevaluated sum of two Doubles, some 106 bits.
typealias DoubleDouble = DoubledLanes<Double>

/// Numbers held as unevaluated sums of two Doubles each.
///
/// Built without fused operations: sums after Knuth, products after Veltkamp and Dekker.
/// - Source: Dekker, "A floating-point technique for extending the available precision", 1971.
struct DoubledLanes<Lanes: DoubleLanes> {
  /// The value rounded to a Double.
  var high: Lanes
  /// What `high` leaves, at most half a unit in its last place.
  var low: Lanes

  @inline(__always)
  init(_ high: Lanes, _ low: Lanes = Lanes(repeating: 0)) {
    self.high = high
    self.low = low
  }

  /// `a + b` without error; neither needs to be the larger one.
  @inline(__always)
  static func sum(_ a: Lanes, _ b: Lanes) -> Self {
    let s = a + b
    let bRounded = s - a
    return Self(s, (a - (s - bRounded)) + (b - bRounded))
  }

  /// `a * b` without error, for magnitudes below 2^990 whose product is above 2^-960.
  @inline(__always)
  static func product(_ a: Lanes, _ b: Lanes) -> Self {
    let p = a * b
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    return Self(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  /// The upper 26 bits, rounded, and the rest.
  @inline(__always)
  private static func halves(_ a: Lanes) -> (high: Lanes, low: Lanes) {
    let c = Lanes(repeating: 0x1.0000002p27) * a
    let high = c - (c - a)
    return (high, a - high)
  }

  /// The value rounded to a Double.
  @inline(__always)
  var rounded: Lanes { high + low }

  @inline(__always)
  static func + (a: Self, b: Lanes) -> Self {
    let s = sum(a.high, b)
    return sum(s.high, s.low + a.low)
  }

  @inline(__always)
  static func + (a: Self, b: Self) -> Self {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = sum(s.high, s.low + t.high)
    return sum(u.high, u.low + t.low)
  }

  @inline(__always)
  static func * (a: Self, b: Lanes) -> Self {
    let p = product(a.high, b)
    return sum(p.high, p.low + a.low * b)
  }

  @inline(__always)
  static func * (a: Self, b: Self) -> Self {
    let p = product(a.high, b.high)
    return sum(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func / (a: Self, b: Self) -> Self {
    let q = a.high / b.high
    let rest = a + b * (Lanes(repeating: -1) * q)
    return sum(q, rest.rounded / b.high)
  }
}

/// Evaluates a polynomial at `x`, coefficients from the lowest power up.
@inline(__always)
func horner<Lanes: DoubleLanes>(_ x: Lanes, _ coefficients: Double...) -> Lanes {
  var sum = Lanes(repeating: 0)
  for coefficient in coefficients.reversed() { sum = sum * x + Lanes(repeating: coefficient) }
  return sum
}
