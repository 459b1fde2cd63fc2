import Figures

/// The facts of a figure, to be asked for one by one.
struct StatedFacts {
  let facts: [FigureFact]

  init(_ figure: some Figure) { facts = figure.facts }

  /// What the figure writes for a quantity of a series; nil where it says nothing.
  subscript(_ series: String, _ quantity: FactQuantity) -> String? {
    facts.first { $0.series.key == series && $0.quantity == quantity }?.text
  }

  func number(_ series: String, _ quantity: FactQuantity) -> Double? {
    let fact = facts.first { $0.series.key == series && $0.quantity == quantity }
    guard case .number(let number)? = fact?.value else { return nil }
    return number
  }

  func range(_ series: String, _ quantity: FactQuantity) -> [Double]? {
    let fact = facts.first { $0.series.key == series && $0.quantity == quantity }
    guard case .range(let lower, let upper)? = fact?.value else { return nil }
    return [lower, upper]
  }

  /// Series in the order in which they first come.
  var series: [String] {
    var keys: [String] = []
    for fact in facts where !keys.contains(fact.series.key) { keys.append(fact.series.key) }
    return keys
  }

  /// Whether no two facts could be taken for each other.
  var keysAreUnique: Bool {
    let keys = facts.map { "\($0.series.key)\n\($0.quantity.rawValue)" }
    return Set(keys).count == keys.count
  }
}
