/// Values that a measure cannot pass by its nature, such as 0 and 1 for an accuracy.
package struct HardBounds: Equatable, Sendable {
  package var lower: Double?
  package var upper: Double?

  /// No bound at all.
  package static let none = HardBounds()
  /// A share of a whole: 0...1.
  package static let share = HardBounds(lower: 0, upper: 1)

  /// Bounds; NaN and infinity count as none.
  package init(lower: Double? = nil, upper: Double? = nil) {
    self.lower = lower.flatMap { $0.isFinite ? $0 : nil }
    self.upper = upper.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The nearest value that the bounds allow; the upper bound wins where they contradict.
  func clamp(_ value: Double) -> Double {
    min(max(value, lower ?? value), upper ?? .infinity)
  }

  /// The bounds that mean something on a scale: above zero on a log scale.
  func usable(on kind: ScaleKind) -> HardBounds {
    guard kind == .log10 else { return self }
    return HardBounds(
      lower: lower.flatMap { $0 > 0 ? $0 : nil }, upper: upper.flatMap { $0 > 0 ? $0 : nil })
  }
}
