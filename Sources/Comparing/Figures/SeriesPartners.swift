internal import Figures

/// Which series of two figures belong together: those of one key, then of what is left those that
/// alone are called the same, then those whose keys alone are the same without settings, as
/// `adam:0.001` and `adam:0.002`.
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
    matchUnique(by: \.name)
    matchUnique(by: Self.bare)
    pairs.sort { left, right in
      order.firstIndex(of: left.reference.key) ?? 0 < order.firstIndex(of: right.reference.key) ?? 0
    }
  }

  /// A key without its settings: `adam below sgd` of `adam:0.001 below sgd:0.01`.
  private static func bare(_ series: FigureFact.Series) -> String {
    series.key.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.prefix { $0 != ":" && $0 != "=" } + (word.hasSuffix(",") ? "," : "")
    }.joined(separator: " ")
  }

  /// Matches those left over that alone, in both figures, have some word.
  private mutating func matchUnique(by word: (FigureFact.Series) -> String) {
    let words = lost.map(word)
    match { series, added in
      let same = added.filter { word($0) == word(series) }
      return same.count == 1 && words.count { $0 == word(series) } == 1 ? same.first : nil
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
