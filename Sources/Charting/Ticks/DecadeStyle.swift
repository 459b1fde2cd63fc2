/// How numbers of one leading digit are written on a log scale, each without trailing zeros.
struct DecadeStyle {
  private let isPlain: Bool

  /// The style for `numbers`: plain up to where they are read at a glance, which is 0.001 to 1000
  /// for powers of ten and 0.0001 to 50000 for numbers that show the step within a decade; else
  /// 2×10⁻⁵.
  init(of numbers: [Decimal10]) {
    let isPower = numbers.allSatisfy { $0.mantissa == 1 }
    let range = isPower ? -3...3 : -4...4
    isPlain = numbers.allSatisfy { range.contains($0.exponent) }
  }

  func text(_ number: Decimal10) -> String {
    if isPlain || (0...1).contains(number.exponent) {
      return NumberStyle.plain(decimals: max(0, -number.exponent)).text(number)
    }
    let power = NumberStyle.powerOfTen(number.exponent)
    return number.mantissa == 1 ? power : "\(number.mantissa)\u{D7}\(power)"
  }
}
