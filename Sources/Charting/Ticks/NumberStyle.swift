/// How the numbers of one axis are written, all of them alike.
///
/// A minus is U+2212, as wide as a plus; superscripts are Unicode characters.
package enum NumberStyle: Equatable, Sendable {
  /// `0.25`, with so many digits after the point.
  case plain(decimals: Int)
  /// `2.5×10⁻⁴`, with one power of ten for all; zero is a bare `0`.
  case scientific(exponent: Int, decimals: Int)

  /// The style that suits numbers up to `greatest` in size, of which `greatest` is written in full.
  ///
  /// From 0.001 up to 999999 it is the plain one. Beyond that the scientific style is taken unless
  /// it is longer by more than two digits (a superscript counts as half of one), as it is for
  /// numbers that need all of their digits, such as 1000002.
  package init(greatest: Decimal10) {
    let leading = greatest.leadingExponent
    let digits = Decimal10.digitCount(greatest.mantissa.magnitude)
    let decimals = max(0, -greatest.exponent)
    self = .plain(decimals: decimals)
    guard greatest.mantissa != 0, !(-3...5).contains(leading) else { return }
    let plainLength = Double(max(leading, 0) + 1 + (decimals > 0 ? decimals + 1 : 0))
    let superscripts = Decimal10.digitCount(leading.magnitude) + (leading < 0 ? 1 : 0)
    let scientificLength = Double(digits > 1 ? digits + 4 : 4) + Double(superscripts) / 2
    if scientificLength <= plainLength + 2 {
      self = .scientific(exponent: leading, decimals: leading - greatest.exponent)
    }
  }

  /// `number` in this style; digits beyond the style's last are cut off.
  package func text(_ number: Decimal10) -> String {
    switch self {
    case .plain(let decimals):
      return Self.fixedPoint(number.mantissa, exponent: number.exponent, decimals: decimals)
    case .scientific(let exponent, let decimals):
      guard number.mantissa != 0 else { return "0" }
      return Self.fixedPoint(
        number.mantissa, exponent: number.exponent - exponent, decimals: decimals)
        + Self.timesPowerOfTen(exponent)
    }
  }

  /// `10⁻⁴`.
  static func powerOfTen(_ exponent: Int) -> String { "10" + superscript(exponent) }

  /// `×10⁻⁴`.
  static func timesPowerOfTen(_ exponent: Int) -> String {
    "\u{D7}10" + superscript(exponent)
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = ""
    var rest = number.magnitude
    repeat {
      text.insert(digits[Int(rest % 10)], at: text.startIndex)
      rest /= 10
    } while rest > 0
    return number < 0 ? "\u{207B}" + text : text
  }

  private static func fixedPoint(_ mantissa: Int, exponent: Int, decimals: Int) -> String {
    let digits = String(mantissa.magnitude)
    var text = mantissa < 0 ? "\u{2212}" : ""
    // Digits ahead of the point: those of the mantissa, moved by the exponent.
    let ahead = digits.utf8.count + exponent
    if ahead > 0 {
      text += digits.prefix(ahead)
      if mantissa != 0 { text += String(repeating: "0", count: max(0, exponent)) }
    } else {
      text += "0"
    }
    guard decimals > 0 else { return text }
    var behind = String(repeating: "0", count: max(0, -ahead))
    behind += digits.suffix(max(0, min(-exponent, digits.utf8.count)))
    behind += String(repeating: "0", count: max(0, decimals - behind.utf8.count))
    return text + "." + behind.prefix(decimals)
  }
}

extension Decimal10 {
  /// The number as it is written by itself, without trailing zeros.
  package var text: String {
    let reduced = reduced
    return NumberStyle(greatest: reduced).text(reduced)
  }
}
