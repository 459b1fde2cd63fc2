/// Lays a page out in one arrangement, with one choice of what is left out.
struct PageLayout {
  let chart: ArrangedChart
  let omitted: [Omission]
  let size: Size
  let theme: Theme
  let text: TextSetter

  private var margin: Double { min(size.width, size.height) < 300 ? 9 : 16 }
  /// A sentence under the title that takes more of the page's height is not worth its room.
  private static let subtitleShare = 1.0 / 6
  /// Between two sections, in points.
  private static let sectionGap = 12.0
  /// Between two sections beside each other.
  private static let sideGap = 22.0

  /// The layout, or nil where something has no room.
  func solve(naming: SeriesNaming) throws(ChartError) -> PagePlan? {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height).inset(by: margin)
    let source = chart.chart
    var top = page.y
    var bottom = page.maxY

    let titleStyle = TextStyle(size: theme.sizes.title, weight: .bold)
    let heading =
      omitted.contains(.longForms) ? source.shortForms.short(source.title) : source.title
    guard
      let titleLines = try text.fittedLines(heading, titleStyle, width: page.width, atMost: 3)
    else { return nil }
    let title = PagePlan.Block(
      lines: titleLines, style: titleStyle, origin: Point(x: page.x, y: top))
    top += titleStyle.height(ofLines: titleLines.count)

    var subtitle = PagePlan.Block(style: TextStyle(size: theme.sizes.subtitle, ink: .muted))
    let sentences = [
      omitted.contains(.subtitle) ? "" : source.subtitle, chart.excerptSentence,
    ].filter { !$0.isEmpty }
    if !sentences.isEmpty {
      guard
        let lines = try text.fittedLines(
          sentences.joined(separator: " "), subtitle.style, width: min(page.width, 760), atMost: 4)
      else { return nil }
      guard subtitle.style.height(ofLines: lines.count) <= Self.subtitleShare * size.height else {
        return nil
      }
      subtitle.lines = lines
      subtitle.origin = Point(x: page.x, y: top + 3)
      top += 3 + subtitle.style.height(ofLines: lines.count)
    }
    top += 8

    var legend: LegendPlan?
    if !naming.entries.isEmpty {
      guard
        var plan = try LegendPlan(
          entries: naming.entries, width: page.width, theme: theme, text: text)
      else { return nil }
      plan.origin = Point(x: page.x, y: top)
      top += plan.height + 8
      legend = plan
    }

    var notes = PagePlan.Block(style: TextStyle(size: theme.sizes.note, ink: .muted))
    if !omitted.contains(.notes) {
      for note in source.notes {
        guard
          let lines = try text.fittedLines(note, notes.style, width: page.width, atMost: 3)
        else { return nil }
        notes.lines += lines
      }
      if !notes.lines.isEmpty {
        bottom -= notes.style.height(ofLines: notes.lines.count)
        notes.origin = Point(x: page.x, y: bottom)
        bottom -= 9
      }
    }

    let area = Rect(x: page.x, y: top, width: page.width, height: bottom - top)
    guard let sections = try sections(in: area, directLabels: naming.directLabels) else {
      return nil
    }
    return PagePlan(
      arrangement: chart.arrangement, omitted: omitted, title: title, subtitle: subtitle,
      notes: notes, legend: legend, sections: sections)
  }

  // MARK: Sections

  private func sections(
    in area: Rect, directLabels: [DirectLabel]
  ) throws(ChartError) -> [PagePlan.SectionPlan]? {
    let solvers = chart.solvers(omitting: omitted, theme: theme, text: text)
    // Columns of all sections stand under each other.
    var widths = HeadingColumns.Widths()
    for solver in solvers {
      guard let own = try solver.headingWidths(width: area.width, omitting: omitted) else {
        return nil
      }
      widths.titles = max(widths.titles, own.titles)
      widths.verdicts = max(widths.verdicts, own.verdicts)
    }
    guard chart.arrangement.isSideBySide else {
      guard
        let first = try stacked(
          solvers, in: area, widths: widths, directLabels: directLabels, surround: Surround())
      else { return nil }
      // Once more with the widest numbers, so that the left edges of all plots are one.
      let surround = first.reduce(Surround()) { $0.union($1.surround) }.sides
      if first.allSatisfy({ $0.surround.sides == surround }) { return first }
      return try stacked(
        solvers, in: area, widths: widths, directLabels: directLabels, surround: surround)
    }
    guard let first = try sideBySide(solvers, in: area, widths: widths, surround: Surround())
    else { return nil }
    // Once more with what the highest needs above and below its plots, so that rows stand level.
    let surround = first.reduce(Surround()) { $0.union($1.surround) }.ends
    return try sideBySide(solvers, in: area, widths: widths, surround: surround)
  }

  private func stacked(
    _ solvers: [SectionSolver], in area: Rect, widths: HeadingColumns.Widths,
    directLabels: [DirectLabel], surround: Surround
  ) throws(ChartError) -> [PagePlan.SectionPlan]? {
    // Sections get height by their rows; half a row stands for what surrounds them.
    let weights = solvers.map { Double($0.grid.rows) + 0.5 }
    let total = weights.reduce(0, +)
    let height = area.height - Self.sectionGap * Double(solvers.count - 1)
    var plans: [PagePlan.SectionPlan] = []
    var top = area.y
    for (solver, weight) in zip(solvers, weights) {
      let share = height * weight / total
      guard
        let plan = try solver.solve(
          in: Rect(x: area.x, y: top, width: area.width, height: share), omitting: omitted,
          headingWidths: widths, directLabels: directLabels, surround: surround)
      else { return nil }
      plans.append(plan)
      top += share + Self.sectionGap
    }
    return plans
  }

  /// Sections in one row: names before the first, verdicts behind the last, the rest of the width
  /// by their columns.
  private func sideBySide(
    _ solvers: [SectionSolver], in area: Rect, widths: HeadingColumns.Widths, surround: Surround
  ) throws(ChartError) -> [PagePlan.SectionPlan]? {
    let columns = solvers.map { Double($0.grid.columns) }
    let total = columns.reduce(0, +)
    let width =
      area.width - widths.titles - widths.verdicts - Self.sideGap * Double(solvers.count - 1)
    var plans: [PagePlan.SectionPlan] = []
    var left = area.x
    for (index, solver) in solvers.enumerated() {
      var own = HeadingColumns.Widths()
      if index == 0 { own.titles = widths.titles }
      if index == solvers.count - 1 { own.verdicts = widths.verdicts }
      let share = width * columns[index] / total + own.titles + own.verdicts
      guard
        let plan = try solver.solve(
          in: Rect(x: left, y: area.y, width: share, height: area.height), omitting: omitted,
          headingWidths: own, directLabels: [], surround: surround, pageWidth: area.width)
      else { return nil }
      plans.append(plan)
      left += share + Self.sideGap
    }
    return plans
  }
}

/// What a section needs around its plots, in points.
struct Surround: Equatable, Sendable {
  var title = 0.0
  var columnTitles = 0.0
  /// Above each row of plots.
  var header = 0.0
  var xTitle = 0.0
  /// On the left of the plots.
  var yTitle = 0.0
  var yLabels = 0.0

  /// What is above and below the plots alone.
  var ends: Surround {
    Surround(title: title, columnTitles: columnTitles, header: header, xTitle: xTitle)
  }

  /// What is on the left of them alone.
  var sides: Surround { Surround(yTitle: yTitle, yLabels: yLabels) }

  func union(_ other: Surround) -> Surround {
    Surround(
      title: max(title, other.title), columnTitles: max(columnTitles, other.columnTitles),
      header: max(header, other.header), xTitle: max(xTitle, other.xTitle),
      yTitle: max(yTitle, other.yTitle), yLabels: max(yLabels, other.yLabels))
  }
}
