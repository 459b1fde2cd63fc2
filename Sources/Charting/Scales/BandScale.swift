/// A map from categories to equal bands along an axis, with gaps between them.
package struct BandScale: Equatable, Sendable {
  package let categories: [String]
  /// The gap between two bands as a part of the distance between their starts, 0...1.
  package let paddingInner: Double
  /// The room before the first band and after the last, in the same unit.
  package let paddingOuter: Double

  /// Bands for `categories` in their order.
  ///
  /// An inner padding outside 0...1 and a negative outer one are brought to the nearest allowed
  /// value; NaN counts as 0.
  package init(categories: [String], paddingInner: Double = 0.2, paddingOuter: Double = 0.1) {
    self.categories = categories
    self.paddingInner = paddingInner > 0 ? min(paddingInner, 1) : 0
    self.paddingOuter = paddingOuter > 0 && paddingOuter.isFinite ? paddingOuter : 0
  }

  /// The distance from the start of one band to the start of the next, as a part of the axis.
  package var step: Double {
    let steps = Double(categories.count) - paddingInner + 2 * paddingOuter
    return 1 / max(steps, 1)
  }

  /// Where the band of category number `index` starts, and how wide it is, in 0...1 of the axis.
  package func band(_ index: Int) -> (start: Double, width: Double) {
    let width = step * (1 - paddingInner)
    // A lone category can leave more room than its paddings ask for; it stays in the middle.
    let count = Double(categories.count)
    let used = count > 0 ? step * (count - 1) + width : 0
    return ((1 - used) / 2 + Double(index) * step, width)
  }
}
