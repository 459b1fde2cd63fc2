/// One thing that a figure states: a number, a range or a word.
///
/// Facts of two figures of one kind belong together where `series.key`, `quantity` and nothing else
/// are equal; both are the same in every language. What is not finite is not stated, so that a run
/// which diverged has no final loss but a step at which it diverged.
package struct FigureFact: Equatable, Sendable {
  /// What a fact is about.
  package struct Series: Equatable, Hashable, Sendable {
    /// In the words of the command line, as `adam:0.001` or `dropout, test`; empty for the chart as
    /// a whole.
    package var key: String
    /// In the words of the figure.
    package var name: String

    package init(key: String, name: String) {
      self.key = key
      self.name = name
    }

    /// The chart as a whole.
    package static let whole = Series(key: "", name: "")
  }

  package enum Value: Equatable, Sendable {
    case number(Double)
    /// From one end of an axis to the other.
    case range(Double, Double)
    /// A verdict: its name in the code, and as the figure writes it.
    case word(key: String, name: String)
  }

  /// What a number counts.
  package enum Unit: String, Equatable, Sendable {
    case none = ""
    /// Natural units of cross-entropy.
    case nats
    /// Hundredths of a whole.
    case percent
    /// Differences of percentages.
    case points
    case iterations, epochs, steps, runs, trials, scales, degrees, turns
    /// Units of a layer.
    case units
  }

  /// How a figure writes a number.
  package enum Style: Equatable, Sendable {
    /// Two significant digits.
    case significant
    /// One decimal, with the sign of percent where that is the unit.
    case oneDecimal
    /// A percentage with as many digits as it needs, of which only 0 and 100 themselves are written
    /// as such.
    case percentage
    /// A whole number.
    case whole
    /// The end of an axis.
    case end
  }

  package var series: Series
  package var quantity: FactQuantity
  package var value: Value
  package var unit: Unit
  package var style: Style
  let language: Language

  /// The value as the figure writes it: "0.0090", "76.0 %", "0 to 2.4", "vanishing".
  package var text: String {
    switch value {
    case .number(let number): text(of: number)
    case .range(let lower, let upper):
      language.pick(
        "\(text(of: lower)) to \(text(of: upper))", "\(text(of: lower))~\(text(of: upper))")
    case .word(_, let name): name
    }
  }

  /// Another number in the way of this fact, as that of another figure or a difference.
  package func text(of number: Double) -> String {
    switch style {
    case .significant: return DisplayNumber.significant(number)
    case .oneDecimal:
      return DisplayNumber.fixed(number, decimals: 1) + (unit == .percent ? " %" : "")
    case .percentage: return DisplayNumber.percentage(number)
    case .whole: return DisplayNumber.whole(number)
    case .end: return DisplayNumber.end(number) + (unit == .percent ? " %" : "")
    }
  }

  /// What is stated, in the figure's language: "final loss".
  package var name: String { quantity.name(language) }
}
