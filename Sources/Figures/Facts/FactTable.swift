/// The facts of a figure by what they are about and what they state.
package struct FactTable: Sendable {
  private struct Key: Hashable {
    let series: String
    let quantity: FactQuantity
  }

  private let facts: [Key: FigureFact]

  /// Of several facts of one key the first counts.
  package init(_ facts: [FigureFact]) {
    self.facts = Dictionary(
      facts.map { (Key(series: $0.series.key, quantity: $0.quantity), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The fact of a series, or of the chart as a whole for an empty key.
  package subscript(_ series: String, _ quantity: FactQuantity) -> FigureFact? {
    facts[Key(series: series, quantity: quantity)]
  }

  /// The fact as the figure writes it.
  package func text(_ series: String, _ quantity: FactQuantity) -> String? {
    self[series, quantity]?.text
  }

  /// The number of a fact; nil for words and ranges.
  package func number(_ series: String, _ quantity: FactQuantity) -> Double? {
    guard case .number(let number)? = self[series, quantity]?.value else { return nil }
    return number
  }
}
