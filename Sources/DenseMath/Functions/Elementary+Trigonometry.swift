extension Elementary {
  /// Returns the sine of `x` radians, for every finite `x`; NaN for an infinite one.
  package static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = ReducedAngle(x)
    let value = angle.quarterTurns & 1 == 0 ? sinReduced(angle.rest) : cosReduced(angle.rest)
    return angle.quarterTurns & 2 == 0 ? value : -value
  }

  /// Returns the cosine of `x` radians, for every finite `x`; NaN for an infinite one.
  package static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = ReducedAngle(x)
    let value = angle.quarterTurns & 1 == 0 ? cosReduced(angle.rest) : sinReduced(angle.rest)
    return (angle.quarterTurns + 1) & 2 == 0 ? value : -value
  }

  /// The sine of an angle of at most an eighth of a turn.
  static func sinReduced(_ a: DoubleDouble) -> Double {
    // Below 2^-27 the cubic term is less than a fourth of the last bit.
    if a.high.magnitude < 0x1p-27 { return a.high }
    let z = a.high * a.high
    let tail = horner(
      z, -0x1.5555555555555p-3, 0x1.1111111110bb2p-7, -0x1.a01a019e83816p-13,
      0x1.71de379654304p-19, -0x1.ae600aca92c64p-26, 0x1.5e0b05bff20f2p-33)
    return a.high + (a.high * z * tail + a.low * (1 - 0.5 * z))
  }

  /// The cosine of an angle of at most an eighth of a turn.
  static func cosReduced(_ a: DoubleDouble) -> Double {
    if a.high.magnitude < 0x1p-27 { return 1 }
    let z = a.high * a.high
    let tail = horner(
      z, 0x1.5555555555555p-5, -0x1.6c16c16c16967p-10, 0x1.a01a019f4e9b4p-16,
      -0x1.27e4fa17bf139p-22, 0x1.1eeb68cd22f56p-29, -0x1.907d8f29fe831p-37)
    let square = DoubleDouble.product(a.high, a.high)
    let leading = DoubleDouble.sum(1, -0.5 * square.high)
    return leading.high + (leading.low - 0.5 * square.low - a.high * a.low + z * z * tail)
  }
}
