/// Places the panels of a grid and the labels of their axes inside a rectangle.
struct GridSolver {
  let grid: PanelGrid
  let theme: Theme
  let text: TextSetter
  let xScales: [AxisScale?]
  let yScales: [AxisScale?]
  let shared: SharedAxes

  /// Least width and height of a plot in points: below, its shape cannot be read.
  static let leastPanel = Size(width: 24, height: 18)

  /// What the caller has reserved inside the rectangle, in points.
  struct Reserved {
    var rowTitles = 0.0
    var verdicts = 0.0
    var directLabels = 0.0
    var columnTitles = 0.0
    var xTitle = 0.0
    var yTitle = 0.0
    /// Room for the titles of axes of a panel's own, under each plot and beside it.
    var panelXTitle = 0.0
    var panelYTitle = 0.0
    /// Least width of the numbers on the left, with such a title.
    var yLabels = 0.0
    /// Height above each plot for its title and statistics.
    var header = 0.0
    /// Width of the widest of these; plots that equal aspect makes narrower stand further apart.
    var headerWidth = 0.0
  }

  struct Solution {
    var panels: [PagePlan.PanelPlan]
    var panelSize: Size
    /// Size of a plot that fills its column and row.
    var cellSize: Size
    /// The plots of the grid without their labels.
    var plots: Rect
    /// Left ends and widths of the columns.
    var columnX: [Double]
    var rowY: [Double]
    /// Width of the numbers beside the first column.
    var yLabelWidth = 0.0
    /// How far plots of equal aspect moved to the right to stand in the middle, in points.
    var shift = 0.0
    /// What plots of equal aspect leave free at the bottom, in points.
    var slack = 0.0
  }

  private var tickStyle: TextStyle { TextStyle(size: theme.sizes.tick, ink: .muted) }
  private var labelRoom: Double { theme.sizes.tickGap }
  /// Room under a plot for the ticks, and for the lowest number beside it, which hangs below the
  /// plot's edge.
  private var labelDrop: Double { theme.sizes.tickLength + 2.3 }

  private func showsXLabels(_ index: Int) -> Bool {
    switch grid.shareX {
    case .rows, .none: return true
    case .all, .columns:
      // The lowest panel of its column has the numbers.
      var below = index + grid.columns
      while below < grid.panels.count {
        if grid.panels[below] != nil { return false }
        below += grid.columns
      }
      return true
    }
  }

  private func showsYLabels(_ index: Int) -> Bool {
    switch grid.shareY {
    case .columns, .none: true
    case .all, .rows: index % grid.columns == 0
    }
  }

  /// Solves the grid, or gives nil when the plots would be smaller than `leastPanel` or bands lack
  /// room for their names.
  func solve(in area: Rect, reserved: Reserved) throws(ChartError) -> Solution? {
    let rows = grid.rows
    let columns = grid.columns
    let labelHeight = tickStyle.height + labelDrop
    let showsInnerX = grid.shareX == .rows || grid.shareX == .none
    let showsInnerY = grid.shareY == .columns || grid.shareY == .none
    // Widths of y labels decide the plots' width, which decides the x ticks only; heights of x
    // labels are known. So the y ticks come first and nothing has to be repeated.
    let gapY = 9.0 + reserved.header + (showsInnerX ? labelHeight + reserved.panelXTitle : 0)
    let top = reserved.columnTitles + reserved.header
    let bottom = labelHeight + reserved.xTitle + reserved.panelXTitle
    var height =
      (area.height - top - bottom - Double(rows - 1) * gapY) / Double(rows)
    guard height >= Self.leastPanel.height else { return nil }

    var yTicks = try ticks(yScales, length: height, axes: shared.yAxes, isVertical: true)
    var labelWidths = [Double](repeating: 0, count: columns)
    for (index, panel) in grid.panels.enumerated() where panel != nil && showsYLabels(index) {
      let column = index % columns
      for tick in yTicks[shared.yGroup(index)] where !tick.label.isEmpty {
        labelWidths[column] = max(labelWidths[column], try text.width(tick.label, tickStyle))
      }
    }
    labelWidths = labelWidths.map { $0 + reserved.panelYTitle }
    let yLabelWidth = labelWidths[0]
    labelWidths[0] = max(labelWidths[0], reserved.yLabels)
    let left = reserved.rowTitles + reserved.yTitle + labelWidths[0] + labelRoom
    let right = max(reserved.verdicts + reserved.directLabels, 4)
    let innerLabels = showsInnerY ? labelWidths.dropFirst().reduce(0) { $0 + $1 + labelRoom } : 0
    var gapX = columns > 1 ? min(14, max(8, area.width * 0.015)) : 0
    func plotWidth() -> Double {
      (area.width - left - right - innerLabels - Double(columns - 1) * gapX) / Double(columns)
    }
    // Rows with headings have given width away already: there the numbers at the ends move inward.
    if columns > 1 && grid.rowHeadings.isEmpty && plotWidth() >= Self.leastPanel.width {
      gapX = max(gapX, min(24, try gapForEndLabels(width: plotWidth())))
    }
    var width = plotWidth()
    let cellSize = Size(width: width, height: height)
    guard width >= Self.leastPanel.width else { return nil }
    var (xScales, yScales) = (xScales, yScales)
    var (shift, slack) = (0.0, 0.0)
    if grid.equalAspect {
      let aspect = try EqualAspect(grid: grid, shared: shared, x: xScales, y: yScales)
      let size = aspect.plotSize(within: Size(width: width, height: height))
      guard size.width >= Self.leastPanel.width, size.height >= Self.leastPanel.height else {
        return nil
      }
      let apart = max(0, min(reserved.headerWidth, width) - size.width)
      gapX += apart
      shift = Double(columns) * (width - size.width - apart) / 2
      slack = Double(rows) * (height - size.height)
      (width, height) = (size.width, size.height)
      (xScales, yScales) = try aspect.scales(for: size)
      yTicks = try ticks(yScales, length: height, axes: shared.yAxes, isVertical: true)
    }

    var columnX: [Double] = []
    var x = area.x + left + shift
    for column in 0..<columns {
      if column > 0 && showsInnerY { x += labelWidths[column] + labelRoom }
      columnX.append(x)
      x += width + gapX
    }
    let rowY = (0..<rows).map { area.y + top + Double($0) * (height + gapY) }

    let xTicks = try ticks(xScales, length: width, axes: shared.xAxes, isVertical: false)
    var panels: [PagePlan.PanelPlan] = []
    for (index, panel) in grid.panels.enumerated() where panel != nil {
      guard let xScale = xScales[shared.xGroup(index)],
        let yScale = yScales[shared.yGroup(index)]
      else { continue }
      let rect = Rect(
        x: columnX[index % columns], y: rowY[index / columns], width: width, height: height)
      let frame = Frame(rect: rect, x: xScale, y: yScale)
      let panelX = xTicks[shared.xGroup(index)]
      let panelY = yTicks[shared.yGroup(index)]
      let titles = PanelAxisTitles(
        x: reserved.panelXTitle > 0 ? panel?.x?.title ?? "" : "",
        y: reserved.panelYTitle > 0 ? panel?.y?.title ?? "" : "", theme: theme, text: text)
      guard
        let placed = try titles.placed(
          around: rect, drop: labelHeight,
          reach: labelWidths[index % columns] + labelRoom, headroom: reserved.header)
      else { return nil }
      panels.append(
        PagePlan.PanelPlan(
          index: index, frame: frame, xTicks: panelX, yTicks: panelY,
          xLabels: showsXLabels(index)
            ? try xLabels(panelX, frame: frame, room: gapX, page: area) : [],
          yLabels: showsYLabels(index) ? yLabels(panelY, frame: frame, room: gapY) : [],
          xTitle: placed.x, yTitle: placed.y, title: nil, statistics: nil))
    }
    guard hasAllNames(panels) else { return nil }
    let plots = Rect(
      x: columnX[0], y: rowY[0],
      width: columnX[columns - 1] + width - columnX[0],
      height: rowY[rows - 1] + height - rowY[0])
    return Solution(
      panels: panels, panelSize: Size(width: width, height: height), cellSize: cellSize,
      plots: plots, columnX: columnX, rowY: rowY, yLabelWidth: yLabelWidth, shift: shift,
      slack: slack)
  }

  /// Whether each band has its name: numbers may be left out between others, names may not.
  private func hasAllNames(_ panels: [PagePlan.PanelPlan]) -> Bool {
    func count(_ axis: Axis) -> Int? {
      guard case .bands(let names) = axis.kind else { return nil }
      return names.count { !$0.isEmpty }
    }
    return panels.allSatisfy { panel in
      let (x, y) = (count(grid.xAxis(of: panel.index)), count(grid.yAxis(of: panel.index)))
      return (x == nil || !showsXLabels(panel.index) || panel.xLabels.count == x)
        && (y == nil || !showsYLabels(panel.index) || panel.yLabels.count == y)
    }
  }

  private func ticks(
    _ scales: [AxisScale?], length: Double, axes: [Axis?], isVertical: Bool
  ) throws(ChartError) -> [[Tick]] {
    var all: [[Tick]] = []
    for (scale, axis) in zip(scales, axes) {
      switch scale {
      case nil: all.append([])
      case .bands(let bands):
        all.append(
          bands.categories.indices.map {
            Tick(value: Double($0), label: bands.categories[$0], isMinor: false)
          })
      case .continuous(let continuous):
        all.append(
          try text.ticks(
            for: continuous, length: length, isVertical: isVertical, bounds: axis?.bounds ?? .none,
            style: tickStyle))
      }
    }
    return all
  }

  /// The gap between two plots in which the last number under one and the first under the next do
  /// not read as one number.
  private func gapForEndLabels(width: Double) throws(ChartError) -> Double {
    var (first, last) = (0.0, 0.0)
    for (scale, ticks) in zip(
      xScales, try ticks(xScales, length: width, axes: shared.xAxes, isVertical: false))
    {
      for tick in ticks where !tick.label.isEmpty {
        let place = (scale?.position(tick.value) ?? 0) * width
        let half = try text.width(tick.label, tickStyle) / 2
        first = max(first, half - place)
        last = max(last, place + half - width)
      }
    }
    return first + last + 6
  }

  /// Labels under a plot. Those at its ends are moved inward rather than over a neighbour's, and
  /// those that would then touch are left out, the inner ones first.
  private func xLabels(
    _ ticks: [Tick], frame: Frame, room: Double, page: Rect
  ) throws(ChartError) -> [PagePlan.TickLabel] {
    let rect = frame.rect
    let y = rect.maxY + labelDrop + tickStyle.ascent
    let overhang = max(0, room / 2 - 2)
    let isLastColumn = rect.maxX + room > page.maxX || grid.columns == 1
    var labels: [(label: PagePlan.TickLabel, left: Double, right: Double)] = []
    for tick in ticks where !tick.label.isEmpty {
      let width = try text.width(tick.label, tickStyle)
      let center = frame.x(tick.value)
      guard center.isFinite else { continue }
      let least = grid.columns == 1 ? page.x : rect.x - overhang
      let most =
        isLastColumn ? max(rect.maxX + overhang, page.maxX) : rect.maxX + overhang
      let left = min(max(center - width / 2, least), most - width)
      guard left >= least - 0.001 else { continue }
      labels.append(
        (
          PagePlan.TickLabel(text: tick.label, place: Point(x: left, y: y), align: .leading),
          left, left + width
        ))
    }
    labels.sort { $0.left < $1.left }
    var kept: [PagePlan.TickLabel] = []
    var edge = -Double.infinity
    for (index, entry) in labels.enumerated() {
      // The last label names the end of the range; one before it gives way.
      let isLast = index == labels.count - 1
      let last = labels[labels.count - 1]
      if entry.left >= edge + 3 && (isLast || entry.right + 3 <= last.left || labels.count == 1) {
        kept.append(entry.label)
        edge = entry.right
      }
    }
    return kept
  }

  private func yLabels(
    _ ticks: [Tick], frame: Frame, room: Double
  ) -> [PagePlan.TickLabel] {
    let rect = frame.rect
    var kept: [PagePlan.TickLabel] = []
    var edge = Double.infinity
    let order = ticks.filter { !$0.label.isEmpty && frame.y($0.value).isFinite }
      .sorted { frame.y($0.value) > frame.y($1.value) }
    for tick in order {
      let middle = frame.y(tick.value)
      // Claimed height of digits rather than of the whole line.
      let half = 0.5 * tickStyle.size
      guard middle + half <= edge - 1 else { continue }
      kept.append(
        PagePlan.TickLabel(
          text: tick.label,
          place: Point(x: rect.x - labelRoom - 1, y: middle + 0.36 * tickStyle.size),
          align: .trailing))
      edge = middle - half
    }
    return kept
  }
}
