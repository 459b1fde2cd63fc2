/// A number held as the unevaluated sum of two Doubles, some 106 bits.
///
/// Built without fused operations: sums after Knuth, products after Veltkamp and Dekker.
/// - Source: Dekker, "A floating-point technique for extending the available precision", 1971.
struct DoubleDouble {
  /// The value rounded to a Double.
  var high: Double
  /// What `high` leaves, at most half a unit in its last place.
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// `a + b` without error; neither needs to be the larger one.
  static func sum(_ a: Double, _ b: Double) -> Self {
    let s = a + b
    let bRounded = s - a
    return Self(s, (a - (s - bRounded)) + (b - bRounded))
  }

  /// `a * b` without error, for magnitudes below 2^990 whose product is above 2^-960.
  static func product(_ a: Double, _ b: Double) -> Self {
    let p = a * b
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    return Self(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  /// The upper 26 bits, rounded, and the rest.
  private static func halves(_ a: Double) -> (high: Double, low: Double) {
    let c = 0x1.0000002p27 * a
    let high = c - (c - a)
    return (high, a - high)
  }

  /// The value rounded to a Double.
  var rounded: Double { high + low }

  static func + (a: Self, b: Double) -> Self {
    let s = sum(a.high, b)
    return sum(s.high, s.low + a.low)
  }

  static func + (a: Self, b: Self) -> Self {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = sum(s.high, s.low + t.high)
    return sum(u.high, u.low + t.low)
  }

  static func * (a: Self, b: Double) -> Self {
    let p = product(a.high, b)
    return sum(p.high, p.low + a.low * b)
  }

  static func * (a: Self, b: Self) -> Self {
    let p = product(a.high, b.high)
    return sum(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Self, b: Self) -> Self {
    let q = a.high / b.high
    let rest = a + b * -q
    return sum(q, rest.rounded / b.high)
  }
}

/// Evaluates a polynomial at `x`, coefficients from the lowest power up.
@inline(__always)
func horner(_ x: Double, _ coefficients: Double...) -> Double {
  var sum = 0.0
  for coefficient in coefficients.reversed() { sum = sum * x + coefficient }
  return sum
}
