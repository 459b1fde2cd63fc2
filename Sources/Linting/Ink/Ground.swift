import Charting

/// What lies under an item: paper, and the areas that were painted before it.
///
/// Grid lines, axes, lines and markers of other series are passed over: they cross what they lie under
/// in places and are no ground that it is seen against. A rim in the colour of the paper is. An axis
/// is seen against what is no data, for bars stand on it.
struct Ground {
  private let paper: Color
  private let items: [PaintedItem]
  /// Numbers of the items that are areas.
  private let areas: [Int]

  /// - Parameter content: What the mark of an item shows; nil for an item of none.
  init(_ painting: ScenePainting, content: (PaintedItem) -> MarkContent?) {
    paper = painting.paper
    items = painting.items
    areas = items.indices.filter {
      Self.isArea(painting.items[$0], content(painting.items[$0]), paper: painting.paper)
    }
  }

  private static func isArea(_ item: PaintedItem, _ content: MarkContent?, paper: Color) -> Bool {
    let isPaper = item.color == paper
    switch (item.role, item.shape) {
    case (.grid, _), (.axis, _), (_, .text): return false
    case (_, .lines): return isPaper
    case (.data, .area):
      // Of values only the translucent ones are areas; the others are markers.
      if case .ground = content { return true }
      return isPaper || item.color.alpha < 255
    case (.data, .boxes):
      if case .reference = content { return false }
      return true
    // Lines on whole pixels are boxes too.
    case (_, .boxes(let boxes)): return isPaper || boxes.contains { min($0.width, $0.height) > 2 }
    case (_, .area): return true
    }
  }

  /// The opaque colours under places of an item.
  ///
  /// - Parameter index: The item's number; its own mark's ink of the same colour is passed over.
  func colors(at places: [Point], under index: Int) -> [Color] {
    guard let box = Rect(around: places) else { return [] }
    let own = items[index]
    let near = areas.prefix { $0 < index }.filter { other in
      guard items[other].visible?.intersection(box) != nil else { return false }
      if own.role == .axis && items[other].role == .data { return false }
      return own.mark == nil || items[other].mark != own.mark || items[other].panel != own.panel
        || items[other].color != own.color
    }
    return places.map { color(at: $0, of: near) }
  }

  private func color(at place: Point, of near: [Int]) -> Color {
    var over: [Color] = []
    var seen = paper
    for index in near.reversed() where items[index].covers(place) {
      if items[index].color.alpha == 255 {
        seen = items[index].color
        break
      }
      over.append(items[index].color)
    }
    for color in over.reversed() { seen = color.over(seen) }
    return seen
  }
}
