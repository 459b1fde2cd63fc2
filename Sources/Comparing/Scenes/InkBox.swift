import Charting

/// A rectangle of whole pixels, its right and lower ends not included.
struct InkBox: Equatable, Sendable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The smallest around points in 1/256 pixel and a margin in pixels; nil for no points.
  init?(around points: [ScenePoint], margin: Double) {
    guard let first = points.first else { return nil }
    var (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
    for point in points {
      (minX, maxX) = (min(minX, point.x), max(maxX, point.x))
      (minY, maxY) = (min(minY, point.y), max(maxY, point.y))
    }
    left = Int((Double(minX) / 256 - margin).rounded(.down))
    top = Int((Double(minY) / 256 - margin).rounded(.down))
    right = Int((Double(maxX) / 256 + margin).rounded(.up))
    bottom = Int((Double(maxY) / 256 + margin).rounded(.up))
  }

  var width: Int { max(0, right - left) }
  var height: Int { max(0, bottom - top) }
  var isEmpty: Bool { right <= left || bottom <= top }

  func intersection(_ other: InkBox) -> InkBox {
    InkBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  func grown(by margin: Int) -> InkBox {
    InkBox(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

extension SceneEntry {
  /// A box that no ink of the entry leaves; nil for an entry without any.
  var box: InkBox? {
    let whole: InkBox?
    switch node {
    case .fill(let path, _): whole = InkBox(around: path.points, margin: 1)
    case .rectangles(let rectangles, _): whole = Self.box(of: rectangles)
    case .stroke(let path, let style, _):
      // A miter reaches four half widths at most, see `StrokeStyle.join`.
      whole = InkBox(around: path.points, margin: 1 + 2 * Double(style.width) / 256)
    case .text(let run):
      // Letters may leave the box that a line claims, but hardly by half their size.
      let size = run.glyphs.map(\.size).max() ?? 0
      whole = Self.box(of: [run.box])?.grown(by: 1 + Int(size) / 512)
    case .group: whole = nil
    }
    guard let whole, let clip, let limit = Self.box(of: [clip]) else { return whole }
    return whole.intersection(limit)
  }

  private static func box(of rectangles: [SceneRect]) -> InkBox? {
    InkBox(
      around: rectangles.flatMap { rectangle in
        [
          ScenePoint(x: rectangle.x, y: rectangle.y),
          ScenePoint(x: rectangle.x, y: rectangle.y)
            .moved(x: rectangle.width, y: rectangle.height),
        ]
      }, margin: 0)
  }
}
