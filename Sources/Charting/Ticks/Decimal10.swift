/// An exact decimal number, `mantissa * 10^exponent`.
///
/// Ticks are counted in these, never by adding up binary fractions: a label shows the digits of the
/// mantissa, and `value` is the one `Double` that these digits stand for.
package struct Decimal10: Equatable, Hashable, Sendable {
  package var mantissa: Int
  package var exponent: Int

  package init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The nearest `Double`, ties to even: what a correct parser makes of the written number.
  ///
  /// Too large a number is infinite, too small a one is zero (without a sign).
  package var value: Double {
    let magnitude = Self.nearestDouble(to: mantissa.magnitude, exponent: exponent)
    return mantissa < 0 ? 0 - magnitude : magnitude
  }

  /// The same number without trailing zeros in the mantissa; zero becomes `0 * 10^0`.
  package var reduced: Decimal10 {
    guard mantissa != 0 else { return Decimal10(mantissa: 0, exponent: 0) }
    var result = self
    while result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.exponent += 1
    }
    return result
  }

  /// The position of the leading digit: `e` where `10^e <= |number| < 10^(e+1)`; 0 for zero.
  package var leadingExponent: Int {
    mantissa == 0 ? 0 : exponent + Self.digitCount(mantissa.magnitude) - 1
  }

  /// The number of decimal digits of `number`; one for zero.
  static func digitCount(_ number: UInt) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }
}

// MARK: - Decimal to binary

extension Decimal10 {
  /// The powers of ten that a `Double` holds exactly.
  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// `magnitude * 10^exponent`, rounded once.
  ///
  /// The short way, for numbers whose two parts are exact in binary, is Clinger's ("How to Read
  /// Floating Point Numbers Accurately", 1990): one exact product or quotient rounds correctly. The
  /// long way computes the binary digits with `WideNatural`.
  private static func nearestDouble(to magnitude: UInt, exponent: Int) -> Double {
    guard magnitude != 0, exponent > -400 else { return 0 }
    guard exponent < 400 else { return .infinity }
    if magnitude <= 1 << 53 && exponent.magnitude < exactPowers.count {
      let power = exactPowers[abs(exponent)]
      return exponent < 0 ? Double(magnitude) / power : Double(magnitude) * power
    }
    var digits = WideNatural(UInt64(magnitude))
    // Bits ahead of the division: enough for 64 good ones in the quotient (log2(5) < 7/3).
    let headroom = exponent < 0 ? 64 + abs(exponent) * 7 / 3 : 0
    digits.shiftLeft(by: headroom)
    digits.scaleByPowerOfFive(exponent)
    return rounded(digits, binaryExponent: exponent - headroom)
  }

  /// `digits * 2^binaryExponent` to the nearest `Double`, ties to even.
  private static func rounded(_ digits: WideNatural, binaryExponent: Int) -> Double {
    // The weight of the last bit that the result can hold; subnormal numbers hold fewer.
    let last = max(
      digits.bitWidth - (Double.significandBitCount + 1) + binaryExponent,
      Int(Double.leastNonzeroMagnitude.exponent))
    let dropped = last - binaryExponent
    var kept = digits
    guard dropped > 0 else {
      return scaled(kept.limbs.first ?? 0, binaryExponent: binaryExponent)
    }
    // One bit more than is kept tells on which side of the middle the rest lies.
    kept.shiftRight(by: dropped - 1)
    let extended = kept.limbs.first ?? 0
    var significand = extended >> 1
    let isUpperHalf = extended & 1 == 1
    if isUpperHalf && (kept.isInexact || significand & 1 == 1) { significand += 1 }
    return scaled(significand, binaryExponent: last)
  }

  /// `significand * 2^binaryExponent` where the product is representable or overflows.
  private static func scaled(_ significand: UInt64, binaryExponent: Int) -> Double {
    guard significand != 0 else { return 0 }
    return Double(sign: .plus, exponent: binaryExponent, significand: Double(significand))
  }
}
