/// Plots in which one unit of x is as long as one unit of y.
///
/// Plots of one range shrink to its shape. Where ranges differ, those that would leave room in
/// their plot are widened around their middle.
struct EqualAspect {
  let grid: PanelGrid
  let shared: SharedAxes
  private let xScales: [ContinuousScale?]
  private let yScales: [ContinuousScale?]

  /// - Throws: `ChartError.aspectOfUnlikeAxes`.
  init(
    grid: PanelGrid, shared: SharedAxes, x: [AxisScale?], y: [AxisScale?]
  ) throws(ChartError) {
    func continuous(_ scale: AxisScale?) -> ContinuousScale? {
      if case .continuous(let scale) = scale { scale } else { nil }
    }
    self.grid = grid
    self.shared = shared
    xScales = x.map(continuous)
    yScales = y.map(continuous)
    let kinds = (x + y).compactMap { $0 }.map { continuous($0)?.kind }
    guard kinds.allSatisfy({ $0 != nil && $0 == kinds[0] }) else { throw .aspectOfUnlikeAxes }
  }

  /// The spans of the panels' axes in their units.
  private var spans: [Size] {
    grid.panels.indices.compactMap { index in
      guard grid.panels[index] != nil, let x = xScales[shared.xGroup(index)],
        let y = yScales[shared.yGroup(index)]
      else { return nil }
      return Size(width: x.span, height: y.span)
    }
  }

  /// The greatest plot within `room` that has the shape of a panel's range.
  func plotSize(within room: Size) -> Size {
    let ratios = spans.map { $0.width / $0.height }
    guard let least = ratios.min(), let greatest = ratios.max() else { return room }
    // Of several shapes the one that is nearest to the room's needs the least widening.
    let ratio = min(max(room.width / room.height, least), greatest)
    return room.width > ratio * room.height
      ? Size(width: ratio * room.height, height: room.height)
      : Size(width: room.width, height: room.width / ratio)
  }

  /// The scales with ranges of the plots' shape.
  func scales(for plot: Size) throws(ChartError) -> ([AxisScale?], [AxisScale?]) {
    let isIndependent = grid.shareX == .none && grid.shareY == .none
    // Points for one unit, as many as the widest ranges leave.
    let common = spans.map { min(plot.width / $0.width, plot.height / $0.height) }.min() ?? 1
    var x: [AxisScale?] = xScales.map { _ in nil }
    var y: [AxisScale?] = yScales.map { _ in nil }
    for index in grid.panels.indices where grid.panels[index] != nil {
      let (column, row) = (shared.xGroup(index), shared.yGroup(index))
      guard let xScale = xScales[column], let yScale = yScales[row] else { continue }
      let unit =
        isIndependent ? min(plot.width / xScale.span, plot.height / yScale.span) : common
      x[column] = .continuous(try widened(xScale, to: plot.width / unit))
      y[row] = .continuous(try widened(yScale, to: plot.height / unit))
    }
    return (x, y)
  }

  private func widened(
    _ scale: ContinuousScale, to span: Double
  ) throws(ChartError) -> ContinuousScale {
    let share = span / scale.span
    // A range that fits but for rounding stays as it was asked for.
    guard share > 1 + 1e-9 else { return scale }
    let margin = (share - 1) / 2
    let ends = [scale.value(at: -margin), scale.value(at: 1 + margin)]
    return try ContinuousScale(
      kind: scale.kind, lower: min(ends[0], ends[1]), upper: max(ends[0], ends[1]),
      reversed: scale.isReversed)
  }
}
