package import Charting

/// A chart whose first axis of numbers begins or ends elsewhere.
package struct AxisMutation {
  /// nil where the chart has no such axis.
  package let chart: Chart?

  package init(_ chart: Chart) {
    var chart = chart
    for section in chart.sections.indices {
      let grid = chart.sections[section]
      // Axes of a panel's own are what it is drawn by.
      for index in grid.panels.indices {
        guard let own = grid.panels[index]?.y else { continue }
        var alone = grid
        alone.panels = [grid.panels[index]]
        guard let y = Self.other(own, Self.range(alone, \.yExtent)) else { continue }
        chart.sections[section].panels[index]?.y = y
        self.chart = chart
        return
      }
      if let y = Self.other(grid.y, Self.range(grid, \.yExtent)) {
        chart.sections[section].y = y
        self.chart = chart
        return
      }
      if let x = Self.other(grid.x, Self.range(grid, \.xExtent)) {
        chart.sections[section].x = x
        self.chart = chart
        return
      }
    }
    self.chart = nil
  }

  private static func range(
    _ grid: PanelGrid, _ extent: (any Mark) -> [Double]
  ) -> ClosedRange<Double>? {
    let values = grid.panels.compactMap { $0 }.flatMap(\.marks).flatMap(extent)
      .filter(\.isFinite)
    guard let low = values.min(), let high = values.max(), low < high else { return nil }
    return low...high
  }

  private static func other(_ axis: Axis, _ range: ClosedRange<Double>?) -> Axis? {
    var axis = axis
    switch axis.kind {
    case .bands: return nil
    case .linear, .log10:
      let isLog = if case .log10 = axis.kind { true } else { false }
      if case .fixed(let low, let high) = axis.domain {
        axis.domain = .fixed(low, isLog ? high * 1.5 : low + (high - low) * 1.05)
      } else if let range {
        let low = isLog ? max(range.lowerBound, 1e-300) : range.lowerBound
        axis.domain = .fixed(
          low, isLog ? range.upperBound * 1.5 : low + (range.upperBound - low) * 1.07)
      } else {
        return nil
      }
      axis.bounds = .none
      return axis
    }
  }
}
