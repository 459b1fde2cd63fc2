extension Elementary {
  /// Returns `e` raised to `x`.
  package static func exp(_ x: Double) -> Double {
    x.isNaN ? .nan : exp(DoubleDouble(x))
  }

  /// `e` raised to a number that is no NaN.
  ///
  /// With `x = k ln 2 + r`, `exp(x)` is `2^k exp(r)`. Of the series of `exp(r)` the terms up to the
  /// second are summed in two Doubles, the rest is a polynomial below 1 % of the whole.
  static func exp(_ x: DoubleDouble) -> Double {
    if x.high > 710 { return .infinity }
    if x.high < -746 { return 0 }
    let parts = exponentialParts(x)
    return scale((parts.fraction + 1).rounded, by: parts.exponent)
  }

  /// Returns `exp(x) - 1`, to full accuracy also where `x` is close to zero.
  package static func expMinusOne(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    // Below, the square is less than a fourth of the last bit.
    if x.magnitude < 0x1p-54 { return x }
    if x > 710 { return .infinity }
    if x < -40 { return -1 }
    let parts = exponentialParts(DoubleDouble(x))
    // The one is a two hundredth of the last bit.
    if parts.exponent > 60 { return scale((parts.fraction + 1).rounded, by: parts.exponent) }
    let power = powerOfTwo(parts.exponent)
    let scaled = DoubleDouble(parts.fraction.high * power, parts.fraction.low * power)
    return (scaled + DoubleDouble.sum(power, -1)).rounded
  }

  /// Splits `exp(x)`, for magnitudes below 2^51, into a power of two and `1 + fraction`.
  private static func exponentialParts(
    _ x: DoubleDouble
  ) -> (exponent: Int, fraction: DoubleDouble) {
    let (k, fraction) = exponentialSeries(x)
    return (Int(k), fraction)
  }

  /// The same with the exponent as a whole Double.
  @inline(__always)
  static func exponentialSeries<Lanes>(
    _ x: DoubledLanes<Lanes>
  ) -> (exponent: Lanes, fraction: DoubledLanes<Lanes>) {
    let shift = Lanes(repeating: 0x1.8p52)
    let k = (x.high * Lanes(repeating: 0x1.71547652b82fep+0) + shift) - shift
    // The upper part of ln 2 has 42 bits: its product with k is exact.
    let low = Lanes(repeating: -1) * (k * Lanes(repeating: 0x1.ef35793c76730p-45))
    let r =
      DoubledLanes.sum(x.high - k * Lanes(repeating: 0x1.62e42fefa3800p-1), x.low) + low
    let r2 = r * r
    let tail = horner(
      r.high, 0x1.5555555555555p-3, 0x1.5555555555556p-5, 0x1.1111111111110p-7,
      0x1.6c16c16c162dbp-10, 0x1.a01a01a01b17ep-13, 0x1.a01a01a6d5655p-16,
      0x1.71de3a50e14b7p-19, 0x1.27e4db6d032aep-22, 0x1.ae645b08b22f9p-26,
      0x1.1f72f39220329p-29, 0x1.61722e90d3208p-33)
    let half = Lanes(repeating: 0.5)
    let halfSquare = DoubledLanes(r2.high * half, r2.low * half)
    return (k, halfSquare + r.high * r2.high * tail + r)
  }

  /// The integer nearest to `x`, of two the even one, for magnitudes below 2^51.
  ///
  /// Without `rounded()`, which calls the system's library where the processor lacks SSE 4.1.
  package static func nearestInteger(_ x: Double) -> Double {
    (x + 0x1.8p52) - 0x1.8p52
  }

  /// `x` times 2 to the power of `exponent`, rounded once where that is subnormal.
  private static func scale(_ x: Double, by exponent: Int) -> Double {
    let first = exponent / 2
    return x * powerOfTwo(first) * powerOfTwo(exponent - first)
  }

  /// 2 to the power of `exponent`, which lies in -1022 ... 1023.
  private static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
  }
}
