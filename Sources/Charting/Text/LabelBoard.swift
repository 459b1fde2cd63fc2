/// Where words already stand in a panel, and where data has ink that they should keep off.
struct LabelBoard: Equatable, Sendable {
  /// The plot; nothing leaves it.
  var room = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Whether the whole plot is coloured.
  var isOverGround = false
  /// Ink of the data, in points of the page.
  var obstacles: [Point] = []
  /// Boxes of words and signs.
  private(set) var taken: [Rect] = []

  init() {}

  init(room: Rect, obstacles: [Point], isOverGround: Bool = false) {
    self.room = room
    self.isOverGround = isOverGround
    self.obstacles = obstacles.filter { point in
      point.x >= room.x && point.x <= room.maxX && point.y >= room.y && point.y <= room.maxY
    }
  }

  mutating func take(_ box: Rect) { taken.append(box) }

  /// Whether a box lies in the plot and on no other.
  func isFree(_ box: Rect) -> Bool {
    box.x >= room.x && box.maxX <= room.maxX && box.y >= room.y && box.maxY <= room.maxY
      && !taken.contains { $0.overlaps(box) }
  }

  /// How much ink of the data a box would cover.
  func cost(_ box: Rect) -> Int {
    obstacles.count { point in
      point.x > box.x && point.x < box.maxX && point.y > box.y && point.y < box.maxY
    }
  }

  /// The free box of the least cost, the earlier of equal ones; nil where none is free.
  func best(_ boxes: [Rect]) -> Rect? {
    var best: (box: Rect, cost: Int)?
    for box in boxes where isFree(box) {
      let cost = cost(box)
      if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
      if cost == 0 { break }
    }
    return best?.box
  }
}

extension Canvas {
  /// Sets a line of text in the best of several places, over a veil of paper where data lies under
  /// it; a text without a free place is left out.
  ///
  /// - Parameter corners: top left corners of the text, given its width and height, the most
  ///   wanted first.
  /// - Returns: Whether the text was set.
  @discardableResult
  mutating func label(
    _ string: String, _ style: TextStyle, at corners: (Size) -> [Point]
  ) throws(ChartError) -> Bool {
    guard !string.isEmpty else { return true }
    let size = Size(width: try text.width(string, style), height: style.height)
    let boxes = corners(size).map {
      Rect(x: $0.x, y: $0.y, width: size.width, height: size.height)
    }
    guard let box = labelBoard.best(boxes) else { return false }
    if labelBoard.isOverGround || labelBoard.cost(box) > 0 {
      fill(sceneRects: [snapped(box.inset(by: -1))], theme.paper.opacity(0.72))
    }
    labelBoard.take(box)
    try text(string, at: Point(x: box.x, y: box.y + style.ascent), style)
    return true
  }
}
