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

    package init(of count: Int, ranks: [Int]? = nil, _ sentence: (Int) -> String) {
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

  package init(rows: Part? = nil, columns: Part? = nil, panels: Part? = nil) {
    self.rows = rows
    self.columns = columns
    self.panels = panels
  }
}

/// How many parts a page keeps of each grid; nil for all of them.
struct ExcerptCounts: Equatable, Sendable {
  var rows: Int?
  var columns: Int?
  var panels: Int?

  /// Below this share of the rows, or of the columns, a figure no longer shows what it is for.
  static let leastShare = 0.25

  /// The ways to keep a part of a chart, those with the most panels first.
  static func choices(for chart: Chart) -> [ExcerptCounts] {
    guard let grid = chart.sections.first, let excerpt = grid.excerpt,
      chart.sections.allSatisfy({
        $0.rows == grid.rows && $0.columns == grid.columns && $0.panels.count == grid.panels.count
      })
    else { return [] }
    func counts(_ part: Excerpt.Part?, of count: Int) -> [Int?] {
      guard part != nil, count > 1 else { return [nil] }
      let least = max(min(2, count - 1), Int((Self.leastShare * Double(count)).rounded(.up)))
      return [nil] + (least..<count).reversed().map { $0 }
    }
    if grid.wraps {
      return counts(excerpt.panels, of: grid.panelCount).dropFirst().map {
        ExcerptCounts(panels: $0)
      }
    }
    var choices: [(counts: ExcerptCounts, panels: Int)] = []
    for rows in counts(excerpt.rows, of: grid.rows) {
      for columns in counts(excerpt.columns, of: grid.columns) where rows != nil || columns != nil {
        choices.append(
          (
            ExcerptCounts(rows: rows, columns: columns),
            (rows ?? grid.rows) * (columns ?? grid.columns)
          ))
      }
    }
    // Of equally many panels those of the most rows: a row is a finding.
    return choices.enumerated().sorted {
      ($1.element.panels, $0.offset) < ($0.element.panels, $1.offset)
    }.map(\.element.counts)
  }

  /// What the page says of it.
  func sentence(of grid: PanelGrid) -> String {
    let parts = [
      (grid.excerpt?.rows, rows), (grid.excerpt?.columns, columns), (grid.excerpt?.panels, panels),
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

  /// The grid with the parts that an excerpt keeps.
  func excerpt(_ counts: ExcerptCounts) -> PanelGrid {
    var grid = self
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
  mutating func fillLastRow() {
    while panels.count % columns != 0 { panels.append(nil) }
  }
}
