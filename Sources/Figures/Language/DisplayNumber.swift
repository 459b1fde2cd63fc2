import Charting

/// Numbers as a figure writes them: few digits, no exponent where none is needed.
///
/// Only exact rounding and multiplication by powers of ten, so the text is the same everywhere.
package enum DisplayNumber {
  /// A number with this many significant digits; very small and large ones as `6.1×10⁻⁴`.
  package static func significant(_ value: Double, digits: Int = 2) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    if value == 0 { return "0" }
    // Exactly rounded, written in the styles of the axes but for commas between thousands.
    guard let number = Decimal10(value, significantDigits: digits) else { return "0" }
    let exponent = number.leadingExponent
    if exponent < -3 || exponent >= 6 {
      return NumberStyle.scientific(exponent: exponent, decimals: digits - 1).text(number)
    }
    guard exponent >= digits - 1 else {
      return NumberStyle.plain(decimals: digits - 1 - exponent).text(number)
    }
    return grouped(Int(number.value))
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
  package static func percent(_ share: Double) -> String { percentage(share * 100) }

  /// A percentage: 0 and 100 are written for exactly these only.
  package static func percentage(_ percent: Double) -> String {
    if percent == 0 { return "0 %" }
    if percent == 100 { return "100 %" }
    if percent < 0.1 { return "<0.1 %" }
    if percent > 99.9 { return ">99.9 %" }
    if percent < 10 || percent > 99 { return fixed(percent, decimals: 1) + " %" }
    return fixed(percent, decimals: 0) + " %"
  }

  /// A count or place that comes as a floating-point number.
  package static func whole(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return significant(value) }
    return grouped(Int(value.rounded()))
  }

  /// An end of an axis: whole numbers in full, others with three digits, without needless zeros.
  package static func end(_ value: Double) -> String {
    if value == value.rounded() && abs(value) < 1e6 { return whole(value) }
    return Decimal10(value, significantDigits: 3)?.text ?? significant(value)
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

  /// 10 to a small power, exact up to 10^22.
  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, exponent) { power *= 10 }
    return power
  }
}
