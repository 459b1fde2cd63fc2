/// Which panels share an axis, and the range that each group shows.
struct SharedAxes {
  let grid: PanelGrid

  /// Number of the group that a panel belongs to.
  static func group(of index: Int, columns: Int, sharing: PanelGrid.Sharing) -> Int {
    switch sharing {
    case .all: 0
    case .rows: index / columns
    case .columns: index % columns
    case .none: index
    }
  }

  func xGroup(_ index: Int) -> Int {
    Self.group(of: index, columns: grid.columns, sharing: grid.shareX)
  }

  func yGroup(_ index: Int) -> Int {
    Self.group(of: index, columns: grid.columns, sharing: grid.shareY)
  }

  /// One scale for each group of panels; entries of groups without panels are nil.
  func xScales() throws(ChartError) -> [AxisScale?] {
    try scales(axis: grid.xAxis, group: xGroup, extent: \.xExtent)
  }

  func yScales() throws(ChartError) -> [AxisScale?] {
    try scales(axis: grid.yAxis, group: yGroup, extent: \.yExtent)
  }

  private func scales(
    axis axisOf: (Int) -> Axis, group: (Int) -> Int, extent: (any Mark) -> [Double]
  ) throws(ChartError) -> [AxisScale?] {
    let axes = Self.axes(of: grid, axis: axisOf, group: group)
    var values: [[Double]?] = []
    for (index, panel) in grid.panels.enumerated() {
      guard let panel else { continue }
      let number = group(index)
      while values.count <= number { values.append(nil) }
      var list = values[number] ?? []
      // A fixed range needs no look at the data, which may be long.
      if case .data = axes[number]?.domain { for mark in panel.marks { list += extent(mark) } }
      values[number] = list
    }
    var scales: [AxisScale?] = []
    for (list, axis) in zip(values, axes) {
      guard let list, let axis else {
        scales.append(nil)
        continue
      }
      scales.append(try scale(of: axis, values: list))
    }
    return scales
  }

  /// The axis of each group, that of its first panel; entries of groups without panels are nil.
  static func axes(
    of grid: PanelGrid, axis: (Int) -> Axis, group: (Int) -> Int
  ) -> [Axis?] {
    var axes: [Axis?] = []
    for index in grid.panels.indices where grid.panels[index] != nil {
      let number = group(index)
      while axes.count <= number { axes.append(nil) }
      axes[number] = axes[number] ?? axis(index)
    }
    return axes
  }

  /// The x axis of each group of panels.
  var xAxes: [Axis?] { Self.axes(of: grid, axis: grid.xAxis, group: xGroup) }
  /// The y axis of each group of panels.
  var yAxes: [Axis?] { Self.axes(of: grid, axis: grid.yAxis, group: yGroup) }

  private func scale(of axis: Axis, values: [Double]) throws(ChartError) -> AxisScale {
    let kind: ScaleKind
    switch axis.kind {
    case .bands(let names): return .bands(BandScale(categories: names))
    case .linear: kind = .linear
    case .log10: kind = .log10
    }
    switch axis.domain {
    case .fixed(let lower, let upper):
      return .continuous(
        try ContinuousScale(
          kind: kind, lower: min(lower, upper), upper: max(lower, upper),
          reversed: lower > upper))
    case .data(let includeZero):
      return .continuous(
        try DomainPolicy(kind: kind, includesZero: includeZero, bounds: axis.bounds)
          .scale(of: values))
    }
  }
}
