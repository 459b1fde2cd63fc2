/// Title, statistics and colour bar above each plot, of one height for all panels of a page.
struct PanelHeaders {
  let titleStyle: TextStyle
  let statisticsStyle: TextStyle
  let theme: Theme
  let text: TextSetter
  /// Width of a plot in points.
  let width: Double
  /// Width of a plot that fills its column; what is wider than a narrower plot may go as far.
  let columnWidth: Double
  let showsStatistics: Bool

  struct Measured {
    var titleHeight = 0.0
    var titles: [[String]] = []
    var lines: [[String]] = []
    var colorBarHeight = 0.0
    var height = 0.0
    var leastWidth = 0.0
  }

  private static let mostTitleLines = 2
  private static let separator = "   "

  /// Breaks the titles and statistics of every panel into lines; nil where a piece is wider than a
  /// column, or a colour bar has no room.
  func measure(_ panels: [Panel?]) throws(ChartError) -> Measured? {
    let width = try lineWidth(panels)
    guard width <= columnWidth else { return nil }
    var measured = Measured()
    var lineCount = 0
    var titleCount = 0
    for panel in panels {
      if let panel, panel.colorBar != nil {
        guard let bar = try colorBar(of: panel, at: Point(x: 0, y: 0), width: self.width) else {
          return nil
        }
        measured.colorBarHeight = max(measured.colorBarHeight, bar.height + 4)
        measured.leastWidth = max(measured.leastWidth, self.width)
      }
      guard
        let title = try text.fittedLines(
          panel?.title ?? "", titleStyle, width: columnWidth, atMost: Self.mostTitleLines)
      else { return nil }
      let statistics = showsStatistics ? panel?.statistics ?? [] : []
      let lines = try joined(statistics, width: width)
      for line in title {
        measured.leastWidth = max(measured.leastWidth, try text.width(line, titleStyle))
      }
      for line in lines {
        measured.leastWidth = max(measured.leastWidth, try text.width(line, statisticsStyle))
      }
      titleCount = max(titleCount, title.count)
      lineCount = max(lineCount, lines.count)
      measured.titles.append(title)
      measured.lines.append(lines)
    }
    if titleCount > 0 { measured.titleHeight = titleStyle.height(ofLines: titleCount) + 1 }
    measured.height =
      measured.titleHeight + statisticsStyle.height(ofLines: lineCount) + measured.colorBarHeight
    if measured.height > 0 { measured.height += 3 }
    return measured
  }

  /// The width of a plot, or of the widest fact where that is wider.
  private func lineWidth(_ panels: [Panel?]) throws(ChartError) -> Double {
    var width = width
    for panel in panels where showsStatistics {
      for piece in panel?.statistics ?? [] {
        width = max(width, try text.width(piece, statisticsStyle))
      }
    }
    return width
  }

  /// Facts one after the other, in as many lines as needed.
  private func joined(_ pieces: [String], width: Double) throws(ChartError) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last,
        try text.width(last + Self.separator + piece, statisticsStyle) <= width
      {
        lines[lines.count - 1] = last + Self.separator + piece
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  func place(
    _ panels: [Panel?], measured: Measured, in plans: inout [PagePlan.PanelPlan]
  ) throws(ChartError) {
    guard measured.height > 0 else { return }
    for index in plans.indices {
      let rect = plans[index].frame.rect
      let top = rect.y - measured.height
      let title = measured.titles[plans[index].index]
      if !title.isEmpty {
        // Titles of fewer lines stand next to what they name.
        let empty = measured.titleHeight - 1 - titleStyle.height(ofLines: title.count)
        plans[index].title = PagePlan.Block(
          lines: title, style: titleStyle, origin: Point(x: rect.x, y: top + empty))
      }
      let lines = measured.lines[plans[index].index]
      if !lines.isEmpty {
        plans[index].statistics = PagePlan.Block(
          lines: lines, style: statisticsStyle,
          origin: Point(x: rect.x, y: top + measured.titleHeight))
      }
      // Right above the plot, under the same edge whatever stands above.
      guard let panel = panels[plans[index].index] else { continue }
      plans[index].colorBar = try colorBar(
        of: panel, at: Point(x: rect.x, y: rect.y - 3 - measured.colorBarHeight),
        width: rect.width)
    }
  }

  private func colorBar(
    of panel: Panel, at origin: Point, width: Double
  ) throws(ChartError) -> ColorBarPlan? {
    guard let bar = panel.colorBar else { return nil }
    return try ColorBarPlan(bar, at: origin, width: width, theme: theme, text: text)
  }
}
