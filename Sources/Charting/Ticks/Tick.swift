/// A mark on an axis.
package struct Tick: Equatable, Sendable {
  /// Where the mark stands; for a labelled tick the very number that the label reads as.
  package var value: Double
  /// What is written beside it; empty for a minor tick.
  package var label: String
  /// True for a mark that only divides the room between labelled ones.
  package var isMinor: Bool

  package init(value: Double, label: String, isMinor: Bool = false) {
    self.value = value
    self.label = label
    self.isMinor = isMinor
  }
}
