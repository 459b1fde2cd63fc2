/// The distance of a Float from a true value, in units in the last place of the true value's
/// binade; infinite where one of the two overflows alone. An absolute error that is allowed in
/// addition is taken off first.
func unitsInTheLastPlace(
  _ value: Float, from truth: Double, allowing absolute: Double = 0
) -> Double {
  // From half a unit above the largest Float on, rounding gives infinity.
  let overflows = truth.magnitude >= 0x1.ffffffp127
  if value.isInfinite || overflows {
    return value.isInfinite && overflows && value.sign == truth.sign ? 0 : .infinity
  }
  if truth == 0 { return value == 0 ? 0 : .infinity }
  let unit = Double(sign: .plus, exponent: max(Int(truth.exponent), -126) - 23, significand: 1)
  return max(0, (Double(value) - truth).magnitude - absolute) / unit
}

/// The distance of a Double from the true value `nearest + rest / 65536` units in the last place.
func unitsInTheLastPlace(_ value: Double, from nearest: Double, rest: Int) -> Double {
  if value.isInfinite || nearest.isInfinite { return value == nearest ? 0 : .infinity }
  let unit = Double(sign: .plus, exponent: max(Int(nearest.exponent), -1022) - 52, significand: 1)
  return ((value - nearest) / unit - Double(rest) / 65536).magnitude
}
