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
}
