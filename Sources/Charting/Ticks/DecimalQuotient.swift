/// A `Double` measured in units of a power of ten, exactly.
struct DecimalQuotient {
  private let isNegative: Bool
  /// The size of the quotient in fixed point: whole units, then their 2^-64 parts.
  private let whole: Int
  private let parts: UInt64
  /// True when there is more than the parts can show.
  private let isTruncated: Bool

  /// Measures `value` in units of `10^exponent`.
  ///
  /// - Returns: nil for NaN and infinity, and where the count of units does not fit into 62 bits.
  init?(_ value: Double, unitExponent exponent: Int) {
    guard value.isFinite else { return nil }
    // value = significand * 2^binaryExponent, so value / 10^exponent * 2^64 is
    // significand * 5^-exponent * 2^(binaryExponent - exponent + 64).
    let binaryExponent = max(Int(value.exponentBitPattern), 1) - 1075
    let hiddenBit: UInt64 = value.isNormal ? 1 << UInt64(Double.significandBitCount) : 0
    var digits = WideNatural(hiddenBit | value.significandBitPattern)
    let shift = binaryExponent - exponent + 64
    // Nothing large is built where the answer is plain (log2(10) = 3.32...).
    let leadingBit = Double(digits.bitWidth + binaryExponent) - Double(exponent) * 3.32
    guard digits.isZero || leadingBit < 1200 else { return nil }
    guard digits.isZero || leadingBit > -1200 else {
      (isNegative, whole, parts, isTruncated) = (value < 0, 0, 0, true)
      return
    }
    digits.shiftLeft(by: shift)
    digits.scaleByPowerOfFive(-exponent)
    digits.shiftRight(by: -shift)
    guard digits.bitWidth <= 62 + 64, let fixedPoint = digits.asUInt128 else { return nil }
    isNegative = value < 0
    whole = Int(fixedPoint >> 64)
    parts = UInt64(truncatingIfNeeded: fixedPoint)
    isTruncated = digits.isInexact
  }

  /// True when the value is a whole number of units.
  var isWhole: Bool { parts == 0 && !isTruncated }

  /// The largest whole number of units that does not exceed the value.
  var floor: Int {
    guard isNegative else { return whole }
    return isWhole ? -whole : -whole - 1
  }

  /// What the value has above `floor`, in units; 0...1 as it is rounded.
  var fraction: Double {
    let part = Double(parts) / 0x1p64
    return isNegative && !isWhole ? 1 - part : part
  }

  /// The nearest whole number of units, exact ties to even.
  var rounded: Int {
    let half: UInt64 = 1 << 63
    let isUp = parts > half || (parts == half && (isTruncated || whole & 1 == 1))
    let magnitude = whole + (isUp ? 1 : 0)
    return isNegative ? -magnitude : magnitude
  }
}

// MARK: - Binary to decimal

extension Decimal10 {
  /// The decimal of fewest digits, at most 17, whose `value` is `value` again; nil for NaN and
  /// infinity.
  package init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    self.init(mantissa: 0, exponent: 0)
    for digits in 1...17 where self.value != value {
      guard let candidate = Decimal10(value, significantDigits: digits) else { return nil }
      self = candidate
    }
  }

  /// `value` rounded to so many significant digits, exact ties to even.
  ///
  /// - Parameter significantDigits: 1 to 17; what lies outside is brought inside.
  /// - Returns: nil for NaN and infinity.
  package init?(_ value: Double, significantDigits: Int) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self.init(mantissa: 0, exponent: 0)
      return
    }
    let digits = min(max(significantDigits, 1), 17)
    self.init(value, unitExponent: Self.leadingExponent(of: value) - digits + 1)
    // 9.96 to two digits is 10.0, which has one too many.
    if Self.digitCount(mantissa.magnitude) > digits {
      mantissa /= 10
      exponent += 1
    }
  }

  /// `value` rounded to a whole number of units of `10^exponent`, exact ties to even.
  ///
  /// - Returns: nil for NaN and infinity, and where that takes more than 62 bits.
  package init?(_ value: Double, unitExponent exponent: Int) {
    guard let quotient = DecimalQuotient(value, unitExponent: exponent) else { return nil }
    self.init(mantissa: quotient.rounded, exponent: exponent)
  }

  /// `e` where `10^e <= |value| < 10^(e+1)`; `value` is finite and not zero.
  static func leadingExponent(of value: Double) -> Int {
    // 2^b <= |value| < 2^(b+1), so the floor of b * log10(2) is right or one too low.
    let estimate = Int((Double(value.exponent) * 0.3010299956639812).rounded(.down))
    let next = DecimalQuotient(value.magnitude, unitExponent: estimate + 1)
    return next.map { $0.floor >= 1 ? estimate + 1 : estimate } ?? estimate
  }
}
