extension Elementary {
  /// Returns `x` raised to `y`, exact where the true value is a Double.
  ///
  /// Special cases are those of IEEE 754: anything to the power of zero is 1, also NaN; 1 to any
  /// power is 1, also to NaN; a negative `x` needs an integer `y`, else the result is NaN.
  package static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let magnitude = x.magnitude
    if y.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let isInteger = isInteger(y)
    let isOdd = isInteger && !Self.isInteger(y * 0.5)
    if x < 0 && !isInteger && x.isFinite { return .nan }
    let power: Double
    if magnitude == 0 || magnitude.isInfinite {
      power = (magnitude == 0) == (y > 0) ? 0 : .infinity
    } else {
      power = positivePower(magnitude, y)
    }
    return isOdd && x.sign == .minus ? -power : power
  }

  /// Whether a finite number is an integer, as all from 2^52 on are.
  private static func isInteger(_ y: Double) -> Bool {
    y.magnitude >= 0x1p52 || y == Double(Int64(y))
  }

  /// `exp(y ln x)` for a positive finite `x` other than 1 and a finite `y` other than 0.
  private static func positivePower(_ x: Double, _ y: Double) -> Double {
    let logarithm = logarithm(x)
    // Far outside the range the exact product could overflow itself.
    let estimate = logarithm.high * y
    if estimate > 800 { return .infinity }
    if estimate < -800 { return 0 }
    // Here the power is 1 to the last bit, and the exact product could underflow.
    if estimate.magnitude < 0x1p-60 { return 1 }
    return exp(logarithm * y)
  }
}
