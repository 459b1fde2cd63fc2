/// Finds the fullest layout that a page can hold.
struct PageSolver {
  let chart: Chart
  let size: Size
  let theme: Theme
  let text: TextSetter

  private var margin: Double { min(size.width, size.height) < 300 ? 9 : 16 }

  /// Least plot that a page keeps before it leaves something more out.
  private var comfort: Size {
    chart.sections.contains { $0.panels.count > 1 }
      ? Size(width: 44, height: 30) : Size(width: 120, height: 80)
  }

  /// The layout with the fewest omissions in which everything has its room.
  ///
  /// - Throws: `ChartError.pageTooSmall` when even the barest layout has none.
  func solve() throws(ChartError) -> PagePlan {
    var solvers: [SectionSolver] = []
    for grid in chart.sections {
      solvers.append(try SectionSolver(grid: grid, theme: theme, text: text))
    }
    let namings = SeriesNaming.choices(
      for: chart, xScale: solvers.first?.firstXScale, pageWidth: size.width)
    for level in 0...Omission.allCases.count {
      let omitted = Array(Omission.allCases.prefix(level))
      for naming in namings {
        guard let plan = try attempt(omitting: omitted, naming: naming, solvers: solvers) else {
          continue
        }
        let isComfortable = plan.sections.allSatisfy {
          $0.panelSize.width >= comfort.width && $0.panelSize.height >= comfort.height
        }
        if isComfortable || level == Omission.allCases.count { return plan }
      }
    }
    throw ChartError.pageTooSmall(
      width: size.width, height: size.height,
      rows: chart.sections.reduce(0) { $0 + $1.rows },
      columns: chart.sections.map(\.columns).max() ?? 1)
  }

  private func attempt(
    omitting omitted: [Omission], naming: SeriesNaming, solvers: [SectionSolver]
  ) throws(ChartError) -> PagePlan? {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height).inset(by: margin)
    var top = page.y
    var bottom = page.maxY

    let titleStyle = TextStyle(size: theme.sizes.title, weight: .bold)
    guard
      let titleLines = try text.fittedLines(
        chart.title, titleStyle, width: page.width, atMost: 3)
    else { return nil }
    let title = PagePlan.Block(
      lines: titleLines, style: titleStyle, origin: Point(x: page.x, y: top))
    top += titleStyle.height(ofLines: titleLines.count)

    var subtitle = PagePlan.Block(style: TextStyle(size: theme.sizes.subtitle, ink: .muted))
    if !omitted.contains(.subtitle) && !chart.subtitle.isEmpty {
      guard
        let lines = try text.fittedLines(
          chart.subtitle, subtitle.style, width: min(page.width, 760), atMost: 4)
      else { return nil }
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
      for note in chart.notes {
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

    var plan = PagePlan(
      omitted: omitted, title: title, subtitle: subtitle, notes: notes, legend: legend,
      sections: [])
    // Columns of all sections stand under each other.
    var widths = HeadingColumns.Widths()
    for solver in solvers {
      guard let own = try solver.headingWidths(width: page.width, omitting: omitted) else {
        return nil
      }
      widths.titles = max(widths.titles, own.titles)
      widths.verdicts = max(widths.verdicts, own.verdicts)
    }
    // Sections get height by their rows; half a row stands for what surrounds them.
    let gap = 12.0
    let weights = chart.sections.map { Double($0.rows) + 0.5 }
    let total = weights.reduce(0, +)
    let height = bottom - top - gap * Double(chart.sections.count - 1)
    for (index, solver) in solvers.enumerated() {
      let share = height * weights[index] / total
      let area = Rect(x: page.x, y: top, width: page.width, height: share)
      guard
        let section = try solver.solve(
          in: area, omitting: omitted, headingWidths: widths, directLabels: naming.directLabels)
      else { return nil }
      plan.sections.append(section)
      top += share + gap
    }
    return plan
  }
}
