/// A legend in one or more rows, measured before it is placed.
struct LegendPlan: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var entry: LegendEntry
    /// Top left corner relative to the legend's.
    var offset: Point
    var width: Double
  }

  var items: [Item]
  var height: Double
  var origin = Point(x: 0, y: 0)

  static let swatchWidth = 18.0
  static let swatchGap = 5.0
  static let itemGap = 16.0

  static func style(_ theme: Theme) -> TextStyle { TextStyle(size: theme.sizes.axisTitle) }

  /// Flows the entries into rows of at most `width` points; nil where one name is wider than that.
  init?(
    entries: [LegendEntry], width: Double, theme: Theme, text: TextSetter
  ) throws(ChartError) {
    let style = Self.style(theme)
    items = []
    var x = 0.0
    var y = 0.0
    for entry in entries {
      let itemWidth = Self.swatchWidth + Self.swatchGap + (try text.width(entry.name, style))
      if itemWidth > width { return nil }
      if x > 0 && x + itemWidth > width {
        x = 0
        y += style.leading
      }
      items.append(Item(entry: entry, offset: Point(x: x, y: y), width: itemWidth))
      x += itemWidth + Self.itemGap
    }
    height = entries.isEmpty ? 0 : y + style.height
  }

  func draw(on canvas: inout Canvas) throws(ChartError) {
    let style = Self.style(canvas.theme)
    try canvas.group(.legend) { (canvas) throws(ChartError) in
      for item in items {
        let left = origin.x + item.offset.x
        let baseline = origin.y + item.offset.y + style.ascent
        drawSwatch(item.entry, x: left, middle: baseline - 0.34 * style.size, on: &canvas)
        try canvas.text(
          item.entry.name, at: Point(x: left + Self.swatchWidth + Self.swatchGap, y: baseline),
          style)
      }
    }
  }

  private func drawSwatch(
    _ entry: LegendEntry, x: Double, middle: Double, on canvas: inout Canvas
  ) {
    let color = canvas.theme.color(entry.ink)
    let center = Point(x: x + Self.swatchWidth / 2, y: middle)
    for swatch in entry.swatches {
      switch swatch {
      case .line(let series, let width):
        canvas.stroke(
          [Point(x: x, y: middle), Point(x: x + Self.swatchWidth, y: middle)],
          width: width ?? canvas.theme.sizes.line,
          dashes: series.map { canvas.theme.dashes(ofSeries: $0) } ?? [],
          cap: .butt, color)
      case .area:
        canvas.fill([Rect(x: x + 4, y: middle - 4, width: 10, height: 8)], entry.ink)
      case .outline:
        let (left, right) = (x + 4.6, x + 13.4)
        let corners = [
          Point(x: left, y: middle - 3.4), Point(x: right, y: middle - 3.4),
          Point(x: right, y: middle + 3.4), Point(x: left, y: middle + 3.4),
        ]
        canvas.stroke(
          ScenePath(points: corners.map(canvas.fixed), closed: true), width: Spans.outline,
          join: .miter, color)
      case .band:
        let rect = Rect(x: x, y: middle - 4, width: Self.swatchWidth, height: 8)
        canvas.fill(sceneRects: [canvas.snapped(rect)], color.opacity(Band.opacity))
      case .marker(let marker, let radius):
        canvas.fill(marker.path(at: center, radius: radius, on: canvas), color)
      case .divergence:
        DivergenceSign.draw(at: center, color: color, on: &canvas)
      }
    }
  }
}

extension Chart {
  /// The entries of all panels, each name once, in the order in which they are met.
  ///
  /// Marks of one name share an entry: of one panel a swatch for each look, of several panels the
  /// looks of the first; of several inks a neutral one ("min to max of 5 seeds" of several series).
  package var legendEntries: [LegendEntry] {
    var entries: [LegendEntry] = []
    var places: [Int] = []
    for (place, panel) in sections.flatMap(\.panels).enumerated() {
      for entry in (panel?.marks ?? []).flatMap(\.legendEntries) where !entry.name.isEmpty {
        guard let index = entries.firstIndex(where: { $0.name == entry.name }) else {
          entries.append(entry)
          places.append(place)
          continue
        }
        if entries[index].ink != entry.ink {
          let solid = entry.ink.solid
          entries[index].ink = entries[index].ink.solid == solid ? solid : .muted
        }
        guard places[index] == place else { continue }
        for swatch in entry.swatches where !entries[index].swatches.contains(swatch) {
          entries[index].swatches.append(swatch)
        }
      }
    }
    // Series first, then what areas and signs mean.
    let isSeries = entries.map { entry in
      entry.swatches.contains { $0 != .band && $0 != .divergence }
    }
    let order = entries.indices.filter { isSeries[$0] } + entries.indices.filter { !isSeries[$0] }
    return order.map { entries[$0] }
  }
}
