/// One direction of a panel: what is measured and which range of it is shown.
package struct Axis: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case linear, log10
    /// One band for each name; values count the bands from zero.
    case bands([String])
  }

  /// How the shown range is chosen.
  package enum Domain: Equatable, Sendable {
    /// From the data, with some room; `includeZero` for lengths that are compared.
    case data(includeZero: Bool = false)
    case fixed(Double, Double)
  }

  package var title: String
  package var kind: Kind
  package var domain: Domain
  /// Values that cannot be passed, such as 0 and 1 for accuracy: no label lies beyond.
  package var bounds: HardBounds
  /// Whether grid lines mark the ticks.
  package var grid: Bool
  /// Whether values are counts, so that no number stands between two of them.
  package var isWhole = false
  /// Whether each band has its name on every page; else names may be missing between others, as
  /// numbers may.
  package var keepsNames = true

  package init(
    title: String = "", kind: Kind = .linear, domain: Domain = .data(),
    bounds: HardBounds = .none, grid: Bool = true, isWhole: Bool = false, keepsNames: Bool = true
  ) {
    self.title = title
    self.kind = kind
    self.domain = domain
    self.bounds = bounds
    self.grid = grid
    self.isWhole = isWhole
    self.keepsNames = keepsNames
  }
}
