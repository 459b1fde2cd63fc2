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
  ///
  /// Of the series `a - a^3 / 6 + a^5 (1/120 - ...)` the first two terms in two Doubles, the rest a
  /// polynomial below 0.4 % of the whole.
  static func sinReduced(_ a: DoubleDouble) -> Double {
    // Below 2^-27 the cubic term is less than a fourth of the last bit.
    if a.high.magnitude < 0x1p-27 { return a.high }
    let square = a * a
    let z = square.high
    let tail = horner(
      z, 0x1.1111111111111p-7, -0x1.a01a01a019ed6p-13, 0x1.71de3a550cac6p-19,
      -0x1.ae645534093d7p-26, 0x1.61225b1f9dae7p-33, -0x1.ab93e7b0c7603p-41)
    let sixth = DoubleDouble(-0x1.5555555555555p-3, -0x1.5555555555555p-57)
    return (a * square * sixth + a.high * z * z * tail + a).rounded
  }

  /// The cosine of an angle of at most an eighth of a turn.
  ///
  /// Of the series `1 - a^2 / 2 + a^4 (1/24 - ...)` the first two terms in two Doubles, the rest a
  /// polynomial below 3 % of the whole.
  static func cosReduced(_ a: DoubleDouble) -> Double {
    if a.high.magnitude < 0x1p-27 { return 1 }
    let square = a * a
    let z = square.high
    let tail = horner(
      z, 0x1.5555555555555p-5, -0x1.6c16c16c16965p-10, 0x1.a01a019f4e433p-16,
      -0x1.27e4fa175b334p-22, 0x1.1eeb6870ea11dp-29, -0x1.907d538261a9bp-37)
    return (square * -0.5 + 1 + z * z * tail).rounded
  }
}
