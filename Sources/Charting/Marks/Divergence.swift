/// What is said where a run ends in NaN or infinity.
///
/// The sign stands at the last value that can be drawn; where a line has left the panel before, at
/// the place where it does.
///
///     Line(
///       x: steps, y: loss, series: Series(0, "SGD"),
///       divergence: Divergence(label: "diverged at iteration 37", meaning: "diverged"))
package struct Divergence: Equatable, Sendable {
  /// Written beside the sign where it has room; empty for none.
  package var label: String
  /// What the sign means, for the legend; empty where another place says it.
  package var meaning: String

  package init(label: String = "", meaning: String = "") {
    self.label = label
    self.meaning = meaning
  }

  /// The index of the first of the values that are not finite up to the end; nil where the last
  /// value is finite.
  package static func index(in values: [Double]) -> Int? {
    guard let last = values.last, !last.isFinite else { return nil }
    return (values.lastIndex(where: \.isFinite) ?? -1) + 1
  }
}

extension Divergence? {
  /// What is written where values end in NaN or infinity.
  func words(endOf values: [Double]) -> [String] {
    guard let self, !self.label.isEmpty, Divergence.index(in: values) != nil else { return [] }
    return [self.label]
  }
}

/// A disc with a cross cut out: no series has it as its marker.
enum DivergenceSign {
  static let radius = 4.0
  /// From its middle to the edge of its rim.
  static let reach = radius + 1

  static func draw(at center: Point, color: Color, on canvas: inout Canvas) {
    canvas.fill(
      Marker.circle.path(at: center, radius: reach, on: canvas), canvas.theme.paper)
    canvas.fill(Marker.circle.path(at: center, radius: radius, on: canvas), color)
    let arm = 1.75
    for sign in [-1.0, 1.0] {
      canvas.stroke(
        [
          Point(x: center.x - arm, y: center.y - arm * sign),
          Point(x: center.x + arm, y: center.y + arm * sign),
        ], width: 1.2, cap: .butt, canvas.theme.paper)
    }
  }

  /// The sign with its words, inside the panel.
  static func annotate(
    _ divergence: Divergence, at place: Point, ink: Ink, in frame: Frame,
    on canvas: inout Canvas
  ) throws(ChartError) {
    let rect = frame.rect
    let center = Point(
      x: min(max(place.x, rect.x + reach), rect.maxX - reach),
      y: min(max(place.y, rect.y + reach), rect.maxY - reach))
    draw(at: center, color: canvas.theme.color(ink), on: &canvas)
    canvas.labelBoard.take(
      Rect(x: center.x - reach, y: center.y - reach, width: 2 * reach, height: 2 * reach),
      for: .sign)
    let style = TextStyle(size: canvas.theme.sizes.label, ink: .legible(ink))
    try canvas.label(divergence.label, style, as: .divergence) { size in
      let right = center.x + reach + 2
      let left = center.x - reach - 2 - size.width
      let middle = center.y - size.height / 2
      let (above, below) = (center.y - reach - size.height, center.y + reach)
      let inside = min(max(center.x - size.width / 2, rect.x + 1), rect.maxX - 1 - size.width)
      return [
        Point(x: right, y: middle), Point(x: left, y: middle), Point(x: inside, y: below + 1),
        Point(x: inside, y: above - 1), Point(x: right, y: below), Point(x: left, y: below),
        Point(x: inside, y: below + 1 + size.height), Point(x: right, y: above),
        Point(x: left, y: above),
      ]
    }
  }
}
