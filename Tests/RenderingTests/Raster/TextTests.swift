import Charting
import Rendering
import Testing

@Suite struct TextTests {
  private func bitmap(_ nodes: [SceneNode]) throws -> Bitmap {
    try Scene(24, 24, faces: ["square"], nodes).bitmap(fonts: [SquareFont()])
  }

  /// The pixels that are black, which must fill their box.
  private func blackBox(_ page: Bitmap) -> (x: ClosedRange<Int>, y: ClosedRange<Int>)? {
    let dark = (0..<24 * 24).filter { page[$0 % 24, $0 / 24][0] == 0 }
    guard let left = dark.map({ $0 % 24 }).min(), let right = dark.map({ $0 % 24 }).max(),
      let top = dark.map({ $0 / 24 }).min(), let bottom = dark.map({ $0 / 24 }).max(),
      dark.count == (right - left + 1) * (bottom - top + 1)
    else { return nil }
    return (left...right, top...bottom)
  }

  @Test("a glyph stands on its origin: 20 px an em make a square of 10 px, 2 px to the right")
  func upright() throws {
    let box = try #require(try blackBox(bitmap([SquareFont.run(20, at: [point(5, 15)])])))
    #expect(box.x == 7...16)
    #expect(box.y == 5...14)
  }

  @Test("upward text is turned to the left: what was right of the origin lies above it")
  func upward() throws {
    let node = SquareFont.run(20, at: [point(15, 20)], turn: .upward)
    let box = try #require(try blackBox(bitmap([node])))
    // Right 2...12 becomes up 2...12; up 0...10 becomes left 0...10.
    #expect(box.x == 5...14)
    #expect(box.y == 8...17)
  }

  @Test("glyphs of a line have sizes of their own and are one shape")
  func run() throws {
    let glyphs = [
      GlyphRun.Glyph(id: 1, face: 0, size: px(10), origin: point(0, 10)),
      GlyphRun.Glyph(id: 1, face: 0, size: px(20), origin: point(8, 20)),
      // Over the one before: no darker.
      GlyphRun.Glyph(id: 1, face: 0, size: px(20), origin: point(8, 20)),
      GlyphRun.Glyph(id: 0, face: 0, size: px(20), origin: point(0, 20)),
    ]
    let page = try bitmap([
      .text(
        GlyphRun(
          glyphs: glyphs, color: .black.alpha(51), turn: .none, text: "", box: rect(0, 0, 1, 1)))
    ])
    #expect(page.column(1) == (0..<24).map { (5..<10).contains($0) ? 204 : 255 })
    #expect(page.column(10) == (0..<24).map { (10..<20).contains($0) ? 204 : 255 })
    #expect(page.column(9).allSatisfy { $0 == 255 })
  }

  @Test("a glyph looks the same wherever it stands on the grid")
  func translation() throws {
    let font = try TrueTypeFont(bytes: TestFontFiles.trueType, path: "test.ttf")
    let glyph = try #require(font.glyph(for: "σ"))
    func page(_ origin: ScenePoint) throws -> Bitmap {
      let glyph = GlyphRun.Glyph(id: glyph.id, face: 0, size: px(17.3), origin: origin)
      let run = GlyphRun(
        glyphs: [glyph], color: .black, turn: .none, text: "σ", box: rect(0, 0, 1, 1))
      return try Scene(40, 40, faces: [font.digest], [.text(run)]).bitmap(fonts: [font])
    }
    let first = try page(point(3.375, 20.25))
    let second = try page(point(3.375 + 11, 20.25 + 7))
    for y in 0..<30 {
      for x in 0..<26 { #expect(first[x, y] == second[x + 11, y + 7]) }
    }
  }

  @Test("a face that is not given, not listed or damaged is an error that names it")
  func errors() throws {
    let node = SquareFont.run(20, at: [point(5, 15)])
    #expect(throws: RenderError.unknownFace(digest: "other")) {
      try Scene(9, 9, faces: ["other"], [node]).bitmap(fonts: [SquareFont()])
    }
    #expect(throws: RenderError.faceIndex(0, count: 0)) {
      try Scene(9, 9, [node]).bitmap(fonts: [SquareFont()])
    }
    let damaged = SquareFont.run(20, at: [point(5, 15)], id: 2)
    #expect(throws: RenderError.font(.damagedGlyph(path: "square", glyph: 2, code: 20))) {
      try bitmap([damaged])
    }
  }
}
