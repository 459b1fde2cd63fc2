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
}
