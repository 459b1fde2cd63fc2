/// Quantiles of a sample.
enum Percentile {
  /// Returns the value below which lies the given share, between neighbours in proportion; nil of
  /// nothing.
  ///
  /// - Source: Hyndman, Fan, 1996, definition 7; rounded as NumPy does.
  static func linear(_ values: [Double], _ share: Double) -> Double? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    let place = Double(sorted.count - 1) * share
    let index = min(Int(place), sorted.count - 1)
    let rest = place - Double(index)
    let (low, high) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
    let difference = high - low
    return rest >= 0.5 ? high - difference * (1 - rest) : low + difference * rest
  }
}
