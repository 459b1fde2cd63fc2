/// The smallest and largest number that data hold, as far as a scale can show them.
package struct DataExtent: Equatable, Sendable {
  package let kind: ScaleKind
  package private(set) var lower: Double?
  package private(set) var upper: Double?

  /// The extent of no data.
  package init(kind: ScaleKind) {
    self.kind = kind
  }

  /// The extent of `values`, without those that the scale cannot show.
  package init(kind: ScaleKind, of values: some Sequence<Double>) {
    self.kind = kind
    for value in values { include(value) }
  }

  /// Takes in one more value; NaN and infinity, and on a log scale zero and less, are passed over.
  package mutating func include(_ value: Double) {
    guard value.isFinite, kind == .linear || value > 0 else { return }
    lower = min(lower ?? value, value)
    upper = max(upper ?? value, value)
  }
}
