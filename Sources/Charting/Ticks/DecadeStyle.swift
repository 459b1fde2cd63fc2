/// How numbers of one leading digit are written on a log scale, without trailing zeros.
///
/// One rule, number by number, for all axes, colour bars and contours, and the same as for linear
/// axes (`NumberStyle`) and for the numbers in texts: plain from 0.001 up to 999999 (0.001, 0.5,
/// 20, 10000), with a power of ten beyond (10⁻⁴, 2×10⁻⁵, 10⁶). So a number reads the same wherever
/// it stands, whatever its neighbours are.
enum DecadeStyle {
  /// Exponents of the leading digit of numbers that are written plain.
  private static let plain = -3...5

  static func text(_ number: Decimal10) -> String {
    if plain.contains(number.exponent) {
      return NumberStyle.plain(decimals: max(0, -number.exponent)).text(number)
    }
    let power = NumberStyle.powerOfTen(number.exponent)
    return number.mantissa == 1 ? power : "\(number.mantissa)\u{D7}\(power)"
  }
}
