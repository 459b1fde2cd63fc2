/// Titles of the axes of one panel, under its numbers and beside them.
struct PanelAxisTitles {
  let x: String
  let y: String
  let theme: Theme
  let text: TextSetter

  /// Room between numbers and the title under them.
  private static let gap = 1.5

  static func style(_ theme: Theme) -> TextStyle { TextStyle(size: theme.sizes.axisTitle) }

  /// Room under the numbers of a plot for a title.
  static func height(_ theme: Theme) -> Double { style(theme).height + gap + 2 }
  /// Room beside the numbers of a plot for a title.
  static func width(_ theme: Theme) -> Double { style(theme).height + 4 }

  /// The titles centred on the plot; nil where one is longer than the plot's side.
  ///
  /// - Parameters:
  ///   - rect: The plot.
  ///   - drop: Height of the numbers under it.
  ///   - reach: Width of what stands on its left, the title included.
  ///   - above: How far a title beside the plot may rise above it.
  ///   - below: How far it may hang below it.
  func placed(
    around rect: Rect, drop: Double, reach: Double, above: Double, below: Double
  ) throws(ChartError) -> (x: PagePlan.TickLabel?, y: PagePlan.TickLabel?)? {
    let style = Self.style(theme)
    var placed: (x: PagePlan.TickLabel?, y: PagePlan.TickLabel?) = (nil, nil)
    if !x.isEmpty {
      let width = try text.width(x, style)
      guard width <= rect.width else { return nil }
      placed.x = PagePlan.TickLabel(
        text: x,
        place: Point(x: rect.midX - width / 2, y: rect.maxY + drop + Self.gap + style.ascent),
        align: .leading)
    }
    if !y.isEmpty {
      let length = try text.width(y, style)
      guard length <= above + rect.height + below else { return nil }
      // In the middle of the plot, or as near to it as the room allows.
      let middle = min(
        max(rect.midY, rect.y - above + length / 2), rect.maxY + below - length / 2)
      placed.y = PagePlan.TickLabel(
        text: y, place: Point(x: rect.x - reach + style.ascent, y: middle), align: .center)
    }
    return placed
  }
}
