extension Elementary {
  /// Returns the natural logarithm: negative infinity at zero, NaN below it.
  package static func log(_ x: Double) -> Double {
    specialLogarithm(x) ?? logarithm(x).rounded
  }

  /// Returns the natural logarithm of `1 + x`, to full accuracy also where `x` is close to zero:
  /// negative infinity at -1, NaN below it.
  package static func logOnePlus(_ x: Double) -> Double {
    // Below, the square is less than a fourth of the last bit.
    if x.magnitude < 0x1p-54 { return x }
    if let special = specialLogarithm(1 + x) { return special }
    // ln(h + l) = ln h + l / h, up to the square of the last bit.
    let sum = DoubleDouble.sum(1, x)
    return (logarithm(sum.high) + sum.low / sum.high).rounded
  }

  /// Returns the logarithm to base 2, exact where `x` is a power of two.
  package static func log2(_ x: Double) -> Double {
    if let special = specialLogarithm(x) { return special }
    let parts = logarithmParts(x)
    let inverse = DoubleDouble(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56)
    return (parts.fraction * inverse + Double(parts.exponent)).rounded
  }

  /// Returns the logarithm to base 10, exact where `x` is a power of ten.
  package static func log10(_ x: Double) -> Double {
    if let special = specialLogarithm(x) { return special }
    let parts = logarithmParts(x)
    let inverse = DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)
    let k = Double(parts.exponent)
    // The upper part of log10(2) has 42 bits: its product with k is exact.
    let whole = DoubleDouble.sum(k * 0x1.34413509f7800p-2, k * 0x1.fef311f12b358p-46)
    return (whole + parts.fraction * inverse).rounded
  }

  /// The natural logarithm of a positive finite number to about 2^-64 of itself.
  static func logarithm(_ x: Double) -> DoubleDouble {
    let parts = logarithmParts(x)
    return logarithm(exponent: Double(parts.exponent), fraction: parts.fraction)
  }

  /// The logarithm where it is no ordinary number, nil elsewhere.
  private static func specialLogarithm(_ x: Double) -> Double? {
    if x > 0 && x < .infinity { return nil }
    if x == 0 { return -.infinity }
    return x == .infinity ? .infinity : .nan
  }

  /// Splits `x` into `2^exponent` and a factor in [sqrt(1/2), sqrt(2)), whose natural logarithm is
  /// `fraction`.
  private static func logarithmParts(
    _ x: Double
  ) -> (exponent: Int, fraction: DoubleDouble) {
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let offset = Int64(bitPattern: bits) - logarithmOrigin
    let k = Int(offset >> 52)
    let m = Double(bitPattern: bits &- UInt64(bitPattern: Int64(k) << 52))
    return (k - (isSubnormal ? 54 : 0), logarithmSeries(m))
  }

  /// The bits of sqrt(1/2).
  static var logarithmOrigin: Int64 { 0x3fe6_a09e_667f_3bcd }

  /// The natural logarithm of a number in [sqrt(1/2), sqrt(2)).
  ///
  /// With `s = (m - 1) / (m + 1)`, `ln m = 2 atanh(s) = 2 (s + s^3 / 3 + s^5 (1/5 + ...))`: the
  /// first two terms in two Doubles, the rest a polynomial below 2^-12 of the whole.
  @inline(__always)
  static func logarithmSeries<Lanes>(_ m: Lanes) -> DoubledLanes<Lanes> {
    typealias Doubled = DoubledLanes<Lanes>
    let one = Lanes(repeating: 1)
    let s = Doubled(m - one) / Doubled.sum(m, one)
    let z = s * s
    let tail = horner(
      z.high, 0x1.999999999999ap-3, 0x1.2492492492521p-3, 0x1.c71c71c6eaa10p-4,
      0x1.745d177a96056p-4, 0x1.3b1395d2190c1p-4, 0x1.1118c7e4b0917p-4,
      0x1.df7cc8e5fa539p-5, 0x1.e02e6fff27908p-5)
    let third = Doubled(
      Lanes(repeating: 0x1.5555555555555p-2), Lanes(repeating: 0x1.5555555555555p-56))
    let cubic = s * z * third
    let half = s + (cubic + s.high * z.high * z.high * tail)
    let two = Lanes(repeating: 2)
    return Doubled(two * half.high, two * half.low)
  }

  /// `k` times the natural logarithm of 2, and a fraction.
  @inline(__always)
  static func logarithm<Lanes>(
    exponent k: Lanes, fraction: DoubledLanes<Lanes>
  ) -> DoubledLanes<Lanes> {
    // The upper part of ln 2 has 42 bits: its product with k is exact.
    DoubledLanes.sum(
      k * Lanes(repeating: 0x1.62e42fefa3800p-1), k * Lanes(repeating: 0x1.ef35793c76730p-45))
      + fraction
  }
}
