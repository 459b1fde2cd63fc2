/// Where a stroke can still change something: all of a rectangle but for its solid middle.
///
/// A scribble covers the middle of its page thousands of times. Once every pixel there has the
/// colour of the stroke, what comes later is drawn in the frame around the middle alone.
struct OpenRegion {
  private let whole: PixelRect
  /// The middle; nil while it has gaps.
  private var solid: PixelRect?

  init(_ rect: PixelRect) {
    whole = rect
  }

  /// Up to four rectangles without common pixels.
  var rects: [PixelRect] {
    guard let solid else { return [whole] }
    var (above, below, left, right) = (whole, whole, whole, whole)
    above.maxY = solid.minY
    below.minY = solid.maxY
    (left.minY, left.maxY, left.maxX) = (solid.minY, solid.maxY, solid.minX)
    (right.minY, right.maxY, right.minX) = (solid.minY, solid.maxY, solid.maxX)
    return [above, below, left, right].filter { !$0.isEmpty }
  }

  /// Lets the solid middle grow, side by side, as far as `isSolid` says.
  mutating func grow<Failure: Error>(
    where isSolid: (PixelRect) throws(Failure) -> Bool
  ) throws(Failure) {
    guard var middle = solid else {
      var start = whole
      start.minX += whole.width / 4
      start.maxX -= whole.width / 4
      start.minY += whole.height / 4
      start.maxY -= whole.height / 4
      if !start.isEmpty, try isSolid(start) { solid = start }
      return
    }
    for side in Side.allCases {
      // A quarter of what is left at a time, and less where that has gaps.
      var step = max(1, side.room(from: middle, to: whole) / 4)
      while step > 0, side.room(from: middle, to: whole) > 0 {
        let depth = min(step, side.room(from: middle, to: whole))
        let strip = side.strip(of: depth, beside: middle)
        if try isSolid(strip) { middle = middle.union(strip) } else { step /= 2 }
      }
    }
    solid = middle
  }

  private enum Side: CaseIterable {
    case top, bottom, left, right

    func room(from inner: PixelRect, to outer: PixelRect) -> Int {
      switch self {
      case .top: inner.minY - outer.minY
      case .bottom: outer.maxY - inner.maxY
      case .left: inner.minX - outer.minX
      case .right: outer.maxX - inner.maxX
      }
    }

    /// The rectangle of `depth` pixels outside of one side.
    func strip(of depth: Int, beside inner: PixelRect) -> PixelRect {
      var strip = inner
      switch self {
      case .top: (strip.minY, strip.maxY) = (inner.minY - depth, inner.minY)
      case .bottom: (strip.minY, strip.maxY) = (inner.maxY, inner.maxY + depth)
      case .left: (strip.minX, strip.maxX) = (inner.minX - depth, inner.minX)
      case .right: (strip.minX, strip.maxX) = (inner.maxX, inner.maxX + depth)
      }
      return strip
    }
  }
}
