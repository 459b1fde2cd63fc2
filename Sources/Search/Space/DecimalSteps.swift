internal import DenseMath
internal import Provenance

/// The last of the values `low`, `low + step`, ... that does not exceed `high`.
///
/// The numbers are taken as the decimals that they are written as, for in binary 0.9 is more than
/// three steps of 0.3.
struct DecimalSteps {
  let last: Double

  init(low: Double, high: Double, step: Double) {
    let decimals = [low, high, step].map { ShortestDecimal($0) }
    let exponent = decimals.map(\.exponent).min() ?? 0
    let units = decimals.compactMap { Self.units($0, of: exponent) }
    guard units.count == 3 else {
      // Decimals of very different size: binary steps are the best there is.
      let steps = (high - low) / step
      last = steps < 0x1p52 ? min(low + Double(Int(steps)) * step, high) : high
      return
    }
    let rest = (units[1] - units[0]) % units[2]
    last = rest == 0 ? high : Self.double(units[1] - rest, exponent)
  }

  /// The decimal as a whole number of units of ten to the `exponent`, where that is below 10^36.
  private static func units(_ decimal: ShortestDecimal, of exponent: Int) -> Int128? {
    guard decimal.exponent - exponent <= 18 else { return nil }
    var units = Int128(decimal.significand)
    for _ in 0..<decimal.exponent - exponent { units *= 10 }
    return decimal.isNegative ? -units : units
  }

  private static func double(_ units: Int128, _ exponent: Int) -> Double {
    Double("\(units)e\(exponent)") ?? 0
  }
}
