internal import Charting

/// Glyphs as polygons of pixels, drawn once for each font, size and direction and then reused.
///
/// Corners are rounded to the 1/256 pixel grid as seen from the origin of the glyph, which lies on
/// that grid itself. So a glyph looks the same wherever it stands on it.
struct GlyphPolygons {
  /// How far a chord may lie from an outline: 1/32 pixel, in 1/256 pixel.
  private static let tolerance = 8.0

  private struct Key: Hashable {
    let face: Int
    let glyph: UInt16
    let size: Int32
    let turn: GlyphRun.Turn
  }

  private let fonts: FontSet
  private var shapes: [Key: PolygonSet] = [:]

  init(_ fonts: FontSet) {
    self.fonts = fonts
  }

  /// All glyphs of a line of text as one shape.
  mutating func shape(of run: GlyphRun) throws(RenderError) -> PolygonSet {
    var result = PolygonSet()
    for glyph in run.glyphs {
      let key = Key(face: Int(glyph.face), glyph: glyph.id, size: glyph.size, turn: run.turn)
      let shape: PolygonSet
      if let known = shapes[key] {
        shape = known
      } else {
        shape = try draw(key)
        shapes[key] = shape
      }
      result.append(shape, movedBy: glyph.origin)
    }
    return result
  }

  private func draw(_ key: Key) throws(RenderError) -> PolygonSet {
    let font = try fonts.font(at: key.face)
    let outline = try fonts.outline(of: key.glyph, at: key.face)
    let unit = Double(key.size) / Double(font.unitsPerEm)

    /// From font units, y up, to the page, y down; upward text turns (x, y) into (y, -x).
    func onPage(_ point: GlyphOutline.Point) -> Point {
      let (x, y) = (point.x * unit, -point.y * unit)
      return key.turn == .upward ? Point(x: y, y: -x) : Point(x: x, y: y)
    }

    var result = PolygonSet()
    var points: [Point] = []
    for contour in outline.contours {
      points.removeAll(keepingCapacity: true)
      var pen = onPage(contour.start)
      points.append(pen)
      for segment in contour.segments {
        switch segment {
        case .line(let end):
          pen = onPage(end)
          points.append(pen)
        case .curve(let control, let end):
          let target = onPage(end)
          CurveFlattening.appendQuadratic(
            from: pen, onPage(control), to: target, tolerance: Self.tolerance, into: &points)
          pen = target
        }
      }
      for point in points { result.appendIfNew(point.onGrid) }
      result.closeRing()
    }
    return result
  }
}
