/// Places the panels of a grid and the labels of their axes inside a rectangle.
struct GridSolver {
  let grid: PanelGrid
  let theme: Theme
  let text: TextSetter
  let xScales: [AxisScale?]
  let yScales: [AxisScale?]
  let shared: SharedAxes
  /// The axes as this page names them.
  var axes: SharedAxes { SharedAxes(grid: grid) }

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

  var tickStyle: TextStyle { TextStyle(size: theme.sizes.tick, ink: .muted) }
  var labelRoom: Double { theme.sizes.tickGap }
  /// Room under a plot for the ticks, and for the lowest number beside it, which hangs below the
  /// plot's edge.
  var labelDrop: Double { theme.sizes.tickLength + 2.3 }

  func showsXLabels(_ index: Int) -> Bool {
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

  func showsYLabels(_ index: Int) -> Bool {
    switch grid.shareY {
    case .columns, .none: true
    case .all, .rows: index % grid.columns == 0
    }
  }

  /// Solves the grid, or gives nil when the plots would be smaller than `leastPanel` or bands lack
  /// room for their names.
  func solve(in area: Rect, reserved: Reserved) throws(ChartError) -> Solution? {
    if let solution = try solve(in: area, reserved: reserved, nameRows: 1) { return solution }
    // Names that do not fit beside each other stand in two rows, one up, one down.
    guard hasXNames else { return nil }
    return try solve(in: area, reserved: reserved, nameRows: 2)
  }

  private func solve(
    in area: Rect, reserved: Reserved, nameRows: Int
  ) throws(ChartError) -> Solution? {
    let rows = grid.rows
    let columns = grid.columns
    let labelHeight = tickStyle.height(ofLines: nameRows) + labelDrop
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

    var yTicks = try ticks(yScales, length: height, axes: axes.yAxes, isVertical: true)
    var labelWidths = [Double](repeating: reserved.panelYTitle, count: columns)
    var ownWidths = [Double](repeating: reserved.panelYTitle, count: grid.panels.count)
    for (index, panel) in grid.panels.enumerated() where panel != nil && showsYLabels(index) {
      ownWidths[index] += try widest(yTicks[shared.yGroup(index)])
      labelWidths[index % columns] = max(labelWidths[index % columns], ownWidths[index])
    }
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
      yTicks = try ticks(yScales, length: height, axes: axes.yAxes, isVertical: true)
    }

    var columnX: [Double] = []
    var x = area.x + left + shift
    for column in 0..<columns {
      if column > 0 && showsInnerY { x += labelWidths[column] + labelRoom }
      columnX.append(x)
      x += width + gapX
    }
    let rowY = (0..<rows).map { area.y + top + Double($0) * (height + gapY) }

    let xTicks = try ticks(xScales, length: width, axes: axes.xAxes, isVertical: false)
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
          around: rect, drop: labelHeight, reach: ownWidths[index] + labelRoom,
          above: reserved.header, below: showsXLabels(index) ? labelHeight : 0)
      else { return nil }
      panels.append(
        PagePlan.PanelPlan(
          index: index, frame: frame, xTicks: panelX, yTicks: panelY,
          xLabels: showsXLabels(index)
            ? try xLabels(panelX, frame: frame, room: gapX, page: area, rows: nameRows) : [],
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
}
