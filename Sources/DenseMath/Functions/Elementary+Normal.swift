/// The standard normal distribution `Phi`, for searches: its two tails, their logarithms, quantiles.
///
/// Below -0.67 all follow from the Mills ratio `M(t) = Phi(-t) / exp(-t^2 / 2)`, which has no steep
/// part, so that the tails keep their relative accuracy.
extension Elementary {
  /// Returns the standard normal cumulative distribution, within 4 units in the last place.
  package static func normalCumulative(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x <= -centre { return lowerTail(-x) }
    if x >= centre { return 1 - lowerTail(x) }
    return 0.5 + x * centralRatio(x)
  }

  /// Returns the natural logarithm of ``normalCumulative(_:)``, within 3 units in the last place;
  /// finite down to -1e154.
  package static func logNormalCumulative(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x <= -centre {
      if x < -0x1p511 { return -.infinity }
      let square = DoubleDouble.product(-x, x)
      return (logarithm(millsRatio(-x)) + DoubleDouble(square.high * 0.5, square.low * 0.5)).rounded
    }
    if x >= centre { return logOnePlus(-lowerTail(x)) }
    return log(0.5 + x * centralRatio(x))
  }

  /// Returns the `x` of which ``logNormalCumulative(_:)`` is `logarithm`: infinity at zero, NaN
  /// above it.
  ///
  /// Within 4 units in the last place plus 2^-52 of the quantile of exactly that logarithm; close to
  /// zero a logarithm keeps little of the upper tail.
  ///
  /// The start is a rational function of `sqrt(-2 logarithm)`, off by 0.00045; each of Halley's
  /// steps triples the number of right digits.
  /// - Source: Abramowitz, Stegun, "Handbook of mathematical functions", 26.2.23.
  package static func normalQuantile(ofLogarithm logarithm: Double) -> Double {
    if logarithm == -.infinity { return -.infinity }
    guard logarithm < 0 else { return logarithm == 0 ? .infinity : .nan }
    // The upper half is the mirror image of the lower one.
    if logarithm > -0x1.62e42fefa39efp-1 {
      return -lowerQuantile(ofLogarithm: log(-expMinusOne(logarithm)))
    }
    return lowerQuantile(ofLogarithm: logarithm)
  }

  /// The magnitude up to which the distribution is a polynomial.
  static var centre: Double { 0.67 }

  private static func lowerQuantile(ofLogarithm logarithm: Double) -> Double {
    var x = quantileStart(squareRoot(-2 * logarithm))
    for _ in 0..<6 {
      // With f = ln Phi(x) - logarithm: f' = phi / Phi = h and f'' = -h (x + h).
      let hazard = hazard(x)
      let step = (logNormalCumulative(x) - logarithm) / hazard
      let correction = step / (1 + 0.5 * step * (x + hazard))
      x -= correction
      if correction.magnitude <= 0x1p-20 * x.magnitude + 0x1p-60 { break }
    }
    return x
  }

  /// The lower quantile within 0.00045, by the root of its negative doubled logarithm.
  @inline(__always)
  static func quantileStart<Lanes: DoubleLanes>(_ t: Lanes) -> Lanes {
    horner(t, 2.515517, 0.802853, 0.010328) / horner(t, 1, 1.432788, 0.189269, 0.001308) - t
  }

  /// The ratio of the density to the distribution.
  private static func hazard(_ x: Double) -> Double {
    let inverseRootOfTwoPi = 0x1.9884533d43651p-2
    if x <= -centre { return inverseRootOfTwoPi / millsRatio(-x) }
    return inverseRootOfTwoPi * exp(-0.5 * x * x) / (0.5 + x * centralRatio(x))
  }

  /// `Phi(-t)` for `t` from 0.67 on.
  private static func lowerTail(_ t: Double) -> Double {
    if t > 40 { return 0 }
    let square = DoubleDouble.product(-t, t)
    let half = DoubleDouble(square.high * 0.5, square.low * 0.5)
    // The exponential must not be rounded to a subnormal number before the product is.
    if t > 37 { return exp(half + logarithm(millsRatio(t))) }
    return exp(half) * millsRatio(t)
  }

  /// `(Phi(x) - 1/2) / x` for magnitudes below 0.67.
  @inline(__always)
  static func centralRatio<Lanes: DoubleLanes>(_ x: Lanes) -> Lanes {
    horner(
      x * x, 0x1.9884533d43651p-2, -0x1.1058377e2cee0p-4, 0x1.46d0429769192p-7,
      -0x1.37403f6b9d328p-10, 0x1.e42b0d4eb2cdcp-14, -0x1.3ce8f9e65ba00p-17,
      0x1.6589de1a27210p-21, -0x1.62159013e9563p-25, 0x1.36fbdda9e4469p-29,
      -0x1.bfc034b0a8325p-34)
  }

  /// `Phi(-t) / exp(-t^2 / 2)` for `t` from 0.65 on.
  private static func millsRatio(_ t: Double) -> Double {
    t < 4 ? nearMillsRatio(t) : farMillsRatio(t)
  }

  /// The Mills ratio below 4.
  @inline(__always)
  static func nearMillsRatio<Lanes: DoubleLanes>(_ t: Lanes) -> Lanes {
    horner(
      t, 0x1.000000001d016p-1, 0x1.06cc51f07546ap-1, 0x1.0f6b18920749ap-2,
      0x1.4fcfeef9639dbp-4, 0x1.032e0f00e7677p-6, 0x1.d706f7ebed63cp-10,
      0x1.8ccd325cc1057p-14, -0x1.e6455ef6c8ebdp-35)
      / horner(
        t, 1, 0x1.d30e7b907a02cp+0, 0x1.7c5dcc62c99bdp+0, 0x1.680bb5ee19cb3p-1,
        0x1.ae2e851b2fcc9p-3, 0x1.46c01a623b522p-5, 0x1.272f5c0ea435dp-8,
        0x1.f14d32810962cp-13)
  }

  /// The Mills ratio from 4 on.
  @inline(__always)
  static func farMillsRatio<Lanes: DoubleLanes>(_ t: Lanes) -> Lanes {
    let u = Lanes(repeating: 1) / (t * t)
    return horner(
      u, 0x1.9884533d43651p-2, 0x1.bebd87d6d5a73p+4, 0x1.63533e96e54edp+9,
      0x1.022fa84a1e166p+13, 0x1.60c6043d873a9p+15, 0x1.a14aaaa601d2cp+16,
      0x1.4d2a5988d7963p+16, 0x1.343c3e43ee061p+13)
      / (t
        * horner(
          u, 1, 0x1.1bf3f7da50df9p+6, 0x1.ce54c4afb9215p+10, 0x1.5d640f9268f20p+14,
          0x1.ff8faf9a2c7d6p+16, 0x1.589c9f02022fcp+18, 0x1.6b01eca10720ep+18,
          0x1.8322f352421bdp+16))
  }
}
