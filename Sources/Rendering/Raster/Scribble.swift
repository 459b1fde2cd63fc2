internal import Charting

/// A line of very many long segments, which covers the same pixels again and again.
///
/// It is drawn in chunks, and where earlier ones have left nothing to cover, later ones are left
/// out. A chunk begins one segment before the last one ends, so that the join between them shows.
struct Scribble {
  /// Points below which a line is drawn as any other.
  static let fewest = 1 << 16
  /// Segments of a chunk.
  static let chunk = 4096

  private let points: [ScenePoint]
  private let stroker: Stroker

  /// Nil unless the path is one open line of straight segments, thinned and still of many points,
  /// whose strokes may be laid over each other anywhere: without dashes and protruding caps.
  init?(_ path: ScenePath, _ style: StrokeStyle) {
    guard path.elements.count >= Self.fewest, style.dashes.isEmpty, style.cap != .square else {
      return nil
    }
    let elements = PolylineReduction.reduced(path).elements
    guard elements.count >= Self.fewest, case .move(let start)? = elements.first else { return nil }
    var points = [start]
    points.reserveCapacity(elements.count)
    for element in elements.dropFirst() {
      guard case .line(let point) = element else { return nil }
      points.append(point)
    }
    self.points = points
    stroker = Stroker(style)
  }

  /// Draws the line where `clip` lets it through.
  ///
  /// - Parameter origin: The pixel of the page that is the corner of the surface.
  func draw(
    _ color: Color, on surface: borrowing ImageSurface, within clip: PixelRect,
    origin: (x: Int, y: Int) = (0, 0)
  ) throws(RenderError) {
    let offset = ScenePoint(x: Int32(-origin.x * 256), y: Int32(-origin.y * 256))
    var region = OpenRegion(clip)
    for first in stride(from: 0, to: points.count - 1, by: Self.chunk) {
      let last = min(first + Self.chunk + 1, points.count - 1)
      let path = ScenePath(points: Array(points[max(0, first - 1)...last]))
      for rect in region.rects {
        for piece in stroker.polygons(of: path, within: rect) {
          var moved = PolygonSet()
          moved.append(piece.clipped(to: rect), movedBy: offset)
          try surface.fill(moved, color)
        }
      }
      try region.grow { rect throws(RenderError) in
        try surface.isCovered(by: color, in: rect.moved(byX: -origin.x, y: -origin.y))
      }
    }
  }
}
