/// What the colours of cells or contours stand for.
///
///     PanelGrid(
///       panel, x: epochs, y: layers,
///       colorBar: ColorBar("gradient norm", scale: scale, missing: "not finite"))
package struct ColorBar: Equatable, Sendable {
  package var title: String
  package var scale: ColorScale
  /// What an empty cell means; an empty name shows no sample of it.
  package var missing: String
  /// Whether the values are counts, so that no number stands between two of them.
  package var isWhole: Bool

  package init(
    _ title: String, scale: ColorScale, missing: String = "", isWhole: Bool = false
  ) {
    self.title = title
    self.scale = scale
    self.missing = missing
    self.isWhole = isWhole
  }
}

/// A colour bar, measured and placed: its title, the bar over its numbers, the empty cell.
struct ColorBarPlan: Equatable, Sendable {
  let bar: ColorBar
  var title: PagePlan.TickLabel
  var strip: Rect
  var ticks: [Tick]
  /// The numbers under the bar, one place for each tick; nil for those without one.
  var numbers: [PagePlan.TickLabel?]
  var missing: PagePlan.TickLabel?
  /// The sample of an empty cell.
  var missingBox: Rect?
  var height: Double

  private static let thickness = 9.0
  private static let greatestLength = 180.0
  /// A bar of this length is worth a row of its own.
  private static let usefulLength = 70.0
  private static let gap = 8.0

  private static func titleStyle(_ theme: Theme) -> TextStyle {
    TextStyle(size: theme.sizes.axisTitle)
  }
  private static func tickStyle(_ theme: Theme) -> TextStyle {
    TextStyle(size: theme.sizes.tick, ink: .muted)
  }

  /// Title, bar and empty cell in one row, or with the title above; nil where the width is too
  /// small for two numbers under the bar.
  init?(
    _ bar: ColorBar, at origin: Point, width: Double, theme: Theme, text: TextSetter
  ) throws(ChartError) {
    self.bar = bar
    let style = Self.titleStyle(theme)
    let titleWidth = try text.width(bar.title, style)
    var missingWidth = 0.0
    if !bar.missing.isEmpty {
      missingWidth = 2 * Self.gap + Self.thickness + 4 + (try text.width(bar.missing, style))
    }
    // Half a number hangs over each end of the bar.
    let overhang = 12.0
    var left = origin.x + titleWidth + (titleWidth > 0 ? Self.gap : 0)
    var top = origin.y
    if titleWidth > 0, left - origin.x + Self.usefulLength + overhang + missingWidth > width {
      left = origin.x
      top += style.leading
      guard titleWidth <= width else { return nil }
    }
    let room = origin.x + width - left - overhang - missingWidth
    guard room > 0 else { return nil }
    strip = Rect(
      x: left, y: top + 1, width: min(room, Self.greatestLength), height: Self.thickness)
    ticks = try text.ticks(
      for: bar.scale.scale, length: strip.width, isVertical: false, bounds: .none,
      wholeNumbers: bar.isWhole, style: Self.tickStyle(theme))
    let numberStyle = Self.tickStyle(theme)
    numbers = try Self.numbers(
      ticks, of: bar.scale, under: strip, overhang: overhang, style: numberStyle, text: text)
    guard numbers.count(where: { $0 != nil }) > 1 else { return nil }
    let baseline = style.ascent
    title = PagePlan.TickLabel(
      text: bar.title, place: Point(x: origin.x, y: origin.y + baseline), align: .leading)
    if !bar.missing.isEmpty {
      let box = Rect(
        x: strip.maxX + overhang + Self.gap, y: strip.y, width: 1.4 * Self.thickness,
        height: Self.thickness)
      missingBox = box
      missing = PagePlan.TickLabel(
        text: bar.missing, place: Point(x: box.maxX + 4, y: top + baseline), align: .leading)
    }
    height = strip.maxY - origin.y + Self.numberDrop + numberStyle.height
  }

  /// From the bar to the top of its numbers.
  private static let numberDrop = 3.5

  /// Numbers that keep apart: those at the ends are moved inward, off what stands beside the bar,
  /// and inner ones give way to them.
  private static func numbers(
    _ ticks: [Tick], of scale: ColorScale, under strip: Rect, overhang: Double, style: TextStyle,
    text: TextSetter
  ) throws(ChartError) -> [PagePlan.TickLabel?] {
    var placed: [(index: Int, left: Double, right: Double)] = []
    for (index, tick) in ticks.enumerated() where !tick.label.isEmpty {
      let width = try text.width(tick.label, style)
      let x = strip.x + scale.scale.position(tick.value) * strip.width
      let left = min(max(x - width / 2, strip.x - 2), strip.maxX + overhang - width)
      placed.append((index, left, left + width))
    }
    placed.sort { $0.left < $1.left }
    var numbers: [PagePlan.TickLabel?] = ticks.map { _ in nil }
    var edge = -Double.infinity
    for (order, number) in placed.enumerated() {
      let isLast = order == placed.count - 1
      guard number.left >= edge + 3,
        isLast || number.right + 3 <= placed[placed.count - 1].left
      else { continue }
      edge = number.right
      numbers[number.index] = PagePlan.TickLabel(
        text: ticks[number.index].label,
        place: Point(x: number.left, y: strip.maxY + numberDrop + style.ascent), align: .leading)
    }
    return numbers
  }

  func draw(on canvas: inout Canvas) throws(ChartError) {
    try canvas.group(.legend, label: bar.title) { (canvas) throws(ChartError) in
      try canvas.group(.colorBar) { (canvas) throws(ChartError) in drawStrip(on: &canvas) }
      let style = Self.tickStyle(canvas.theme)
      for (tick, number) in zip(ticks, numbers) {
        canvas.hairline(
          x: strip.x + bar.scale.scale.position(tick.value) * strip.width, from: strip.maxY,
          to: strip.maxY + (tick.isMinor ? 1.5 : 2.5), .muted)
        if let number { try canvas.text(number.text, at: number.place, style) }
      }
      let titleStyle = Self.titleStyle(canvas.theme)
      try canvas.text(title.text, at: title.place, titleStyle)
      if let missing, let missingBox {
        try canvas.group(.colorBar) { (canvas) throws(ChartError) in
          MissingSign.draw(canvas.snapped(missingBox), on: &canvas)
        }
        try canvas.text(missing.text, at: missing.place, titleStyle)
      }
    }
  }

  /// Neighbouring steps share their snapped edges, so that no seam shows between them.
  private func drawStrip(on canvas: inout Canvas) {
    let steps = 128
    let box = canvas.snapped(strip)
    for step in 0..<steps {
      let from = canvas.snapped(strip.x + strip.width * Double(step) / Double(steps))
      let to = canvas.snapped(strip.x + strip.width * Double(step + 1) / Double(steps))
      canvas.fill(
        sceneRects: [SceneRect(x: from, y: box.y, width: to - from, height: box.height)],
        bar.scale.color(
          at: (Double(step) + 0.5) / Double(steps), theme: canvas.theme))
    }
  }
}
