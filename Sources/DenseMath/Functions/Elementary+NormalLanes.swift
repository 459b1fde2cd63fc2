/// The normal distribution of eight numbers at a time, each with the bits that it has alone.
///
/// Operations that wait for each other leave a processor idle between them; those of eight numbers
/// side by side fill the gaps. What lies outside of the usual range is computed alone.
extension Elementary {
  /// ``log(_:)`` of each number.
  package static func log(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let isUsual = (x .>= .leastNormalMagnitude) .& (x .< .infinity)
    let result = logarithm(x.replacing(with: 1, where: .!isUsual)).rounded
    return result.replacing(unless: isUsual) { log(x[$0]) }
  }

  /// ``normalCumulative(_:)`` of each number.
  package static func normalCumulative(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let t = x.replacing(with: -1 * x, where: x .< 0)
    let isUsual = (t .<= 37) .| (t .> 40)
    let inside = t.clamped(lowerBound: SIMD8(repeating: centre), upperBound: SIMD8(repeating: 37))
    let square = DoubledLanes.product(-1 * inside, inside)
    let tail = (exponential(DoubledLanes(square.high * 0.5, square.low * 0.5)) * millsRatio(inside))
      .replacing(with: 0, where: t .> 40)
    let result = (0.5 + x * centralRatio(x))
      .replacing(with: tail, where: x .<= -centre)
      .replacing(with: 1 - tail, where: x .>= centre)
    return result.replacing(unless: isUsual) { normalCumulative(x[$0]) }
  }

  /// ``normalQuantile(ofLogarithm:)`` of each number.
  package static func normalQuantile(ofLogarithm logarithm: SIMD8<Double>) -> SIMD8<Double> {
    // The lower half, as far as squares of the quantile are exact in two Doubles.
    var isUsual = (logarithm .<= -0x1.62e42fefa39efp-1) .& (logarithm .> -1e9)
    let target = logarithm.replacing(with: -1, where: .!isUsual)
    var x = quantileStart((-2 * target).squareRoot())
    var isOpen = isUsual
    for _ in 0..<6 where any(isOpen) {
      isUsual = (isUsual .& (x .< centre))
      let (value, hazard) = logNormalCumulativeAndHazard(x)
      let step = (value - target) / hazard
      let correction = step / (1 + 0.5 * step * (x + hazard))
      x.replace(with: x - correction, where: isOpen)
      isOpen = (isOpen .& .!(magnitude(correction) .<= 0x1p-20 * magnitude(x) + 0x1p-60))
    }
    return x.replacing(unless: isUsual) { normalQuantile(ofLogarithm: logarithm[$0]) }
  }

  /// The logarithm of the distribution, and the ratio of the density to it, below ``centre``.
  private static func logNormalCumulativeAndHazard(
    _ x: SIMD8<Double>
  ) -> (SIMD8<Double>, SIMD8<Double>) {
    let inverseRootOfTwoPi = 0x1.9884533d43651p-2
    let isTail = x .<= -centre
    let t = (-1 * x).replacing(with: centre, where: .!isTail)
    let ratio = millsRatio(t)
    let square = DoubledLanes.product(t, -1 * t)
    let tail =
      (logarithm(ratio) + DoubledLanes(square.high * 0.5, square.low * 0.5)).rounded

    let inner = x.clamped(
      lowerBound: SIMD8(repeating: -centre), upperBound: SIMD8(repeating: centre))
    let share = 0.5 + inner * centralRatio(inner)
    let density = inverseRootOfTwoPi * exponential(DoubledLanes(-0.5 * inner * inner))
    return (
      logarithm(share).rounded.replacing(with: tail, where: isTail),
      (density / share).replacing(with: inverseRootOfTwoPi / ratio, where: isTail)
    )
  }

  private static func millsRatio(_ t: SIMD8<Double>) -> SIMD8<Double> {
    farMillsRatio(t).replacing(with: nearMillsRatio(t), where: t .< 4)
  }

  /// The logarithm of positive normal numbers.
  private static func logarithm(_ x: SIMD8<Double>) -> DoubledLanes<SIMD8<Double>> {
    let bits = unsafeBitCast(x, to: SIMD8<Int64>.self)
    let k = (bits &- logarithmOrigin) &>> 52
    let m = unsafeBitCast(bits &- (k &<< 52), to: SIMD8<Double>.self)
    // A whole number in the last bits of 1.5 * 2^52.
    let origin = 0x1.8p52
    let exponent = unsafeBitCast(k &+ Int64(origin.bitPattern), to: SIMD8<Double>.self) - origin
    return logarithm(exponent: exponent, fraction: logarithmSeries(m))
  }

  /// `e` raised to numbers in -708 ... 709.
  private static func exponential(_ x: DoubledLanes<SIMD8<Double>>) -> SIMD8<Double> {
    let (k, fraction) = exponentialSeries(x)
    let bits = unsafeBitCast(k + 0x1.8p52, to: SIMD8<Int64>.self)
    let power = unsafeBitCast((bits &+ 1023) &<< 52, to: SIMD8<Double>.self)
    return (fraction + SIMD8(repeating: 1)).rounded * power
  }

  private static func magnitude(_ x: SIMD8<Double>) -> SIMD8<Double> {
    x.replacing(with: -1 * x, where: x .< 0)
  }
}

extension SIMD8<Double> {
  /// These numbers, with others where `isUsual` does not hold.
  @inline(__always)
  fileprivate func replacing(
    unless isUsual: SIMDMask<SIMD8<Int64>>, with value: (Int) -> Double
  ) -> Self {
    if all(isUsual) { return self }
    var result = self
    for lane in 0..<8 where !isUsual[lane] { result[lane] = value(lane) }
    return result
  }
}
