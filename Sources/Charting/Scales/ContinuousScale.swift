import DenseMath

/// How values are spread along an axis.
package enum ScaleKind: Equatable, Sendable {
  case linear
  case log10
}

/// A map from numbers to places along an axis, 0 at its start and 1 at its end.
package struct ContinuousScale: Equatable, Sendable {
  package let kind: ScaleKind
  /// The smallest value of the domain, smaller than `upper`.
  package let lower: Double
  /// The largest value of the domain.
  package let upper: Double
  /// True when the axis starts at `upper`.
  package let isReversed: Bool

  /// The length of the domain: a difference on a linear scale, decades on a log scale.
  package let span: Double
  /// The logarithm of `lower`; nil on a linear scale, and on a log scale within a factor of two,
  /// where the difference of logarithms would lose what sets values apart.
  private let lowerLogarithm: Double?

  /// A scale over a domain.
  ///
  /// Ends that are given the wrong way round are exchanged and turn the direction once more. An
  /// empty domain is widened by `widened(_:kind:)`.
  ///
  /// - Throws: `ChartError.domainNotFinite`, `.logDomainNotPositive`, `.domainTooWide`.
  package init(
    kind: ScaleKind, lower: Double, upper: Double, reversed: Bool = false
  ) throws(ChartError) {
    guard lower.isFinite, upper.isFinite else {
      throw .domainNotFinite(lower: lower, upper: upper)
    }
    guard kind == .linear || (lower > 0 && upper > 0) else {
      throw .logDomainNotPositive(lower: lower, upper: upper)
    }
    guard (upper - lower).isFinite else {
      throw .domainTooWide(lower: lower, upper: upper)
    }
    self.kind = kind
    (self.lower, self.upper) =
      lower == upper
      ? Self.widened(lower, kind: kind) : (min(lower, upper), max(lower, upper))
    isReversed = reversed != (lower > upper)
    let isWide = kind == .log10 && self.upper / 2 > self.lower
    lowerLogarithm = isWide ? Elementary.log10(self.lower) : nil
    span = Self.distance(
      from: self.lower, lowerLogarithm, to: self.upper, kind: kind)
  }

  /// Where `value` lies: 0...1 inside the domain, beyond that outside it.
  ///
  /// NaN for NaN, and on a log scale for zero and less.
  package func position(_ value: Double) -> Double {
    guard kind == .linear || value > 0 else { return .nan }
    let offset = Self.distance(from: lower, lowerLogarithm, to: value, kind: kind)
    return isReversed ? (span - offset) / span : offset / span
  }

  /// The value at `position`, the inverse of `position(_:)` but for rounding; exact at 0 and 1.
  package func value(at position: Double) -> Double {
    let fraction = isReversed ? 1 - position : position
    if fraction == 0 { return lower }
    if fraction == 1 { return upper }
    switch kind {
    case .linear:
      return fraction < 0.5 ? lower + fraction * span : upper - (1 - fraction) * span
    case .log10:
      guard let lowerLogarithm else { return lower * Logarithm.powerOfTen(fraction * span) }
      return Logarithm.powerOfTen(lowerLogarithm + fraction * span)
    }
  }

  /// How far `value` lies beyond `lower`, in what `span` is measured in.
  private static func distance(
    from lower: Double, _ lowerLogarithm: Double?, to value: Double, kind: ScaleKind
  ) -> Double {
    guard kind == .log10 else { return value - lower }
    guard let lowerLogarithm else { return Logarithm.decades(from: lower, to: value) }
    return Elementary.log10(value) - lowerLogarithm
  }

  /// The domain for data that have one value only, with that value in the middle.
  ///
  /// Linear: a tenth of the value to either side (at least four units in its last place), and
  /// -1...1 for zero. Log: half a decade to either side. What would overflow or reach zero stops at
  /// the last finite or the least positive number.
  static func widened(_ value: Double, kind: ScaleKind) -> (lower: Double, upper: Double) {
    let most = Double.greatestFiniteMagnitude
    switch kind {
    case .linear where value == 0:
      return (-1, 1)
    case .linear:
      let margin = max(value.magnitude / 10, 4 * value.ulp)
      return (max(value - margin, -most), min(value + margin, most))
    case .log10:
      let factor = 10.0.squareRoot()
      let least = Double.leastNonzeroMagnitude
      return (max(value / factor, least), min(value * factor, most))
    }
  }
}
