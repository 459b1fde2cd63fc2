internal import Figures

/// Which series of two figures belong together: those of one key, then those left over that are
/// called the same, as Adam at another rate.
struct SeriesPartners {
  private(set) var pairs: [(reference: FigureFact.Series, new: FigureFact.Series)] = []
  /// Those of one figure alone.
  private(set) var lost: [FigureFact.Series]
  private(set) var added: [FigureFact.Series]

  /// - Parameters: Series in their order; a key may come several times.
  init(_ reference: [FigureFact.Series], _ new: [FigureFact.Series]) {
    lost = Self.unique(reference)
    added = Self.unique(new)
    let order = lost.map(\.key)
    match { series, added in added.first { $0.key == series.key } }
    let names = lost.map(\.name)
    match { series, added in
      let same = added.filter { $0.name == series.name }
      return same.count == 1 && names.count { $0 == series.name } == 1 ? same.first : nil
    }
    pairs.sort { left, right in
      order.firstIndex(of: left.reference.key) ?? 0 < order.firstIndex(of: right.reference.key) ?? 0
    }
  }

  /// - Parameter partner: The partner of a series among those that have none yet.
  private mutating func match(
    _ partner: (FigureFact.Series, [FigureFact.Series]) -> FigureFact.Series?
  ) {
    let candidates = added
    let found = lost.compactMap { series in
      partner(series, candidates).map { (reference: series, new: $0) }
    }
    lost.removeAll { series in found.contains { $0.reference == series } }
    added.removeAll { series in found.contains { $0.new == series } }
    pairs += found
  }

  private static func unique(_ list: [FigureFact.Series]) -> [FigureFact.Series] {
    list.reduce(into: []) { unique, series in
      if !unique.contains(where: { $0.key == series.key }) { unique.append(series) }
    }
  }
}
