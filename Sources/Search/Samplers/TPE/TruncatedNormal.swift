internal import DenseMath

/// The standard normal distribution between two bounds.
enum TruncatedNormal {
  /// The probability of [a, b], to full relative accuracy in both tails.
  static func mass(_ a: Double, _ b: Double) -> Double {
    if b <= 0 { return Elementary.normalCumulative(b) - Elementary.normalCumulative(a) }
    if a > 0 { return Elementary.normalCumulative(-a) - Elementary.normalCumulative(-b) }
    // Beyond, the tail is less than half of the last bit of 1.
    let below = a < -8.3 ? 0 : Elementary.normalCumulative(a)
    let above = b > 8.3 ? 0 : Elementary.normalCumulative(-b)
    return 1 - below - above
  }

  /// The logarithm of the probability of [a, b], also where that is no Double any more.
  static func logMass(_ a: Double, _ b: Double) -> Double {
    if a > 0 { return logMass(-b, -a) }
    if b > 0 { return Elementary.log(mass(a, b)) }
    let upper = Elementary.logNormalCumulative(b)
    let lower = Elementary.logNormalCumulative(a)
    return upper + Elementary.logOnePlus(-Elementary.exp(lower - upper))
  }

  /// Returns the point of [a, b] below which lies the share `u` of its probability.
  static func quantile(_ u: Double, _ a: Double, _ b: Double) -> Double {
    if u == 0 { return a }
    if a > 0 { return -quantile(1 - u, -b, -a) }
    if b < 0 {
      // Far out, where probabilities underflow.
      let lower = Elementary.logNormalCumulative(a)
      let share = Elementary.log(u) + logMass(a, b)
      let (large, small) = (max(lower, share), min(lower, share))
      let sum = large + Elementary.logOnePlus(Elementary.exp(small - large))
      return min(max(Elementary.normalQuantile(ofLogarithm: sum), a), b)
    }
    let below = a < -40 ? 0 : Elementary.normalCumulative(a)
    let above = b > 40 ? 0 : Elementary.normalCumulative(-b)
    let mass = 1 - below - above
    let lower = below + u * mass
    // The smaller tail keeps its accuracy.
    let x =
      lower <= 0.5
      ? Elementary.normalQuantile(ofLogarithm: Elementary.log(lower))
      : -Elementary.normalQuantile(ofLogarithm: Elementary.log(above + (1 - u) * mass))
    return min(max(x, a), b)
  }

  /// ``quantile(_:_:_:)`` of eight at a time, with the same bits.
  static func quantile(
    _ u: SIMD8<Double>, _ a: SIMD8<Double>, _ b: SIMD8<Double>
  ) -> SIMD8<Double> {
    let below = Elementary.normalCumulative(a)
    let above = Elementary.normalCumulative(-1 * b)
    let mass = 1 - below - above
    let lower = below + u * mass
    let isLower = lower .<= 0.5
    let tail = (above + (1 - u) * mass).replacing(with: lower, where: isLower)
    let quantile = Elementary.normalQuantile(ofLogarithm: Elementary.log(tail))
    var x = (-1 * quantile).replacing(with: quantile, where: isLower)
    x = x.replacing(with: a, where: a .>= x)
    x = x.replacing(with: b, where: b .< x)
    let isUsual = (u .> 0) .& (a .<= 0) .& (b .>= 0)
    for lane in 0..<8 where !isUsual[lane] { x[lane] = self.quantile(u[lane], a[lane], b[lane]) }
    return x
  }
}
