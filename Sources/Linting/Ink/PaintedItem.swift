import Charting

/// One entry of a display list with what its groups say of it; lengths in points of the page.
struct PaintedItem: Sendable {
  enum Shape: Sendable {
    /// Outlines, filled by nonzero winding.
    case area([[Point]])
    case boxes([Rect])
    /// Lines, and the width of the pen.
    case lines([[Point]], StrokeStyle)
    case text(GlyphRun)
  }

  let shape: Shape
  let color: Color
  /// Of the innermost group.
  let role: SceneGroup.Role?
  /// Numbers of the panel and of its mark; nil for what belongs to none.
  let panel: Int?
  let mark: Int?
  /// What the groups show of it.
  let clip: Rect?
  /// Everything that it covers, the pen's width too, as if nothing were cut off.
  let bounds: Rect
  /// Points in one unit of the scene.
  let unit: Double

  /// What is seen of its bounds; nil where nothing is.
  var visible: Rect? { clip.map { bounds.intersection($0) } ?? bounds }

  /// Width of the pen.
  var penWidth: Double {
    if case .lines(_, let style) = shape { Double(style.width) * unit } else { 0 }
  }

  /// Whether the item lies over a place; a text never does.
  func covers(_ place: Point) -> Bool {
    guard bounds.contains(place), clip?.contains(place) ?? true else { return false }
    switch shape {
    case .area(let outlines): return Winding.contains(place, in: outlines)
    case .boxes(let boxes): return boxes.contains { $0.contains(place) }
    case .lines(let lines, _):
      let reach = penWidth / 2
      return lines.contains { line in
        zip(line, line.dropFirst()).contains { place.distance(from: $0, to: $1) <= reach }
      }
    case .text: return false
    }
  }

  /// Places in the middle of the item's ink: one for each marker or box, one for every four points
  /// of a line, at most `most` of them, those that are cut off left out.
  func places(atMost most: Int) -> [Point] {
    let all: [Point]
    switch shape {
    case .area: all = [Point(x: bounds.midX, y: bounds.midY)]
    case .boxes(let boxes):
      let step = boxes.count / most + 1
      all = stride(from: 0, to: boxes.count, by: step).map {
        Point(x: boxes[$0].midX, y: boxes[$0].midY)
      }
    case .lines(let lines, _): all = Self.places(along: lines, atMost: most)
    case .text: all = []
    }
    return all.filter { clip?.contains($0) ?? true }
  }

  /// Places at even distances along lines.
  private static func places(along lines: [[Point]], atMost most: Int) -> [Point] {
    let segments = lines.flatMap { line in zip(line, line.dropFirst()) }
    let total = segments.reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard total > 0 else { return lines.compactMap(\.first) }
    let step = total / max(1, min((total / 4).rounded(), Double(most)))
    var places: [Point] = []
    // From the middle of the first step.
    var next = step / 2
    for (start, end) in segments {
      let length = start.distance(to: end)
      while length > 0, next <= length, places.count < most {
        let share = next / length
        places.append(
          Point(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y)))
        next += step
      }
      next -= length
    }
    return places
  }
}
