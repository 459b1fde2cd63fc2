import Charting
import Rendering

/// A font made of one square: 500 units wide and high, 100 from the left and on the baseline, in
/// an em of 1000. Glyph 0 is blank; glyph 2 is damaged.
struct SquareFont: OutlineFont {
  let digest = "square"
  let unitsPerEm = 1000
  let ascent = 800
  let descent = 200
  let capHeight = 500

  func glyph(for scalar: Unicode.Scalar) -> TypefaceGlyph? {
    scalar == " " ? TypefaceGlyph(id: 0, advance: 300) : TypefaceGlyph(id: 1, advance: 700)
  }

  func outline(of glyph: UInt16) throws(FontError) -> GlyphOutline {
    if glyph == 2 { throw .damagedGlyph(path: "square", glyph: 2, code: 20) }
    guard glyph == 1 else { return GlyphOutline(contours: []) }
    let corners = [(100.0, 500.0), (600, 500), (600, 0)].map {
      GlyphOutline.Segment.line(to: GlyphOutline.Point(x: $0.0, y: $0.1))
    }
    return GlyphOutline(contours: [
      GlyphOutline.Contour(start: GlyphOutline.Point(x: 100, y: 0), segments: corners)
    ])
  }

  /// One square of `size` pixels an em at a place.
  static func run(
    _ size: Double, at origins: [ScenePoint], color: Color = .black, turn: GlyphRun.Turn = .none,
    id: UInt16 = 1, face: UInt8 = 0, text: String = "x"
  ) -> SceneNode {
    let glyphs = origins.map { GlyphRun.Glyph(id: id, face: face, size: px(size), origin: $0) }
    return .text(
      GlyphRun(glyphs: glyphs, color: color, turn: turn, text: text, box: rect(0, 0, 1, 1)))
  }
}
