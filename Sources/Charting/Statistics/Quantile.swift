/// Order statistics of small samples, such as the runs of several seeds.
package enum Quantile {
  /// The quantile of `values` at `probability` by linear interpolation between order statistics.
  ///
  /// With the n values in ascending order counted from zero it is the one at `(n - 1) *
  /// probability`: type 7 of Hyndman and Fan ("Sample Quantiles in Statistical Packages", 1996),
  /// the default of R and NumPy.
  ///
  /// - Parameters:
  ///   - probability: 0 (the least) to 1 (the greatest); what lies outside is brought inside.
  /// - Returns: nil where `values` holds nothing but NaN and infinity, which are passed over.
  package static func type7(_ values: some Sequence<Double>, _ probability: Double) -> Double? {
    type7(ascending: values.filter(\.isFinite).sorted(), probability)
  }

  /// The middle value, or the mean of the two in the middle; NaN and infinity are passed over.
  package static func median(_ values: some Sequence<Double>) -> Double? {
    type7(values, 0.5)
  }

  /// The same of finite values that are already in ascending order.
  static func type7(ascending values: [Double], _ probability: Double) -> Double? {
    guard let last = values.last, !probability.isNaN else { return nil }
    let place = Double(values.count - 1) * min(max(probability, 0), 1)
    let index = Int(place)
    guard index + 1 < values.count else { return last }
    let (low, high) = (values[index], values[index + 1])
    let share = place - Double(index)
    // From the nearer of the two, so that equal values stay themselves; halved against overflow.
    let half = high / 2 - low / 2
    return share < 0.5 ? low + half * (2 * share) : high - half * (2 * (1 - share))
  }
}
