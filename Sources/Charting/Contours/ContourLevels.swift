/// A value at which a contour line is drawn, and how it is written.
package struct ContourLevel: Equatable, Sendable {
  package let value: Double
  package let label: String
}

/// Round levels for contours.
package enum ContourLevels {
  /// Values of one sign whose sizes have a greater ratio than this get geometric levels.
  private static let geometricRatio = 50.0
  /// Geometric levels reach so many decades below the greatest value.
  private static let decades = 3

  /// Round levels strictly between `min` and `max`, about `count` of them, in ascending order.
  ///
  /// - Values of one sign (or zero) whose sizes differ by a factor above 50 get levels at equal
  ///   ratios, 1, 2, 5, 10 or 1, 3, 10 or powers of ten, over the three decades next to the
  ///   greatest size: a bowl gets rings of about equal distance, not a heap at its rim.
  /// - Others get the multiples of the best nice step (`NiceSteps`).
  /// - Equal, NaN and infinite ends give none.
  package static func choose(min: Double, max: Double, count: Int) -> [ContourLevel] {
    guard min < max, (max - min).isFinite, count > 0 else { return [] }
    if min >= 0 && max > geometricRatio * min {
      return geometric(from: min, to: max, count: count)
    }
    if max <= 0 && min < geometricRatio * max {
      return geometric(from: -max, to: -min, count: count).reversed().map {
        ContourLevel(value: -$0.value, label: "\u{2212}" + $0.label)
      }
    }
    return linear(from: min, to: max, count: count)
  }

  private static func linear(from min: Double, to max: Double, count: Int) -> [ContourLevel] {
    let sequences = NiceSteps(
      lower: min, upper: max, domain: (min, max), target: Double(count + 1),
      greatestCount: 3 * count + 2, isWhole: false
    ).sequences()
    guard let best = sequences.first else { return [] }
    let style = best.style
    return (0..<best.count).map { best[$0] }.filter { min < $0.value && $0.value < max }.map {
      ContourLevel(value: $0.value, label: style.text($0))
    }
  }

  private static func geometric(from min: Double, to max: Double, count: Int) -> [ContourLevel] {
    let top = Decimal10.leadingExponent(of: max)
    let floor = Swift.max(min, max * Decimal10(mantissa: 1, exponent: -decades).value)
    let patterns = [[1, 2, 5], [1, 3], [1]].map { digits in
      (top - decades...top).flatMap { exponent in
        digits.map { Decimal10(mantissa: $0, exponent: exponent) }
      }.filter { floor < $0.value && $0.value < max }
    }
    // The nearest to the wanted number; the finer one of two.
    var best = patterns[0]
    for numbers in patterns.dropFirst() where abs(numbers.count - count) < abs(best.count - count) {
      best = numbers
    }
    return best.map { ContourLevel(value: $0.value, label: DecadeStyle.text($0)) }
  }
}
