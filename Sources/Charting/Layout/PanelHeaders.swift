/// Title, statistics and colour bar above each plot, of one height for all panels of a page.
struct PanelHeaders {
  let titleStyle: TextStyle
  let statisticsStyle: TextStyle
  let theme: Theme
  let text: TextSetter
  /// Width of a plot in points.
  let width: Double
  let showsStatistics: Bool

  struct Measured {
    var titleHeight = 0.0
    var lines: [[String]] = []
    var colorBarHeight = 0.0
    var height = 0.0
    var leastWidth = 0.0
  }

  private static let separator = "   "

  /// Breaks the statistics of every panel into lines; nil where a piece is wider than a plot, or a
  /// colour bar has no room.
  func measure(_ panels: [Panel?]) throws(ChartError) -> Measured? {
    var measured = Measured()
    var lineCount = 0
    for panel in panels {
      var lines: [String] = []
      if let panel {
        if !panel.title.isEmpty {
          guard try text.width(panel.title, titleStyle) <= width else { return nil }
          measured.titleHeight = titleStyle.height + 1
        }
        if showsStatistics {
          for piece in panel.statistics {
            guard try text.width(piece, statisticsStyle) <= width else { return nil }
            if let last = lines.last,
              try text.width(last + Self.separator + piece, statisticsStyle) <= width
            {
              lines[lines.count - 1] = last + Self.separator + piece
            } else {
              lines.append(piece)
            }
          }
        }
        if panel.colorBar != nil {
          guard let bar = try colorBar(of: panel, at: Point(x: 0, y: 0), width: width) else {
            return nil
          }
          measured.colorBarHeight = max(measured.colorBarHeight, bar.height + 4)
          measured.leastWidth = width
        }
      }
      for line in lines {
        measured.leastWidth = max(measured.leastWidth, try text.width(line, statisticsStyle))
      }
      lineCount = max(lineCount, lines.count)
      measured.lines.append(lines)
    }
    let statistics = statisticsStyle.height(ofLines: lineCount)
    measured.height = measured.titleHeight + statistics + measured.colorBarHeight
    if measured.height > 0 { measured.height += 3 }
    return measured
  }

  func place(
    _ panels: [Panel?], measured: Measured, in plans: inout [PagePlan.PanelPlan]
  ) throws(ChartError) {
    guard measured.height > 0 else { return }
    for index in plans.indices {
      let rect = plans[index].frame.rect
      let top = rect.y - measured.height
      guard let panel = panels[plans[index].index] else { continue }
      if !panel.title.isEmpty {
        plans[index].title = PagePlan.Block(
          lines: [panel.title], style: titleStyle, origin: Point(x: rect.x, y: top))
      }
      let lines = measured.lines[plans[index].index]
      if !lines.isEmpty {
        plans[index].statistics = PagePlan.Block(
          lines: lines, style: statisticsStyle,
          origin: Point(x: rect.x, y: top + measured.titleHeight))
      }
      // Right above the plot, under the same edge whatever stands above.
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
