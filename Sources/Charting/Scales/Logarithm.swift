/// Common logarithms and their inverse from `+ - * /` alone, so that every machine places a value
/// of a log axis on the same spot. Within 1 unit in the last place of the true value.
enum Logarithm {
  /// The logarithm to base ten; NaN below zero, minus infinity at zero.
  ///
  /// With `value = m * 2^e`, m near 1, and `s = (m - 1) / (m + 1)`:
  /// `ln m = 2 (s + s^3/3 + s^5/5 + ...)`, where only `s` and the last sums need a second word.
  /// The first word of log10(2) has 32 bits, so that its product with `e` is exact.
  static func log10(_ value: Double) -> Double {
    guard value > 0, value.isFinite else {
      return value == 0 ? -.infinity : (value > 0 ? value : .nan)
    }
    var mantissa = value.significand
    var exponent = Double(value.exponent)
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let part = ratioLogarithm(numerator: mantissa - 1, denominator: Pair(sumOf: mantissa, 1))
    let sum = Pair(sumOf: exponent * 0x1.34413508p-2, part.high)
    return sum.high + (sum.low + (part.low + exponent * 0x1.f79fef311f12bp-34))
  }

  /// `log10(value / origin)`, as precise as `log10` where the two are within a factor of two, and
  /// the difference of two logarithms beyond that; `origin` is above zero.
  static func decades(from origin: Double, to value: Double) -> Double {
    guard value >= origin / 2, value <= origin * 2, value.isFinite else {
      return log10(value) - log10(origin)
    }
    // Scaled, exactly, to where no sum overflows and no product underflows.
    let unit = origin > 1 ? 0x1p-64 : 0x1p64
    let part = ratioLogarithm(
      numerator: value * unit - origin * unit,
      denominator: Pair(sumOf: value * unit, origin * unit))
    return part.high + part.low
  }

  /// 1/35, 1/33, ... 1/3.
  private static let reciprocals = stride(from: 35, through: 3, by: -2).map { 1 / Double($0) }

  /// `log10(m)` from `m - 1` and `m + 1`, both times any number; the denominator has two words.
  private static func ratioLogarithm(numerator: Double, denominator: Pair) -> Pair {
    let s = numerator / denominator.high
    let product = Pair(productOf: s, denominator.high)
    let sLow =
      ((numerator - product.high) - product.low - s * denominator.low) / denominator.high
    let square = s * s
    var series = 0.0
    // `log10` never needs the first four terms, for its squares are small.
    for index in (square < 0.03 ? 4 : 0)..<reciprocals.count {
      series = (series + reciprocals[index]) * square
    }
    let tail = sLow + s * series
    // 2 / ln 10 as two words.
    let scaled = Pair(productOf: s, 0x1.bcb7b1526e50ep-1)
    let low = scaled.low + (s * 0x1.95355baaafad3p-56 + tail * 0x1.bcb7b1526e50ep-1)
    return Pair(high: scaled.high, low: low)
  }

  /// Ten to the power of `exponent`; exact rounding where the exponent is a whole number.
  ///
  /// `10^y = 2^n e^r` with `n` the whole number nearest to `y log2(10)`, and a Taylor series for
  /// `e^r` where `|r| < 0.35`.
  static func powerOfTen(_ exponent: Double) -> Double {
    guard abs(exponent) < 400 else {
      return exponent.isNaN ? .nan : (exponent > 0 ? .infinity : 0)
    }
    if exponent == exponent.rounded() {
      return Decimal10(mantissa: 1, exponent: Int(exponent)).value
    }
    let doublings = (exponent * 3.321928094887362).rounded()
    let natural = Pair(productOf: exponent, 0x1.26bb1bbb55516p+1)
    let high = natural.high - doublings * 0x1.62e42feep-1
    let low =
      natural.low - exponent * 0x1.f48ad494ea3e9p-53 - doublings * 0x1.a39ef35793c76p-33
    let rest = Pair(sumOf: high, low)
    var series = 0.0
    for factor in (2...14).reversed() { series = (series + 1) * rest.high / Double(factor) }
    let power = 1 + (rest.high + (rest.low + rest.high * series))
    return Double(sign: .plus, exponent: Int(doublings), significand: power)
  }
}

/// The exact result of one operation as an unevaluated sum of two numbers.
private struct Pair {
  let high: Double
  let low: Double

  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// Knuth's sum without conditions.
  init(sumOf a: Double, _ b: Double) {
    high = a + b
    let bPart = high - a
    low = (a - (high - bPart)) + (b - bPart)
  }

  /// Dekker's product after Veltkamp's split into halves of 26 bits.
  init(productOf a: Double, _ b: Double) {
    let (aHigh, aLow) = Self.halves(a)
    let (bHigh, bLow) = Self.halves(b)
    high = a * b
    low = ((aHigh * bHigh - high) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  private static func halves(_ number: Double) -> (Double, Double) {
    let scaled = number * 0x1.0000002p27
    let high = scaled - (scaled - number)
    return (high, number - high)
  }
}
