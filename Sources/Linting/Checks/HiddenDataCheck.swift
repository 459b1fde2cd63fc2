import Charting

/// Numbers that a panel does not show although it names their series, without a sign that says so.
///
/// Signs are the strips through a cut bar, the wedge of an overflow or of a path that leaves
/// and returns, and the disc at which a run that
/// diverged leaves the panel. Raw values under a smoothed line may leave the panel: the line is what
/// is to be read.
struct HiddenDataCheck: LintCheck {
  /// Parts of an axis that rounding may lose.
  private static let slack = 1e-6
  /// Bars under this height, in points, have no room for their strips.
  private static let leastCutHeight = 12.0

  func findings(in page: LintPage) -> [Finding] {
    page.panels.flatMap { panel in
      let marks = page.marks(of: panel)
      let hasSign = marks.contains { Self.divergence(of: $0) != nil && Self.endsInNothing($0) }
      return marks.compactMap { mark -> Finding? in
        let place = "\(page.name(of: mark)) in \(page.name(of: panel))"
        if mark.content.series != nil, Self.endsInNothing(mark), !hasSign {
          return Finding(
            .hiddenData, place, "its last number is not finite, and no sign says so",
            allowed: "a sign where a run diverged")
        }
        // A run that diverges leaves the panel where its sign is.
        let isExcused =
          switch mark.content {
          case .raw: true
          case .spread: hasSign
          default: Self.endsInNothing(mark)
          }
        guard !isExcused, let hidden = Self.hidden(of: mark, in: panel, among: marks) else {
          return nil
        }
        return Finding(.hiddenData, place, hidden, allowed: "all within the axes, or a sign")
      }
    }
  }

  /// Whether the axes of a panel reach as far as a mark's numbers.
  static func isWithinAxes(_ mark: any Mark, of panel: PlacedPanel) -> Bool {
    !endsInNothing(mark) && (mark as? Trajectory)?.marksExits != true
      && hidden(of: mark, in: panel, among: [mark]) == nil
  }

  private static func divergence(of mark: any Mark) -> Divergence? {
    switch mark {
    case let line as Line: line.divergence
    case let path as Trajectory: path.divergence
    default: nil
    }
  }

  private static func endsInNothing(_ mark: any Mark) -> Bool {
    switch mark {
    case let line as Line: Divergence.index(in: line.y) != nil
    case let path as Trajectory:
      Divergence.index(in: zip(path.x, path.y).map { $0 + $1 }) != nil
    default: false
    }
  }

  /// What a mark has beyond the axes, in words.
  private static func hidden(
    of mark: any Mark, in panel: PlacedPanel, among marks: [any Mark]
  ) -> String? {
    let frame = panel.frame
    switch mark {
    case let line as Line: return beyond(line.x, line.y, frame)
    case let points as Points: return beyond(points.x, points.y, frame)
    case let path as Trajectory: return path.marksExits ? nil : beyond(path.x, path.y, frame)
    case let band as Band:
      return beyond(band.x + band.x, band.low + band.high, frame)
    case let area as Area: return beyond(area.x, area.y, frame)
    case let cells as Cells:
      return extent(cells.xEdges, frame.x, "x") ?? extent(cells.yEdges, frame.y, "y")
    case let bars as Bars: return hidden(bars, panel, marks)
    case let bracket as Bracket:
      return extent([bracket.x], frame.x, "x") ?? extent([bracket.from, bracket.to], frame.y, "y")
    case let rule as Rule:
      return extent(rule.xExtent, frame.x, "x") ?? extent(rule.yExtent, frame.y, "y")
    default: return nil
    }
  }

  private static func isOutside(_ value: Double, _ scale: AxisScale) -> Bool {
    let place = scale.position(value)
    return !(place >= -slack && place <= 1 + slack)
  }

  private static func beyond(_ x: [Double], _ y: [Double], _ frame: Frame) -> String? {
    let points = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
    let outside = points.filter { isOutside($0.0, frame.x) || isOutside($0.1, frame.y) }
    guard let first = outside.first else { return nil }
    let axis = isOutside(first.0, frame.x) ? "x" : "y"
    let value = axis == "x" ? first.0 : first.1
    return "\(outside.count) of \(points.count) points beyond the axes, the first with "
      + "\(axis) = \(Measure.short(value))"
  }

  private static func extent(_ values: [Double], _ scale: AxisScale, _ name: String) -> String? {
    values.first { $0.isFinite && isOutside($0, scale) }
      .map { "\(name) = \(Measure.short($0)) is beyond the axis" }
  }

  private static func hidden(
    _ bars: Bars, _ panel: PlacedPanel, _ marks: [any Mark]
  ) -> String? {
    let sides = marks.compactMap { ($0 as? Overflow)?.side }
    for (index, height) in bars.heights.enumerated() where height.isFinite && height != 0 {
      let (left, right) = (bars.edges[index], bars.edges[index + 1])
      let places = [left, right].map(panel.frame.x.position)
      if places.allSatisfy({ $0 < slack }), !sides.contains(.low) {
        return "the bar from \(Measure.short(left)) to \(Measure.short(right)) is beyond the axis"
      }
      if places.allSatisfy({ $0 > 1 - slack }), !sides.contains(.high) {
        return "the bar from \(Measure.short(left)) to \(Measure.short(right)) is beyond the axis"
      }
      if isOutside(height, panel.frame.y), panel.frame.rect.height <= leastCutHeight {
        return "a bar of \(Measure.short(height)) is cut, and the panel is too low for a sign"
      }
    }
    return nil
  }
}
