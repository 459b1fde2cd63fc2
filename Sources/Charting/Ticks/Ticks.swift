/// The marks and labels of an axis.
package enum Ticks {
  /// Ticks for `scale`, in ascending order of their values whatever the direction of the axis.
  ///
  /// Labelled ticks lie inside the domain and the bounds, are at most 11, read as exactly their
  /// value, and stand apart by at least `gap`; where that cannot be, there are fewer of them, down
  /// to a single one.
  ///
  /// - Parameters:
  ///   - length: the axis in points.
  ///   - spacing: the wanted distance between labels in points, 80 for an x axis and 40 for a y
  ///     axis.
  ///   - gap: the least room between two labels in points.
  ///   - bounds: what no label may pass, such as 0...1 for an accuracy.
  ///   - wholeNumbers: labels are whole numbers only, for epochs and counts.
  ///   - extent: what a label takes of the axis: its width under an x axis, its height beside a
  ///     y axis, in points.
  package static func generate(
    for scale: ContinuousScale, length: Double, spacing: Double, gap: Double,
    bounds: HardBounds = .none, wholeNumbers: Bool = false, extent: (String) -> Double
  ) -> [Tick] {
    let bounds = bounds.usable(on: scale.kind)
    var lower = max(scale.lower, bounds.lower ?? scale.lower)
    var upper = min(scale.upper, bounds.upper ?? scale.upper)
    if wholeNumbers { (lower, upper) = (lower.rounded(.up), upper.rounded(.down)) }
    guard length > 0, lower <= upper else { return [] }
    return withoutActuallyEscaping(extent) { extent in
      let room = TickRoom(
        scale: scale, length: length, spacing: spacing, gap: gap, extent: extent)
      switch scale.kind {
      case .linear:
        return LinearTicks(room: room, lower: lower, upper: upper, isWhole: wholeNumbers).ticks()
      case .log10:
        return LogTicks(room: room, lower: lower, upper: upper, isWhole: wholeNumbers).ticks()
      }
    }
  }
}
