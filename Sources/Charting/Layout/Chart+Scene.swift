extension Chart {
  /// Lays the chart out and draws it as a display list.
  ///
  /// - Parameters:
  ///   - size: Page in points of 1/72 inch.
  ///   - pixelsPerPoint: Pixels for each point.
  ///   - theme: Colours and font sizes.
  ///   - typography: Fonts.
  /// - Throws: `ChartError` when the page cannot hold the chart or a font lacks a character.
  package func scene(
    size: Size, pixelsPerPoint: Double, theme: Theme, typography: Typography
  ) throws(ChartError) -> Scene {
    try drawn(size: size, pixelsPerPoint: pixelsPerPoint, theme: theme, typography: typography)
      .scene
  }

  /// The same with what the layout decided.
  package func drawn(
    size: Size, pixelsPerPoint: Double, theme: Theme, typography: Typography
  ) throws(ChartError) -> DrawnChart {
    let text = TextSetter(typography: typography)
    let plan = try PageSolver(chart: self, size: size, theme: theme, text: text).solve()
    // The sections as the page has them: each panel with what is drawn in it.
    var arranged = self
    arranged.sections = plan.arrangement.sections(of: self, omitting: plan.omitted)
    var canvas = Canvas(pixelsPerPoint: pixelsPerPoint, theme: theme, text: text)
    try arranged.draw(plan, on: &canvas)
    let scene = Scene(
      width: Int((size.width * pixelsPerPoint).rounded()),
      height: Int((size.height * pixelsPerPoint).rounded()),
      pixelsPerPoint: pixelsPerPoint, paper: theme.paper,
      faces: typography.faces.map(\.digest), nodes: canvas.nodes)
    return DrawnChart(
      chart: arranged, scene: scene, panels: arranged.placedPanels(plan), omitted: plan.omitted)
  }

  private func placedPanels(_ plan: PagePlan) -> [PlacedPanel] {
    plan.sections.enumerated().flatMap { section, solved in
      solved.panels.map { panel in
        PlacedPanel(
          section: section, index: panel.index, number: firstNumber(of: section) + panel.index,
          frame: panel.frame, xNumbers: panel.xLabels.map(\.text),
          yNumbers: panel.yLabels.map(\.text))
      }
    }
  }

  /// Panels, also empty ones, of the sections above.
  private func firstNumber(of section: Int) -> Int {
    sections.prefix(section).reduce(0) { $0 + $1.panels.count }
  }

  /// What the page of this size leaves out, in order.
  package func omissions(
    size: Size, theme: Theme, typography: Typography
  ) throws(ChartError) -> [Omission] {
    try PageSolver(
      chart: self, size: size, theme: theme, text: TextSetter(typography: typography)
    ).solve().omitted
  }

  private func draw(_ plan: PagePlan, on canvas: inout Canvas) throws(ChartError) {
    try block(plan.title, .title, on: &canvas)
    try block(plan.subtitle, .subtitle, on: &canvas)
    try plan.legend?.draw(on: &canvas)
    for (index, section) in plan.sections.enumerated() {
      try draw(section, of: sections[index], from: firstNumber(of: index), on: &canvas)
    }
    try block(plan.notes, .note, on: &canvas)
  }

  private func draw(
    _ plan: PagePlan.SectionPlan, of grid: PanelGrid, from first: Int, on canvas: inout Canvas
  ) throws(ChartError) {
    try block(plan.title, .title, on: &canvas)
    try plan.colorBar?.draw(on: &canvas)
    for panel in plan.panels {
      try draw(panel, of: grid, number: first + panel.index, on: &canvas)
    }
    try DirectLabels.draw(plan.directLabels, on: &canvas)
    let heading = TextStyle(size: canvas.theme.sizes.heading, weight: .bold)
    try labels(plan.columnTitles, .columnTitle, heading, on: &canvas)
    for row in plan.rows {
      try block(row.title, .rowTitle, on: &canvas)
      try block(row.detail, .rowTitle, on: &canvas)
      if let verdict = row.verdict { try block(verdict, .verdict, on: &canvas) }
      if let reason = row.reason { try block(reason, .verdict, on: &canvas) }
    }
    try axisTitles(x: plan.xTitle, y: plan.yTitle, on: &canvas)
  }

  private func axisTitles(
    x: PagePlan.TickLabel?, y: PagePlan.TickLabel?, on canvas: inout Canvas
  ) throws(ChartError) {
    let style = PanelAxisTitles.style(canvas.theme)
    if let x { try labels([x], .axisTitle, style, on: &canvas) }
    if let y {
      try canvas.group(.axisTitle) { (canvas) throws(ChartError) in
        try canvas.text(y.text, at: y.place, style, align: y.align, turn: .upward)
      }
    }
  }

  private func block(
    _ block: PagePlan.Block, _ role: SceneGroup.Role, on canvas: inout Canvas
  ) throws(ChartError) {
    guard !block.lines.isEmpty else { return }
    try canvas.group(role) { (canvas) throws(ChartError) in
      try canvas.text(lines: block.lines, at: block.origin, block.style)
    }
  }

  private func labels(
    _ labels: [PagePlan.TickLabel], _ role: SceneGroup.Role, _ style: TextStyle,
    on canvas: inout Canvas
  ) throws(ChartError) {
    try canvas.group(role) { (canvas) throws(ChartError) in
      for label in labels {
        try canvas.text(label.text, at: label.place, style, align: label.align)
      }
    }
  }

  private func draw(
    _ plan: PagePlan.PanelPlan, of grid: PanelGrid, number: Int, on canvas: inout Canvas
  ) throws(ChartError) {
    guard let panel = grid.panels[plan.index] else { return }
    let name = panel.title.isEmpty ? "panel \(plan.index + 1)" : panel.title
    try canvas.group(.panel, label: name, number: number) { (canvas) throws(ChartError) in
      let axes = AxisGuide(
        plan: plan, x: grid.xAxis(of: plan.index), y: grid.yAxis(of: plan.index))
      try axes.drawGrid(on: &canvas)
      canvas.labelBoard = LabelBoard(marks: panel.marks, in: plan.frame)
      try PanelContent(marks: panel.marks, frame: plan.frame).draw(on: &canvas)
      try axes.drawAxes(on: &canvas)
      try axisTitles(x: plan.xTitle, y: plan.yTitle, on: &canvas)
      if let title = plan.title { try block(title, .panelTitle, on: &canvas) }
      try plan.colorBar?.draw(on: &canvas)
      if let statistics = plan.statistics { try block(statistics, .annotation, on: &canvas) }
    }
  }
}
