/// A domain measured in units of a power of ten, so that candidates for ticks are whole numbers.
///
/// Counting is exact also where the domain is far from zero and tiny (1e9...1e9 + 1e-3), or where
/// the unit itself is too small or too large for a `Double`.
struct TickLattice {
  /// One end of the domain.
  struct End {
    private let floor: Int
    private let fraction: Double
    /// The greatest whole number whose value, as it is written and read, does not exceed the end.
    let atMost: Int
    /// The least whole number whose value does not fall short of the end.
    let atLeast: Int

    fileprivate init?(_ value: Double, unitExponent: Int) {
      guard let quotient = DecimalQuotient(value, unitExponent: unitExponent) else { return nil }
      floor = quotient.floor
      fraction = quotient.fraction
      // The domain's 0.3 is a little less than the decimal 0.3 that was meant, and shows it.
      let isFloorEqual =
        quotient.isWhole || Decimal10(mantissa: floor, exponent: unitExponent).value == value
      let isNextEqual = Decimal10(mantissa: floor + 1, exponent: unitExponent).value == value
      atMost = isNextEqual ? floor + 1 : floor
      atLeast = isFloorEqual ? floor : floor + 1
    }

    /// How far `mantissa` lies beyond this end, in units.
    fileprivate func distance(to mantissa: Int) -> Double {
      Double(mantissa - floor) - fraction
    }

    fileprivate func distance(to other: End) -> Double {
      Double(other.floor - floor) + (other.fraction - fraction)
    }
  }

  /// The unit is ten to this power.
  let exponent: Int
  let lower: End
  let upper: End
  /// The length of the domain in units.
  let span: Double

  /// - Returns: nil where an end is not finite or takes more than 62 bits to count.
  init?(lower: Double, upper: Double, unitExponent: Int) {
    guard let lowerEnd = End(lower, unitExponent: unitExponent),
      let upperEnd = End(upper, unitExponent: unitExponent)
    else { return nil }
    exponent = unitExponent
    self.lower = lowerEnd
    self.upper = upperEnd
    span = lowerEnd.distance(to: upperEnd)
  }

  /// Where `mantissa` units lie when the domain is 0...1.
  func position(of mantissa: Int) -> Double {
    lower.distance(to: mantissa) / span
  }
}

extension Int {
  /// The quotient rounded towards minus infinity; `divisor` is above zero.
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The quotient rounded towards plus infinity; `divisor` is above zero.
  func ceilingDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
