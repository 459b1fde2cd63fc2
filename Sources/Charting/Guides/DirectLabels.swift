/// A series' name at the end of its line.
struct PlacedLabel: Equatable, Sendable {
  var label: DirectLabel
  /// End of the line.
  var anchor: Point
  /// Where the text begins: its left end and the middle of its height.
  var place: Point
}

/// Puts names beside the ends of lines so that none covers another.
enum DirectLabels {
  static let gap = 5.0
  /// What keeps the lowest label off the last number under the plot, in points.
  private static let clearance = 1.5

  static func style(_ theme: Theme, _ ink: Ink = .ink) -> TextStyle {
    TextStyle(size: theme.sizes.axisTitle, weight: .bold, ink: ink)
  }

  /// Moves labels apart along y, in one pass down and one pass up.
  ///
  /// - Returns: nil where the panel is too low for all of them.
  static func place(_ labels: [DirectLabel], in frame: Frame, theme: Theme) -> [PlacedLabel]? {
    let height = style(theme).height
    let room = frame.rect
    guard Double(labels.count) * height <= room.height + height - clearance else { return nil }
    var placed: [PlacedLabel] = []
    for label in labels {
      let anchor = frame.point(label.x, label.y)
      let y = min(max(anchor.y, room.y), room.maxY)
      placed.append(
        PlacedLabel(
          label: label, anchor: Point(x: min(anchor.x, room.maxX), y: y),
          place: Point(x: room.maxX + gap, y: y)))
    }
    // A total order: the place first, then the order of the series.
    let order = placed.indices.sorted { (placed[$0].place.y, $0) < (placed[$1].place.y, $1) }
    var floor = room.y - height / 2
    for index in order {
      placed[index].place.y = max(placed[index].place.y, floor + height / 2)
      floor = placed[index].place.y + height / 2
    }
    var ceiling = room.maxY + height / 2 - clearance
    for index in order.reversed() {
      placed[index].place.y = min(placed[index].place.y, ceiling - height / 2)
      ceiling = placed[index].place.y - height / 2
    }
    return placed
  }

  static func draw(_ labels: [PlacedLabel], on canvas: inout Canvas) throws(ChartError) {
    guard !labels.isEmpty else { return }
    try canvas.group(.legend) { (canvas) throws(ChartError) in
      for placed in labels {
        if abs(placed.place.y - placed.anchor.y) > 2 {
          canvas.stroke(
            [placed.anchor, Point(x: placed.place.x - 1, y: placed.place.y)], width: 0.5,
            cap: .butt, canvas.theme.color(placed.label.ink))
        }
        // A light colour that does for a line is too weak for a word.
        try canvas.text(
          placed.label.name, at: placed.place, style(canvas.theme, .legible(placed.label.ink)),
          vertical: .middle)
      }
    }
  }
}
