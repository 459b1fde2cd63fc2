internal import Charting

/// What a stroke comes to before it is laid on the page.
enum StrokePaint {
  /// Polygons that are filled one after the other.
  case pieces([PolygonSet])
  /// A line that looks at the page while it is drawn.
  case scribble(Scribble, clip: PixelRect)
  /// The coverage of a rectangle of the page, whose corner is at `x`, `y`.
  case mask(StrokeMask, x: Int, y: Int)

  /// - Throws: `cairo`.
  init(_ stroke: PageStroke) throws(RenderError) {
    let clip = stroke.clip
    if let scribble = Scribble(stroke.path, stroke.style) {
      guard stroke.isTranslucent else {
        self = .scribble(scribble, clip: clip)
        return
      }
      let mask = try StrokeMask(width: clip.width, height: clip.height)
      try scribble.draw(
        StrokeMask.full, on: mask.surface, within: clip, origin: (clip.minX, clip.minY))
      self = .mask(mask, x: clip.minX, y: clip.minY)
      return
    }
    let pieces = Stroker(stroke.style).polygons(of: stroke.path, within: clip)
      .map { $0.clipped(to: clip) }
    guard pieces.count > 1, stroke.isTranslucent else {
      self = .pieces(pieces)
      return
    }
    self = try Self.united(pieces)
  }

  /// Pieces of one stroke overlap; a translucent colour goes through their union, so that it is
  /// nowhere laid on twice.
  private static func united(_ pieces: [PolygonSet]) throws(RenderError) -> StrokePaint {
    var whole: PixelRect?
    for bounds in pieces.compactMap(\.pixelBounds) { whole = whole?.union(bounds) ?? bounds }
    guard let bounds = whole, !bounds.isEmpty else { return .pieces([]) }
    let mask = try StrokeMask(width: bounds.width, height: bounds.height)
    let offset = ScenePoint(x: Int32(-bounds.minX * 256), y: Int32(-bounds.minY * 256))
    for piece in pieces {
      var moved = PolygonSet()
      moved.append(piece, movedBy: offset)
      try mask.surface.fill(moved, StrokeMask.full)
    }
    return .mask(mask, x: bounds.minX, y: bounds.minY)
  }
}

/// Coverage that a colour is drawn through.
final class StrokeMask {
  static let full = Color(red: 0, green: 0, blue: 0)
  let surface: ImageSurface

  init(width: Int, height: Int) throws(RenderError) {
    surface = try ImageSurface(.coverage, width: width, height: height)
  }
}
