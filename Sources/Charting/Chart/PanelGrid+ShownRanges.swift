extension PanelGrid {
  /// The range of x that the first panel shows, within what the measure can reach; nil for bands and
  /// where there is no panel.
  package var shownX: (lower: Double, upper: Double)? {
    Self.range(of: try? SharedAxes(grid: self).xScales(), bounds: x.bounds)
  }

  /// The range of y that the first panel shows.
  package var shownY: (lower: Double, upper: Double)? {
    Self.range(of: try? SharedAxes(grid: self).yScales(), bounds: y.bounds)
  }

  private static func range(
    of scales: [AxisScale?]?, bounds: HardBounds
  ) -> (lower: Double, upper: Double)? {
    guard case .continuous(let scale)?? = scales?.first else { return nil }
    return (bounds.clamp(scale.lower), bounds.clamp(scale.upper))
  }

  /// The axes of all panels with what they show, each that several panels have alike once: of each
  /// panel x, then y.
  package var shownAxes: [ShownAxis] {
    let shared = SharedAxes(grid: self)
    let (xScales, yScales) = ((try? shared.xScales()) ?? [], (try? shared.yScales()) ?? [])
    var axes: [ShownAxis] = []
    for index in panels.indices where panels[index] != nil {
      for (axis, group, scales) in [
        (xAxis(of: index), shared.xGroup(index), xScales),
        (yAxis(of: index), shared.yGroup(index), yScales),
      ] where group < scales.count {
        guard let scale = scales[group] else { continue }
        let shown = ShownAxis(axis, scale)
        if !axes.contains(shown) { axes.append(shown) }
      }
    }
    return axes
  }
}

/// An axis with what it shows.
package struct ShownAxis: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// From one end to the other, within what the measure can reach.
    case range(lower: Double, upper: Double, isLog: Bool)
    case names([String])
  }

  package var title: String
  package var content: Content

  init(_ axis: Axis, _ scale: AxisScale) {
    title = axis.title
    switch scale {
    case .bands(let bands): content = .names(bands.categories)
    case .continuous(let scale):
      var ends = (axis.bounds.clamp(scale.lower), axis.bounds.clamp(scale.upper))
      // Room beyond the first and the last of whole numbers is part of the page.
      if axis.isWhole, ends.0.rounded(.up) <= ends.1.rounded(.down) {
        ends = (ends.0.rounded(.up) + 0, ends.1.rounded(.down) + 0)
      }
      content = .range(lower: ends.0, upper: ends.1, isLog: axis.kind == .log10)
    }
  }
}
