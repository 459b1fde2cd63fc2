/// Titles of the axes of one panel, under its numbers and beside them.
struct PanelAxisTitles {
  let x: String
  let y: String
  let theme: Theme
  let text: TextSetter

  static func style(_ theme: Theme) -> TextStyle { TextStyle(size: theme.sizes.axisTitle) }

  /// Room under the numbers of a plot for a title.
  static func height(_ theme: Theme) -> Double { style(theme).height + 2 }
  /// Room beside the numbers of a plot for a title.
  static func width(_ theme: Theme) -> Double { style(theme).height + 4 }

  /// The titles centred on the plot; nil where one is longer than the plot's side.
  ///
  /// - Parameters:
  ///   - rect: The plot.
  ///   - drop: Height of the numbers under it.
  ///   - reach: Width of what stands on its left, the title included.
  ///   - headroom: How far a title beside the plot may rise above it.
  func placed(
    around rect: Rect, drop: Double, reach: Double, headroom: Double
  ) throws(ChartError) -> (x: PagePlan.TickLabel?, y: PagePlan.TickLabel?)? {
    let style = Self.style(theme)
    var placed: (x: PagePlan.TickLabel?, y: PagePlan.TickLabel?) = (nil, nil)
    if !x.isEmpty {
      let width = try text.width(x, style)
      guard width <= rect.width else { return nil }
      placed.x = PagePlan.TickLabel(
        text: x, place: Point(x: rect.midX - width / 2, y: rect.maxY + drop + style.ascent),
        align: .leading)
    }
    if !y.isEmpty {
      let length = try text.width(y, style)
      guard length <= rect.height + headroom else { return nil }
      let middle = min(rect.midY, rect.maxY - length / 2)
      placed.y = PagePlan.TickLabel(
        text: y, place: Point(x: rect.x - reach + style.ascent, y: middle), align: .center)
    }
    return placed
  }
}
