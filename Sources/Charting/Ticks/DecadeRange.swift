/// The powers of ten of a positive range.
struct DecadeRange: Equatable {
  /// Exponent of the least power of ten.
  let first: Int
  /// Exponent of the greatest one; less than `first` where there is none.
  let last: Int

  /// The powers of ten in `lower...upper`, as they are written and read.
  init(inside lower: Double, _ upper: Double) {
    let below = Decimal10.leadingExponent(of: lower)
    first = Self.power(below) >= lower ? below : below + 1
    let above = Decimal10.leadingExponent(of: upper)
    last = Self.power(above + 1) <= upper ? above + 1 : above
  }

  /// The nearest powers of ten that enclose `lower...upper`.
  init(covering lower: Double, _ upper: Double) {
    let below = Decimal10.leadingExponent(of: lower)
    first = Self.power(below + 1) <= lower ? below + 1 : below
    let above = Decimal10.leadingExponent(of: upper)
    last = Self.power(above) >= upper ? above : above + 1
  }

  var count: Int { max(0, last - first + 1) }

  /// The exponents that are multiples of `interval`, in ascending order.
  func multiples(of interval: Int) -> [Int] {
    let start = first.ceilingDivided(by: interval) * interval
    return start <= last ? Array(stride(from: start, through: last, by: interval)) : []
  }

  /// The exponent in the range that is nearest to zero.
  var nearestToZero: Int { min(max(0, first), last) }

  private static func power(_ exponent: Int) -> Double {
    Decimal10(mantissa: 1, exponent: exponent).value
  }
}
