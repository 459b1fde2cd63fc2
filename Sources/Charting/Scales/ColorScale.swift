/// A map from magnitudes to the colours of the theme, low to high.
package struct ColorScale: Equatable, Sendable {
  package let scale: ContinuousScale

  /// - Throws: `ChartError.domainNotFinite`, `.logDomainNotPositive`, `.domainTooWide`.
  package init(
    kind: ScaleKind = .linear, lower: Double, upper: Double
  ) throws(ChartError) {
    scale = try ContinuousScale(kind: kind, lower: lower, upper: upper)
  }

  /// The range of the values that can be shown; 0...1 (1...10) where there are none.
  package init(kind: ScaleKind = .linear, of values: [Double]) throws(ChartError) {
    scale = try DomainPolicy(kind: kind, padding: 0).scale(of: values)
  }

  /// The colour of a value, that of the nearer end beyond the range; nil for NaN and infinity.
  func color(of value: Double, theme: Theme) -> Color? {
    guard value.isFinite else { return nil }
    let share = scale.position(value)
    // Zero and less lie below every range of a log scale.
    return theme.magnitudes.color(at: share.isNaN ? 0 : share)
  }
}
