import DenseMath

/// What log axes need beside `Elementary.log10`; like it the same bits on every machine, within 1
/// unit in the last place of the true value.
enum Logarithm {
  /// `log10(value / origin)`, as precise as `log10` where the two are within a factor of two, and
  /// the difference of two logarithms beyond that; `origin` is above zero.
  static func decades(from origin: Double, to value: Double) -> Double {
    guard value >= origin / 2, value <= origin * 2, value.isFinite else {
      return Elementary.log10(value) - Elementary.log10(origin)
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
    for index in reciprocals.indices {
      series = (series + reciprocals[index]) * square
    }
    let tail = sLow + s * series
    // 2 / ln 10 as two words.
    let scaled = Pair(productOf: s, 0x1.bcb7b1526e50ep-1)
    let low = scaled.low + (s * 0x1.95355baaafad3p-56 + tail * 0x1.bcb7b1526e50ep-1)
    return Pair(high: scaled.high, low: low)
  }

  /// Ten to the power of `exponent`, which is the number that is read as `1e...` where the exponent
  /// is a whole number.
  static func powerOfTen(_ exponent: Double) -> Double {
    guard abs(exponent) < 400, exponent == exponent.rounded() else {
      return Elementary.pow(10, exponent)
    }
    return Elementary.powerOfTen(Int(exponent))
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
