import DenseMath

/// How a domain is made from data: padding, zero, hard bounds.
package struct DomainPolicy: Equatable, Sendable {
  package var kind: ScaleKind
  /// The room on either side as a part of the data's span (of its decades on a log scale).
  package var padding: Double
  /// Linear scales only: zero is part of the domain, without padding beyond it, as bars need.
  package var includesZero: Bool
  /// The domain ends on labels instead of a padding: it is extended to the nearest ones outside the
  /// data (to whole decades on a log scale).
  package var endsOnLabels: Bool
  /// What the domain never passes, whatever the data and the padding.
  package var bounds: HardBounds

  package init(
    kind: ScaleKind = .linear, padding: Double = 0.05, includesZero: Bool = false,
    endsOnLabels: Bool = false, bounds: HardBounds = .none
  ) {
    self.kind = kind
    self.padding = padding
    self.includesZero = includesZero
    self.endsOnLabels = endsOnLabels
    self.bounds = bounds
  }

  /// The scale over `domain(of:)`.
  package func scale(
    of values: some Sequence<Double>, reversed: Bool = false
  ) throws(ChartError) -> ContinuousScale {
    let (lower, upper) = domain(of: values)
    return try ContinuousScale(kind: kind, lower: lower, upper: upper, reversed: reversed)
  }

  /// The domain that shows all of `values` that can be shown.
  package func domain(of values: some Sequence<Double>) -> (lower: Double, upper: Double) {
    domain(over: DataExtent(kind: kind, of: values))
  }

  /// The domain that shows an extent.
  ///
  /// - Data beyond a hard bound are cut off at it.
  /// - No data: from bound to bound, one unit (a decade on a log scale) from a lone bound, else
  ///   0...1 (1...10).
  /// - One value only: `ContinuousScale.widened` within the bounds; 0...1 for bars that are all 0.
  /// - Ends lie within a quarter of the greatest finite number, so that the span is finite.
  package func domain(over extent: DataExtent) -> (lower: Double, upper: Double) {
    let bounds = bounds.usable(on: kind)
    let isBarScale = includesZero && kind == .linear
    var usable = extent
    if isBarScale { usable.include(0) }
    guard let least = usable.lower, let greatest = usable.upper else {
      return emptyDomain(bounds)
    }
    let limit = Double.greatestFiniteMagnitude / 4
    let lower = min(max(bounds.clamp(least), -limit), limit)
    let upper = min(max(bounds.clamp(greatest), -limit), limit)
    guard lower < upper else {
      let wide = ContinuousScale.widened(lower, kind: kind)
      let start = isBarScale && lower == 0 ? 0 : wide.lower
      return (bounds.clamp(start), bounds.clamp(wide.upper))
    }
    var (start, end) = endsOnLabels ? roundedOut(lower, upper) : padded(lower, upper)
    if isBarScale && lower == 0 { start = 0 }
    if isBarScale && upper == 0 { end = 0 }
    return (bounds.clamp(start), bounds.clamp(end))
  }

  private func emptyDomain(_ bounds: HardBounds) -> (lower: Double, upper: Double) {
    switch (kind, bounds.lower, bounds.upper) {
    case (_, let lower?, let upper?): (lower, upper)
    case (.linear, let lower?, nil): (lower, lower + 1)
    case (.linear, nil, let upper?): (upper - 1, upper)
    case (.linear, nil, nil): (0, 1)
    case (.log10, let lower?, nil): (lower, lower * 10)
    case (.log10, nil, let upper?): (upper / 10, upper)
    case (.log10, nil, nil): (1, 10)
    }
  }

  private func padded(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
    let part = padding > 0 && padding <= 10 ? padding : 0
    switch kind {
    case .linear:
      let room = (upper - lower) * part
      return (lower - room, upper + room)
    case .log10:
      let room = (Elementary.log10(upper) - Elementary.log10(lower)) * part
      let factor = Logarithm.powerOfTen(room)
      return positive(lower / factor, upper * factor)
    }
  }

  private func roundedOut(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
    switch kind {
    case .linear:
      let labels = ExtendedWilkinson.labels(
        lower: lower, upper: upper, target: 5, mustCoverDomain: true)
      guard let first = labels?.first, let last = labels?.last else { return (lower, upper) }
      return (first.value, last.value)
    case .log10:
      let exponents = DecadeRange(covering: lower, upper)
      return positive(
        Decimal10(mantissa: 1, exponent: exponents.first).value,
        Decimal10(mantissa: 1, exponent: exponents.last).value)
    }
  }

  /// Ends that a log scale can take.
  private func positive(_ lower: Double, _ upper: Double) -> (lower: Double, upper: Double) {
    (max(lower, .leastNonzeroMagnitude), min(upper, .greatestFiniteMagnitude))
  }
}
