import Charting

/// Two entries of one kind, compared.
enum EntryComparison {
  /// The ways in which they differ; none for equal ones.
  static func kinds(_ first: SceneNode, _ second: SceneNode) -> [SceneChange.Kind] {
    switch (first, second) {
    case (.fill(let old, let color), .fill(let new, let other)):
      return path(old, new) + recoloured(color, other)
    case (.stroke(let old, let style, let color), .stroke(let new, let otherStyle, let other)):
      return path(old, new) + (style == otherStyle ? [] : [.pen]) + recoloured(color, other)
    case (.rectangles(let old, let color), .rectangles(let new, let other)):
      return rectangles(old, new) + recoloured(color, other)
    case (.text(let old), .text(let new)):
      return text(old, new) + recoloured(old.color, new.color)
    default:
      return first == second ? [] : [.reset]
    }
  }

  /// The distance by which all points are moved; nil where there is not one.
  static func offset(_ first: [ScenePoint], _ second: [ScenePoint]) -> (x: Int64, y: Int64)? {
    guard first.count == second.count, let a = first.first, let b = second.first else { return nil }
    let (x, y) = (Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y))
    for (one, other) in zip(first, second)
    where Int64(other.x) - Int64(one.x) != x || Int64(other.y) - Int64(one.y) != y {
      return nil
    }
    return (x, y)
  }

  /// Whether both have the same shape, wherever they lie and whatever their colour.
  static func areAlike(_ first: SceneNode, _ second: SceneNode) -> Bool {
    switch (first, second) {
    case (.fill(let old, _), .fill(let new, _)):
      old.elements.count == new.elements.count && offset(old.points, new.points) != nil
    case (.stroke(let old, _, _), .stroke(let new, _, _)):
      old.elements.count == new.elements.count && offset(old.points, new.points) != nil
    case (.rectangles(let old, _), .rectangles(let new, _)):
      sizes(old) == sizes(new) && offset(corners(old), corners(new)) != nil
    case (.text(let old), .text(let new)): old.text == new.text
    default: false
    }
  }

  /// Whether both are the same kind of entry.
  static func areOfOneKind(_ first: SceneNode, _ second: SceneNode) -> Bool {
    switch (first, second) {
    case (.fill, .fill), (.stroke, .stroke), (.rectangles, .rectangles), (.text, .text): true
    case (.group(let old), .group(let new)): old.role == new.role
    default: false
    }
  }

  private static func recoloured(_ from: Color, _ to: Color) -> [SceneChange.Kind] {
    from == to ? [] : [.recoloured(from: from, to: to)]
  }

  private static func moved(_ offset: (x: Int64, y: Int64)) -> [SceneChange.Kind] {
    offset == (0, 0) ? [] : [.moved(x: Double(offset.x) / 256, y: Double(offset.y) / 256)]
  }

  private static func path(_ old: ScenePath, _ new: ScenePath) -> [SceneChange.Kind] {
    guard let change = PathChange(old, new) else { return [] }
    if let offset = offset(old.points, new.points), offset != (0, 0) { return moved(offset) }
    return [.path(change)]
  }

  private static func text(_ old: GlyphRun, _ new: GlyphRun) -> [SceneChange.Kind] {
    guard old.text == new.text else { return [.reworded(from: old.text, to: new.text)] }
    guard old.glyphs != new.glyphs || old.turn != new.turn else { return [] }
    let isSetAlike =
      old.turn == new.turn
      && zip(old.glyphs, new.glyphs).allSatisfy {
        $0.id == $1.id && $0.face == $1.face && $0.size == $1.size
      }
    if isSetAlike, let offset = offset(old.glyphs.map(\.origin), new.glyphs.map(\.origin)) {
      return moved(offset)
    }
    return [.reset]
  }

  private static func rectangles(_ old: [SceneRect], _ new: [SceneRect]) -> [SceneChange.Kind] {
    guard old != new else { return [] }
    if sizes(old) == sizes(new), let offset = offset(corners(old), corners(new)) {
      return moved(offset)
    }
    var changed = abs(old.count - new.count)
    var largest = 0.0
    for (one, other) in zip(old, new) where one != other {
      changed += 1
      for (a, b) in [
        (one.x, other.x), (one.y, other.y), (one.width, other.width), (one.height, other.height),
      ] {
        largest = max(largest, abs(Double(a) - Double(b)) / 256)
      }
    }
    return [.rectangles(changed: changed, count: max(old.count, new.count), largest: largest)]
  }

  private static func sizes(_ rectangles: [SceneRect]) -> [ScenePoint] {
    rectangles.map { ScenePoint(x: $0.width, y: $0.height) }
  }

  private static func corners(_ rectangles: [SceneRect]) -> [ScenePoint] {
    rectangles.map { ScenePoint(x: $0.x, y: $0.y) }
  }
}
