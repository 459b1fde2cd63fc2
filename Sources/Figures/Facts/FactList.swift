import Charting

/// Facts in the making.
struct FactList {
  let language: Language
  private(set) var facts: [FigureFact] = []

  init(_ language: Language) { self.language = language }

  /// States a number; nil and what is not finite is passed over.
  mutating func add(
    _ quantity: FactQuantity, of series: FigureFact.Series = .whole, _ value: Double?,
    _ style: FigureFact.Style, _ unit: FigureFact.Unit = .none
  ) {
    guard let value, value.isFinite else { return }
    append(quantity, series, .number(value), style, unit)
  }

  /// States a count or a place, as an epoch.
  mutating func add(
    _ quantity: FactQuantity, of series: FigureFact.Series = .whole, _ count: Int?,
    _ unit: FigureFact.Unit
  ) {
    add(quantity, of: series, count.map(Double.init), .whole, unit)
  }

  /// States a judgement.
  mutating func add(
    _ quantity: FactQuantity, of series: FigureFact.Series = .whole, word: String, named: String
  ) {
    append(quantity, series, .word(key: word, name: named), .whole, .none)
  }

  /// States the ranges that the first panel of a grid shows.
  ///
  /// Room beyond what the measure can reach, as above 100 %, counts as part of the page, not of the
  /// axis.
  mutating func addAxes(of grid: PanelGrid, named series: FigureFact.Series = .whole) {
    for (quantity, axis) in [(FactQuantity.xAxis, grid.shownX), (.yAxis, grid.shownY)] {
      guard let axis else { continue }
      add(quantity, of: series, from: axis.lower, to: axis.upper)
    }
  }

  /// States a range.
  mutating func add(
    _ quantity: FactQuantity, of series: FigureFact.Series = .whole, from lower: Double,
    to upper: Double, _ style: FigureFact.Style = .end, _ unit: FigureFact.Unit = .none
  ) {
    append(quantity, series, .range(lower, upper), style, unit)
  }

  private mutating func append(
    _ quantity: FactQuantity, _ series: FigureFact.Series, _ value: FigureFact.Value,
    _ style: FigureFact.Style, _ unit: FigureFact.Unit
  ) {
    facts.append(
      FigureFact(
        series: series, quantity: quantity, value: value, unit: unit, style: style,
        language: language))
  }
}
