/// Which panels a page keeps that cannot hold all of them, and what it then says.
///
///     Excerpt(columns: Excerpt.Part(of: 5) { "\($0) of 5 layers are shown." })
package struct Excerpt: Equatable, Sendable {
  /// One kind of parts, such as the columns.
  package struct Part: Equatable, Sendable {
    /// What the page says where it shows one part, two, and so on up to all but one.
    package var sentences: [String]
    /// The parts by number, the most important first; nil keeps an even choice with the first and
    /// the last.
    package var ranks: [Int]?
    /// Parts that a page keeps at least; nil for two or a quarter, with fewer of which a figure no
    /// longer shows what it is for.
    package var least: Int?

    package init(
      of count: Int, ranks: [Int]? = nil, least: Int? = nil, _ sentence: (Int) -> String
    ) {
      self.least = least
      sentences = count > 1 ? (1..<count).map(sentence) : []
      self.ranks = ranks
    }

    /// The parts by number, ascending, where `shown` of `count` are kept.
    func indices(_ shown: Int, of count: Int) -> [Int] {
      if let ranks { return ranks.prefix(shown).sorted() }
      guard shown > 1 else { return [0] }
      return (0..<shown).map { $0 * (count - 1) / (shown - 1) }
    }
  }

  /// Rows of a grid whose columns mean something, as those of layers do.
  package var rows: Part?
  /// Columns of such a grid.
  package var columns: Part?
  /// Panels of a grid that wraps.
  package var panels: Part?
  /// Bands of the y axis that are named and judged; the data of the others stays.
  package var bands: Part?

  package init(
    rows: Part? = nil, columns: Part? = nil, panels: Part? = nil, bands: Part? = nil
  ) {
    self.rows = rows
    self.columns = columns
    self.panels = panels
    self.bands = bands
  }
}

/// How many parts a page keeps of each grid; nil for all of them.
struct ExcerptCounts: Equatable, Sendable {
  var rows: Int?
  var columns: Int?
  var panels: Int?
  var bands: Int?

  /// Below this share of the rows, or of the columns, a figure no longer shows what it is for.
  static let leastShare = 0.25

  /// The ways to keep a part of a chart, the fullest first.
  static func choices(for chart: Chart) -> [ExcerptCounts] {
    guard let grid = chart.sections.first, let excerpt = grid.excerpt,
      chart.sections.allSatisfy({
        $0.rows == grid.rows && $0.columns == grid.columns && $0.panels.count == grid.panels.count
      })
    else { return [] }
    // Down the page and across it: of equally full excerpts those with more of the former come
    // first, as a row or a panel is a finding.
    let (first, second) =
      grid.wraps
      ? ((excerpt.panels, grid.panelCount), (excerpt.bands, grid.bandCount))
      : ((excerpt.rows, grid.rows), (excerpt.columns, grid.columns))
    var choices: [(counts: ExcerptCounts, share: Double)] = []
    for one in counts(first.0, of: first.1) {
      for other in counts(second.0, of: second.1) where one != nil || other != nil {
        let share =
          Double(one ?? first.1) / Double(first.1) * Double(other ?? second.1)
          / Double(max(1, second.1))
        let counts =
          grid.wraps
          ? ExcerptCounts(panels: one, bands: other) : ExcerptCounts(rows: one, columns: other)
        choices.append((counts, share))
      }
    }
    return choices.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element.counts)
  }

  private static func counts(_ part: Excerpt.Part?, of count: Int) -> [Int?] {
    guard let part, count > 1 else { return [nil] }
    let quarter = max(min(2, count - 1), Int((leastShare * Double(count)).rounded(.up)))
    let least = max(1, min(part.least ?? quarter, count - 1))
    return [nil] + (least..<count).reversed().map { $0 }
  }

  /// What the page says of it.
  func sentence(of grid: PanelGrid) -> String {
    let parts = [
      (grid.excerpt?.rows, rows), (grid.excerpt?.columns, columns), (grid.excerpt?.panels, panels),
      (grid.excerpt?.bands, bands),
    ]
    return parts.compactMap { part, count in
      guard let part, let count, count <= part.sentences.count else { return nil }
      return part.sentences[count - 1]
    }.joined(separator: " ")
  }
}

extension PanelGrid {
  /// The panels that are there.
  var panelCount: Int { panels.count { $0 != nil } }

  /// The bands of the y axis; 0 for another axis.
  package var bandCount: Int {
    if case .bands(let names) = y.kind { names.count } else { 0 }
  }

  /// The grid with the parts that an excerpt keeps.
  func excerpt(_ counts: ExcerptCounts) -> PanelGrid {
    var grid = self
    if let count = counts.bands, let part = excerpt?.bands, case .bands(var names) = y.kind {
      let kept = part.indices(count, of: names.count)
      for index in names.indices where !kept.contains(index) {
        names[index] = ""
        if headsBands { grid.rowHeadings[index] = RowHeading(title: "") }
      }
      grid.y.kind = .bands(names)
    }
    if let count = counts.panels, let part = excerpt?.panels {
      let kept = part.indices(count, of: panelCount)
      let all = panels.compactMap { $0 }
      grid.panels = kept.map { all[$0] }
      if rows == 1 && !columnTitles.isEmpty { grid.columnTitles = kept.map { columnTitles[$0] } }
      grid.columns = min(columns, count)
      grid.fillLastRow()
    }
    let keptRows = counts.rows.flatMap { excerpt?.rows?.indices($0, of: rows) }
    let keptColumns = counts.columns.flatMap { excerpt?.columns?.indices($0, of: columns) }
    guard keptRows != nil || keptColumns != nil else { return grid }
    let (rowIndices, columnIndices) = (
      keptRows ?? Array(0..<rows), keptColumns ?? Array(0..<columns)
    )
    grid.panels = rowIndices.flatMap { row in
      columnIndices.map { panel(row: row, column: $0) }
    }
    grid.columns = columnIndices.count
    if !columnTitles.isEmpty { grid.columnTitles = columnIndices.map { columnTitles[$0] } }
    if !rowHeadings.isEmpty && !headsBands {
      grid.rowHeadings = rowIndices.map { rowHeadings[$0] }
    }
    return grid
  }

  /// Empty places up to the end of the last row.
  package mutating func fillLastRow() {
    while panels.count % columns != 0 { panels.append(nil) }
  }
}
