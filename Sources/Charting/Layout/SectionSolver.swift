/// Places one grid of panels with its titles, headings and labels.
struct SectionSolver {
  let grid: PanelGrid
  let theme: Theme
  let text: TextSetter
  private let gridSolver: GridSolver

  init(grid: PanelGrid, scales: GridScales, theme: Theme, text: TextSetter) {
    self.grid = grid
    self.theme = theme
    self.text = text
    gridSolver = GridSolver(
      grid: grid, theme: theme, text: text, xScales: scales.x, yScales: scales.y,
      shared: scales.shared)
  }

  private var columnStyle: TextStyle { TextStyle(size: theme.sizes.heading, weight: .bold) }
  private var axisTitleStyle: TextStyle { TextStyle(size: theme.sizes.axisTitle) }

  private func headings(width: Double, omitting omitted: [Omission]) -> HeadingColumns {
    HeadingColumns(
      grid: grid, theme: theme, text: text, width: width,
      showsReasons: !omitted.contains(.reasons),
      showsDetails: !omitted.contains(.headingDetails),
      showsVerdictColumn: !omitted.contains(.verdictColumn))
  }

  /// What the names and verdicts beside the rows need; nil where a word is too wide.
  func headingWidths(
    width: Double, omitting omitted: [Omission]
  ) throws(ChartError) -> HeadingColumns.Widths? {
    try headings(width: width, omitting: omitted).widths()
  }

  /// The section inside `area`, or nil where something has no room.
  ///
  /// - Parameters:
  ///   - surround: the least room around the plots, which sections share: above and below those
  ///     beside each other, on the left of those one under the other.
  ///   - pageWidth: what headings are measured by where the area is a part of the page's width.
  func solve(
    in area: Rect, omitting omitted: [Omission], headingWidths widths: HeadingColumns.Widths,
    directLabels labels: [DirectLabel], surround: Surround = Surround(), pageWidth: Double? = nil
  ) throws(ChartError) -> PagePlan.SectionPlan? {
    let pageWidth = pageWidth ?? area.width
    var area = area
    var used = Surround()
    var title = PagePlan.Block(style: TextStyle(size: theme.sizes.heading + 1.5, weight: .bold))
    if !grid.title.isEmpty {
      guard
        let lines = try text.fittedLines(grid.title, title.style, width: area.width, atMost: 2)
      else { return nil }
      title.lines = lines
      title.origin = Point(x: area.x, y: area.y)
      used.title = title.style.height(ofLines: lines.count) + 4
    }
    used.title = max(used.title, surround.title)
    area.y += used.title
    area.height -= used.title
    var colorBar: ColorBarPlan?
    if let bar = grid.colorBar {
      guard
        let plan = try ColorBarPlan(
          bar, at: Point(x: area.x, y: area.y), width: area.width, theme: theme, text: text)
      else { return nil }
      colorBar = plan
      area.y += plan.height + 8
      area.height -= plan.height + 8
    }
    guard area.height > 0 else { return nil }

    let headings = headings(width: pageWidth, omitting: omitted)
    var reserved = GridSolver.Reserved()
    reserved.rowTitles = widths.titles
    reserved.verdicts = widths.verdicts
    for label in labels {
      let width = try text.width(label.name, DirectLabels.style(theme))
      reserved.directLabels = max(reserved.directLabels, DirectLabels.gap + width)
    }
    if !grid.columnTitles.isEmpty { reserved.columnTitles = columnStyle.height + 4 }
    if !omitted.contains(.axisTitles) {
      if !grid.x.title.isEmpty { reserved.xTitle = axisTitleStyle.height + 3 }
      if !grid.y.title.isEmpty { reserved.yTitle = axisTitleStyle.height + 5 }
    }
    // Titles of a panel's own axes tell it from the others: they are names, and stay.
    let panels = grid.panels.compactMap { $0 }
    if panels.contains(where: { $0.x?.title.isEmpty == false }) {
      reserved.panelXTitle = PanelAxisTitles.height(theme)
    }
    if panels.contains(where: { $0.y?.title.isEmpty == false }) {
      reserved.panelYTitle = PanelAxisTitles.width(theme)
    }
    reserved.columnTitles = max(reserved.columnTitles, surround.columnTitles)
    reserved.xTitle = max(reserved.xTitle, surround.xTitle)
    reserved.yTitle = max(reserved.yTitle, surround.yTitle)
    reserved.yLabels = surround.yLabels

    // The width of a plot does not depend on the header above it, but the header's lines do on
    // the width: so solve without, measure, and solve again.
    guard let probe = try gridSolver.solve(in: area, reserved: reserved) else { return nil }
    let headers = PanelHeaders(
      titleStyle: TextStyle(size: theme.sizes.heading, weight: .bold),
      statisticsStyle: TextStyle(size: theme.sizes.label, ink: .muted), theme: theme, text: text,
      width: probe.panelSize.width, columnWidth: probe.cellSize.width,
      showsStatistics: !omitted.contains(.statistics))
    guard let header = try headers.measure(grid.panels) else { return nil }
    reserved.header = max(header.height, surround.header)
    reserved.headerWidth = header.leastWidth
    // Fewer ticks may have narrower labels, never wider plots than the header was measured for.
    guard var solution = try gridSolver.solve(in: area, reserved: reserved),
      solution.cellSize.width >= header.leastWidth
    else { return nil }
    try headers.place(grid.panels, measured: header, in: &solution.panels)

    var plan = PagePlan.SectionPlan(
      title: title, panelSize: solution.panelSize, cellSize: solution.cellSize,
      isEqualAspect: grid.equalAspect, rowCount: grid.rows)
    used.columnTitles = reserved.columnTitles
    used.header = reserved.header
    used.xTitle = reserved.xTitle
    used.yTitle = reserved.yTitle
    used.yLabels = solution.yLabelWidth
    plan.surround = used
    plan.colorBar = colorBar
    plan.panels = solution.panels
    guard
      let rows = try headings.rows(
        beside: headingSpans(solution), header: grid.headsBands ? 0 : reserved.header,
        titlesX: area.x + solution.shift, verdictsX: solution.plots.maxX,
        isBands: grid.headsBands)
    else { return nil }
    plan.rows = rows
    guard let columnTitles = try columnTitles(solution, top: area.y) else { return nil }
    plan.columnTitles = columnTitles
    guard try placeAxisTitles(in: area, reserved: reserved, solution: solution, on: &plan)
    else { return nil }
    if !labels.isEmpty, let panel = solution.panels.first {
      guard let placed = DirectLabels.place(labels, in: panel.frame, theme: theme) else {
        return nil
      }
      plan.directLabels = placed
    }
    return plan
  }

  /// What the headings stand beside, from top to bottom: rows of plots, the bands of each row, or
  /// all rows where one heading is for all.
  private func headingSpans(_ solution: GridSolver.Solution) -> [Rect] {
    if grid.headsBands {
      return stride(from: 0, to: solution.panels.count, by: grid.columns).flatMap {
        namedSpans(solution.panels[$0].yBands)
      }
    }
    if grid.rowHeadings.count == 1 { return [solution.plots] }
    return solution.rowY.map {
      Rect(
        x: solution.plots.x, y: $0, width: solution.plots.width, height: solution.panelSize.height)
    }
  }

  /// Bands as they are where each has its name; a named one between others without may reach half
  /// of the way to the next that has one.
  private func namedSpans(_ bands: [Rect]) -> [Rect] {
    guard case .bands(let names) = grid.y.kind, names.contains("") else { return bands }
    let named = names.indices.filter { !names[$0].isEmpty }
    let steps = zip(named, named.dropFirst()).map { Double($1 - $0) }
    let growth = (steps.min() ?? Double(names.count)) - 1
    return bands.map { band in
      Rect(
        x: band.x, y: band.y - growth / 2 * band.height, width: band.width,
        height: (1 + growth) * band.height)
    }
  }

  /// Names over the left edges of the columns, where titles and facts of panels begin too; nil where
  /// one is wider than its column.
  private func columnTitles(
    _ solution: GridSolver.Solution, top: Double
  ) throws(ChartError) -> [PagePlan.TickLabel]? {
    var labels: [PagePlan.TickLabel] = []
    for (name, x) in zip(grid.columnTitles, solution.columnX) {
      guard try text.width(name, columnStyle) <= solution.panelSize.width + 6 else { return nil }
      labels.append(
        PagePlan.TickLabel(
          text: name, place: Point(x: x, y: top + columnStyle.ascent), align: .leading))
    }
    return labels
  }

  /// Puts the axis titles beside the middle of the plots; false where one has no room.
  private func placeAxisTitles(
    in area: Rect, reserved: GridSolver.Reserved, solution: GridSolver.Solution,
    on plan: inout PagePlan.SectionPlan
  ) throws(ChartError) -> Bool {
    if reserved.xTitle > 0 {
      let width = try text.width(grid.x.title, axisTitleStyle)
      guard width <= area.width else { return false }
      let left = min(max(solution.plots.midX - width / 2, area.x), area.maxX - width)
      plan.xTitle = PagePlan.TickLabel(
        text: grid.x.title,
        place: Point(x: left, y: area.maxY - axisTitleStyle.descent - solution.slack),
        align: .leading)
    }
    if reserved.yTitle > 0, !grid.y.title.isEmpty {
      let width = try text.width(grid.y.title, axisTitleStyle)
      guard width <= area.height else { return false }
      let middle = min(max(solution.plots.midY, area.y + width / 2), area.maxY - width / 2)
      plan.yTitle = PagePlan.TickLabel(
        text: grid.y.title,
        place: Point(
          x: area.x + solution.shift + reserved.rowTitles + axisTitleStyle.ascent, y: middle),
        align: .center)
    }
    return true
  }
}
