/// Where words already stand in a panel, and where data has ink that they should keep off.
struct LabelBoard: Equatable, Sendable {
  /// The plot; nothing leaves it.
  var room = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Whether the whole plot is coloured.
  var isOverGround = false
  /// Ink of the data, in points of the page.
  var obstacles: [Point] = []
  /// The part of it that belongs to series, which the name of a place never hides.
  private var series: [Point] = []
  /// Thin ink, as of contours, that words keep off where they have the choice.
  private(set) var faint: [Point] = []
  /// A box on the board and what stands in it.
  struct Claim: Equatable, Sendable {
    var box: Rect
    var word: InnerWord
  }

  /// Boxes of words and signs.
  private(set) var taken: [Claim] = []
  /// Boxes that are kept for what is yet to come; words of less importance keep off them.
  var reserved: [Claim] = []
  /// The one kind of words that is set in a rehearsal; nil sets all.
  var only: InnerWord?
  /// Whether a word found no place or one away from what it names, or has a sign over it.
  private(set) var isCrowded = false

  init() {}

  init(room: Rect, obstacles: [Point], series: [Point] = [], isOverGround: Bool = false) {
    self.room = room
    self.isOverGround = isOverGround
    func isInside(_ point: Point) -> Bool {
      point.x >= room.x && point.x <= room.maxX && point.y >= room.y && point.y <= room.maxY
    }
    self.obstacles = obstacles.filter(isInside)
    self.series = series.filter(isInside)
  }

  /// The plot of these marks.
  init(marks: [any Mark], in frame: Frame) {
    let obstacles = marks.map { $0.obstacles(in: frame) }
    let series = zip(marks, obstacles).filter { $0.0.content.series != nil }
    self.init(
      room: frame.rect, obstacles: obstacles.flatMap { $0 }, series: series.flatMap(\.1),
      isOverGround: marks.contains(where: \.isGround))
  }

  mutating func take(_ box: Rect, for word: InnerWord) {
    if word == .sign && taken.contains(where: { $0.word != .sign && $0.box.overlaps(box) }) {
      isCrowded = true
    }
    taken.append(Claim(box: box, word: word))
  }

  /// Whether a box lies in the plot, on no other, and on none that is kept for a more important
  /// word.
  func isFree(_ box: Rect, for word: InnerWord) -> Bool {
    box.x >= room.x && box.maxX <= room.maxX && box.y >= room.y && box.maxY <= room.maxY
      && !taken.contains { $0.box.overlaps(box) }
      && !reserved.contains { $0.word > word && $0.box.overlaps(box) }
  }

  /// How much ink of the data a box would cover.
  func cost(_ box: Rect) -> Int { Self.count(of: obstacles, in: box) }

  private static func count(of points: [Point], in box: Rect) -> Int {
    points.count { point in
      point.x > box.x && point.x < box.maxX && point.y > box.y && point.y < box.maxY
    }
  }

  /// Makes words keep off thin ink.
  mutating func keepOff(_ thin: [Point]) { faint += thin }

  /// A name that takes more of the plot than this may not cover data: it would hide what it names.
  private static let greatestShare = 0.15
  /// How far ink of a series may reach from its obstacles, as markers along a path do, in points.
  private static let halfWidth = 1.6

  /// Takes the free box over the least ink of the data, of such boxes the one over the least thin
  /// ink, the earlier of equal ones; nil where none is free.
  ///
  /// - Parameter near: how many boxes, from the first, lie at the place that the word names: the
  ///   others are for want of one among these that covers no data. None may cover a series.
  mutating func takeBest(of boxes: [Rect], for word: InnerWord, near: Int = .max) -> Rect? {
    var best: (box: Rect, cost: (Int, Int))?
    var isFar = false
    for (index, box) in boxes.enumerated() where isFree(box, for: word) {
      if index >= near, best?.cost.0 == 0 { break }
      let cost = (cost(box), Self.count(of: faint, in: box.inset(by: -1)))
      let share = box.width * box.height / (room.width * room.height)
      if word <= .place && cost.0 > 0 && share > Self.greatestShare { continue }
      if near < .max && Self.count(of: series, in: box.inset(by: -Self.halfWidth)) > 0 { continue }
      if best.map({ cost < $0.cost }) ?? true {
        best = (box, cost)
        // There may be a better place once words of less importance are gone.
        if near < .max { isFar = index >= near || cost.0 > 0 }
      }
      if cost == (0, 0) { break }
    }
    if isFar { isCrowded = true }
    guard let box = best?.box else {
      isCrowded = true
      return nil
    }
    take(box, for: word)
    return box
  }
}

extension Canvas {
  /// Sets a line of text in the best of several places, over a veil of paper where data lies under
  /// it; a text without a free place is left out.
  ///
  /// - Parameters:
  ///   - word: what the text is for, which decides what gives way to what.
  ///   - near: how many of the corners, from the first, are at what the text names.
  ///   - corners: top left corners of the text, given its width and height, the most wanted first.
  mutating func label(
    _ string: String, _ style: TextStyle, as word: InnerWord, near: Int = .max,
    at corners: (Size) -> [Point]
  ) throws(ChartError) {
    guard !string.isEmpty, labelBoard.only ?? word == word else { return }
    let size = Size(width: try text.width(string, style), height: style.height)
    let boxes = corners(size).map {
      Rect(x: $0.x, y: $0.y, width: size.width, height: size.height)
    }
    guard let box = labelBoard.takeBest(of: boxes, for: word, near: near) else { return }
    if labelBoard.isOverGround || labelBoard.cost(box) > 0 {
      fill(sceneRects: [snapped(box.inset(by: -1))], theme.paper.opacity(0.72))
    }
    try text(string, at: Point(x: box.x, y: box.y + style.ascent), style)
  }
}
