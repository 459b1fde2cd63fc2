/// A map from magnitudes to the colours of the theme, low to high.
package struct ColorScale: Equatable, Sendable {
  package let scale: ContinuousScale
  /// Whether low values are what the reader looks for: they have the colours that stand out from the
  /// paper, dark ones on white and bright ones on black.
  package var showsLowFirst = false

  /// - Throws: `ChartError.domainNotFinite`, `.logDomainNotPositive`, `.domainTooWide`.
  package init(
    kind: ScaleKind = .linear, lower: Double, upper: Double, showsLowFirst: Bool = false
  ) throws(ChartError) {
    self.showsLowFirst = showsLowFirst
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
    return color(at: share.isNaN ? 0 : share, theme: theme)
  }

  /// The colour at a share of the range.
  func color(at share: Double, theme: Theme) -> Color {
    let isTurned = showsLowFirst && theme.paper.luminance < theme.ink.luminance
    return theme.magnitudes.color(at: isTurned ? 1 - share : share)
  }
}
