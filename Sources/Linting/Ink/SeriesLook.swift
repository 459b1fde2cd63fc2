import Charting

/// What a reader can tell a series by: its colour, its dashes, its markers.
struct SeriesLook {
  let series: Series
  /// Opaque, as it is seen on paper.
  let color: Color
  /// Lengths in widths of the pen; empty for a solid line, nil for no line.
  private(set) var dashes: [Double]?
  /// The outline of its first marker, from -1 to 1 in both directions; nil for none.
  private(set) var marker: [Point]?
  private(set) var hasBars = false
  private(set) var hasArea = false

  /// nil for items that show nothing but paper.
  init?(_ series: Series, items: [PaintedItem], paper: Color) {
    let inked = items.filter { $0.color != paper }
    guard let first = inked.first else { return nil }
    self.series = series
    color = first.color.over(paper)
    for item in inked {
      switch item.shape {
      case .lines(_, let style):
        let width = Double(max(style.width, 1))
        if dashes == nil { dashes = style.dashes.map { Double($0) / width } }
      case .boxes: hasBars = true
      case .area(let outlines):
        if item.color.alpha < 255 {
          hasArea = true
        } else if marker == nil {
          marker = Self.shape(outlines, in: item.bounds)
        }
      case .text: break
      }
    }
  }

  /// Adds another mark of the series, as points on a line.
  mutating func add(_ other: SeriesLook) {
    dashes = dashes ?? other.dashes
    marker = marker ?? other.marker
    hasBars = hasBars || other.hasBars
    hasArea = hasArea || other.hasArea
  }

  /// Whether something other than colour differs.
  func isToldApart(from other: SeriesLook) -> Bool {
    if hasBars != other.hasBars { return true }
    switch (dashes, other.dashes) {
    case (let mine?, let theirs?): if Self.differ(mine, theirs) { return true }
    case (nil, nil): break
    default: return true
    }
    switch (marker, other.marker) {
    case (let mine?, let theirs?): return Self.differ(mine, theirs)
    case (nil, nil): return false
    default: return true
    }
  }

  /// Patterns of other lengths: one entry is longer by a quarter at least.
  private static func differ(_ mine: [Double], _ theirs: [Double]) -> Bool {
    guard mine.count == theirs.count else { return true }
    return zip(mine, theirs).contains { max($0, $1) > 1.25 * min($0, $1) }
  }

  /// Outlines of other shapes: a corner lies elsewhere by a tenth of the whole.
  private static func differ(_ mine: [Point], _ theirs: [Point]) -> Bool {
    guard mine.count == theirs.count else { return true }
    return zip(mine, theirs).contains { $0.distance(to: $1) > 0.2 }
  }

  private static func shape(_ outlines: [[Point]], in box: Rect) -> [Point]? {
    guard box.width > 0, box.height > 0 else { return nil }
    return outlines.joined().map { point in
      Point(
        x: 2 * (point.x - box.midX) / box.width, y: 2 * (point.y - box.midY) / box.height)
    }
  }
}
