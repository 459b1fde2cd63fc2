/// The names and numbers of a grid's axes.
extension GridSolver {
  /// Whether some panel has names under its plot.
  var hasXNames: Bool {
    grid.panels.indices.contains { index in
      if case .bands = grid.xAxis(of: index).kind { grid.panels[index] != nil } else { false }
    }
  }

  /// Width of the widest label in points.
  func widest(_ ticks: [Tick]) throws(ChartError) -> Double {
    var width = 0.0
    for tick in ticks where !tick.label.isEmpty {
      width = max(width, try text.width(tick.label, tickStyle))
    }
    return width
  }

  /// Whether each band has its name: numbers may be left out between others, names may not.
  func hasAllNames(_ panels: [PagePlan.PanelPlan]) -> Bool {
    func count(_ axis: Axis) -> Int? {
      guard case .bands(let names) = axis.kind else { return nil }
      let count = names.count { !$0.isEmpty }
      return axis.keepsNames ? count : nil
    }
    return panels.allSatisfy { panel in
      let (x, y) = (count(grid.xAxis(of: panel.index)), count(grid.yAxis(of: panel.index)))
      return (x == nil || !showsXLabels(panel.index) || panel.xLabels.count == x)
        && (y == nil || !showsYLabels(panel.index) || panel.yLabels.count == y)
    }
  }

  func ticks(
    _ scales: [AxisScale?], length: Double, axes: [Axis?], isVertical: Bool
  ) throws(ChartError) -> [[Tick]] {
    var all: [[Tick]] = []
    for (scale, axis) in zip(scales, axes) {
      switch scale {
      case nil: all.append([])
      case .bands(let bands):
        // The axis may have the names in their short forms.
        var names = bands.categories
        if case .bands(let own)? = axis?.kind { names = own }
        all.append(
          names.indices.map { Tick(value: Double($0), label: names[$0], isMinor: false) })
      case .continuous(let continuous):
        all.append(
          try text.ticks(
            for: continuous, length: length, isVertical: isVertical, bounds: axis?.bounds ?? .none,
            wholeNumbers: axis?.isWhole ?? false, style: tickStyle))
      }
    }
    return all
  }

  /// The gap between two plots in which the last number under one and the first under the next do
  /// not read as one number.
  func gapForEndLabels(width: Double) throws(ChartError) -> Double {
    var (first, last) = (0.0, 0.0)
    for (scale, ticks) in zip(
      xScales, try ticks(xScales, length: width, axes: axes.xAxes, isVertical: false))
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
  func xLabels(
    _ ticks: [Tick], frame: Frame, room: Double, page: Rect, rows: Int
  ) throws(ChartError) -> [PagePlan.TickLabel] {
    guard rows > 1, case .bands = frame.x else {
      return try xLabels(ticks, frame: frame, room: room, page: page)
    }
    var labels: [PagePlan.TickLabel] = []
    for row in 0..<rows {
      let own = ticks.indices.filter { $0 % rows == row }.map { ticks[$0] }
      for var label in try xLabels(own, frame: frame, room: room, page: page) {
        label.place.y += tickStyle.height(ofLines: row + 1) - tickStyle.height
        labels.append(label)
      }
    }
    return labels
  }

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

  func yLabels(
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
