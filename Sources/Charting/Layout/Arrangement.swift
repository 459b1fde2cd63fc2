/// How the sections and panels of a chart are dealt out on a page.
struct Arrangement: Equatable, Sendable {
  /// Sections stand beside each other in place of one under the other.
  var isSideBySide = false
  /// Rows of every grid that wraps; nil for those that the chart asks for.
  var rows: Int?
  /// Parts that the page keeps; nil for all.
  var excerpt: ExcerptCounts?

  /// The arrangements of a chart, the chart's own first.
  static func all(for chart: Chart, excerpt: ExcerptCounts?) -> [Arrangement] {
    let sections = Arrangement(excerpt: excerpt).sections(of: chart)
    // Grids that wrap have a row for each number that leaves no column empty.
    let wrapping = sections.filter(\.wraps).map(\.panelCount)
    let most = wrapping.max() ?? 1
    var rows: [Int?] = [nil]
    var seen = Set<[Int]>()
    if !wrapping.isEmpty {
      seen.insert(sections.filter(\.wraps).map(\.columns))
      for count in 1...max(1, most) {
        let columns = wrapping.map { Self.columns(of: $0, rows: count) }
        if seen.insert(columns).inserted { rows.append(count) }
      }
    }
    let sides = sections.count > 1 && canStandSideBySide(sections) ? [false, true] : [false]
    return sides.flatMap { isSideBySide in
      rows.map { Arrangement(isSideBySide: isSideBySide, rows: $0, excerpt: excerpt) }
    }
  }

  private static func columns(of count: Int, rows: Int) -> Int {
    max(1, (count + min(rows, count) - 1) / max(1, min(rows, count)))
  }

  /// Names and verdicts stand once beside all sections, which then must have the same rows.
  private static func canStandSideBySide(_ sections: [PanelGrid]) -> Bool {
    let names = sections.map { $0.rowHeadings.map(\.title) }
    return sections.allSatisfy { !$0.headsBands && $0.colorBar == nil }
      && names.allSatisfy { $0 == names[0] }
      && sections.allSatisfy { names[0].isEmpty || $0.rows == sections[0].rows }
  }

  /// The grids of a chart, arranged.
  func sections(of chart: Chart) -> [PanelGrid] {
    chart.sections.map { section in
      var grid = excerpt.map(section.excerpt) ?? section
      if let rows, grid.wraps {
        grid = grid.wrapped(into: Self.columns(of: grid.panelCount, rows: rows))
      }
      return grid
    }
  }

  /// The grids as the page sets them: titles and names short where they are to be, names and
  /// verdicts of sections beside each other only at the two ends.
  func sections(of chart: Chart, omitting omitted: [Omission]) -> [PanelGrid] {
    finished(sections(of: chart), forms: chart.shortForms, omitting: omitted)
  }

  /// Arranged grids as the page sets them.
  func finished(
    _ sections: [PanelGrid], forms: [ShortForm], omitting omitted: [Omission]
  ) -> [PanelGrid] {
    var sections = sections
    if omitted.contains(.longForms) { sections = sections.map { $0.shortened(by: forms) } }
    guard isSideBySide, let first = sections.first, !first.rowHeadings.isEmpty else {
      return sections
    }
    // Each row has its verdict from whichever section gives one.
    let verdicts = first.rowHeadings.indices.map { row in
      sections.lazy.compactMap { $0.rowHeadings[row].verdict }.first
    }
    for index in sections.indices {
      for row in sections[index].rowHeadings.indices {
        let hasVerdict =
          omitted.contains(.verdictColumn) ? index == 0 : index == sections.count - 1
        sections[index].rowHeadings[row].verdict = hasVerdict ? verdicts[row] : nil
        if index > 0 {
          sections[index].rowHeadings[row].title = ""
          sections[index].rowHeadings[row].detail = ""
        }
      }
    }
    return sections
  }
}

extension PanelGrid {
  /// The same panels in another number of columns; names of columns become those of panels.
  func wrapped(into columns: Int) -> PanelGrid {
    guard columns != self.columns else { return self }
    var grid = self
    grid.panels = panels.filter { $0 != nil }
    if rows == 1 {
      for (index, name) in zip(grid.panels.indices, columnTitles) {
        grid.panels[index]?.title = name
      }
    }
    grid.columnTitles = []
    grid.columns = columns
    grid.fillLastRow()
    return grid
  }
}
