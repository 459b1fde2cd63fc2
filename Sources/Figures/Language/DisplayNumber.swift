/// Numbers as a figure writes them: few digits, no exponent where none is needed.
///
/// Only multiplication by powers of ten and rounding to nearest, so the text is the same
/// everywhere.
package enum DisplayNumber {
  /// A number with this many significant digits; very small and large ones as `6.1×10⁻⁴`.
  package static func significant(_ value: Double, digits: Int = 2) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    if value == 0 { return "0" }
    var exponent = decimalExponent(of: abs(value))
    var mantissa = scaled(abs(value), by: digits - 1 - exponent).rounded()
    if mantissa >= powerOfTen(digits) {
      mantissa /= 10
      exponent += 1
    }
    let sign = value < 0 ? "−" : ""
    if exponent < -3 || exponent >= 6 {
      let text = fixed(mantissa / powerOfTen(digits - 1), decimals: digits - 1)
      return "\(sign)\(text)×10\(superscript(exponent))"
    }
    let decimals = digits - 1 - exponent
    if decimals <= 0 {
      return sign + grouped(Int(mantissa * powerOfTen(-decimals)))
    }
    return sign + fixed(mantissa / powerOfTen(decimals), decimals: decimals)
  }

  /// A number with a fixed count of decimals; a result of zero has no sign.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return significant(value) }
    let scale = powerOfTen(decimals)
    let units = Int((abs(value) * scale).rounded())
    let whole = units / Int(scale)
    var text = "\(whole)"
    if decimals > 0 {
      let fraction = "\(units % Int(scale))"
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return value < 0 && units != 0 ? "−" + text : text
  }

  /// A share of 1 as a percentage: 0 and 100 are written for exactly these only.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    if share == 0 { return "0 %" }
    if share == 1 { return "100 %" }
    if percent < 0.1 { return "<0.1 %" }
    if percent > 99.9 { return ">99.9 %" }
    if percent < 10 || percent > 99 { return fixed(percent, decimals: 1) + " %" }
    return fixed(percent, decimals: 0) + " %"
  }

  /// A whole number with commas between thousands.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// A whole number in raised digits.
  package static func superscript(_ value: Int) -> String {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = value < 0 ? "⁻" : ""
    for digit in String(value.magnitude).utf8 { text.append(raised[Int(digit) - 48]) }
    return text
  }

  /// The greatest k with `10^k <= value`, for positive finite values.
  private static func decimalExponent(of value: Double) -> Int {
    var exponent = 0
    var rest = value
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }

  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    // In two steps where one power would overflow.
    if exponent > 300 { return value * powerOfTen(300) * powerOfTen(exponent - 300) }
    return exponent >= 0 ? value * powerOfTen(exponent) : value / powerOfTen(-exponent)
  }

  /// 10 to a small power, exact up to 10^22.
  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, exponent) { power *= 10 }
    return power
  }
}
