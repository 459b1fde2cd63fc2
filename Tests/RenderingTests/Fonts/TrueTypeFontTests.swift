import Charting
import Rendering
import Testing

@Suite struct TrueTypeFontTests {
  private func font() throws -> TrueTypeFont {
    try TrueTypeFont(bytes: TestFontFiles.trueType, path: "test.ttf")
  }

  private func at(_ x: Double, _ y: Double) -> GlyphOutline.Point { GlyphOutline.Point(x: x, y: y) }

  private func outline(_ scalar: Unicode.Scalar) throws -> [GlyphOutline.Contour] {
    let font = try font()
    let glyph = try #require(font.glyph(for: scalar))
    return try font.outline(of: glyph.id).contours
  }

  @Test("metrics are those of the file, in font units")
  func metrics() throws {
    let font = try font()
    #expect(font.unitsPerEm == 1000)
    #expect(font.ascent == 900)
    #expect(font.descent == 200)
    #expect(font.capHeight == 690)
    #expect(font.digest.count == 64)
  }

  @Test("characters have a glyph and an advance; the rest have none")
  func glyphs() throws {
    let font = try font()
    #expect(font.glyph(for: "H") == TypefaceGlyph(id: 2, advance: 600))
    #expect(font.glyph(for: "σ") == TypefaceGlyph(id: 5, advance: 640))
    #expect(font.glyph(for: " ") == TypefaceGlyph(id: 1, advance: 250))
    #expect(font.glyph(for: "Z") == nil)
    #expect(font.glyph(for: "\u{1F600}") == nil)
  }

  @Test("straight contours are read as they are")
  func box() throws {
    let contours = try outline("H")
    #expect(
      contours == [
        GlyphOutline.Contour(
          start: at(100, 0),
          segments: [.line(to: at(100, 700)), .line(to: at(500, 700)), .line(to: at(500, 0))])
      ])
    #expect(try outline(" ").isEmpty)
  }

  @Test("points between control points are halfway, on halves of a unit if need be")
  func impliedPoints() throws {
    // Control points (10, 0), (10, 501), (511, 501), (511, 0) and nothing on the curve.
    #expect(
      try outline("o") == [
        GlyphOutline.Contour(
          start: at(260.5, 0),
          segments: [
            .curve(control: at(10, 0), to: at(10, 250.5)),
            .curve(control: at(10, 501), to: at(260.5, 501)),
            .curve(control: at(511, 501), to: at(511, 250.5)),
            .curve(control: at(511, 0), to: at(260.5, 0)),
          ])
      ])
  }

  @Test("the parts of a composite glyph stand in their places")
  func composite() throws {
    let contours = try outline("=")
    #expect(contours.map(\.start) == [at(100, 0), at(700, 0)])
    #expect(contours[1].segments.last == .line(to: at(1100, 0)))
  }

  @Test("lines and curves mix, and holes are contours of their own")
  func mixed() throws {
    let contours = try outline("σ")
    #expect(contours.count == 2)
    #expect(
      contours[0].segments == [
        .curve(control: at(0, 600), to: at(600, 600)), .line(to: at(600, 0)),
      ])
    #expect(contours[1].segments.count == 2)
  }

  @Test("fonts of other kinds are refused by name")
  func refusals() {
    let cases: [([UInt8], FontError.Refusal)] = [
      (TestFontFiles.compact, .compactOutlines), (TestFontFiles.variable, .variable),
      (TestFontFiles.collection, .collection), (TestFontFiles.withoutUnicode, .noUnicode),
    ]
    for (bytes, kind) in cases {
      #expect(throws: FontError.refused(path: "x.ttf", kind: kind)) {
        try TrueTypeFont(bytes: bytes, path: "x.ttf")
      }
    }
    #expect(
      FontError.refused(path: "x.otf", kind: .compactOutlines).description
        == "x.otf is a font with CFF outlines; a static TrueType font with a glyf table is needed")
  }

  @Test("what is no font, or was cut short, is an error and no crash")
  func damaged() {
    #expect(throws: FontError.self) { try TrueTypeFont(bytes: [], path: "x") }
    #expect(throws: FontError.self) { try TrueTypeFont(bytes: Array("hello".utf8), path: "x") }
    let whole = TestFontFiles.trueType
    for count in stride(from: 0, to: whole.count, by: 7) {
      guard let font = try? TrueTypeFont(bytes: Array(whole[..<count]), path: "x") else { continue }
      for id in 0..<8 { _ = try? font.outline(of: UInt16(id)) }
    }
    #expect(throws: FontError.self) { try font().outline(of: 999) }
  }

  @Test("several threads may ask at once")
  func threads() async throws {
    let font = try font()
    let expected = try font.outline(of: 5)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in
            font.glyph(for: "o")?.advance == 620 && (try? font.outline(of: 5)) == expected
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
