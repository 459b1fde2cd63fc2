import Charting
import Rendering
import Testing

@Suite struct PageTests {
  @Test(
    "a page without size or of too many pixels is refused before anything is allocated",
    arguments: [(0, 5), (5, 0), (-1, 5), (16385, 1), (1, 16385), (16384, 16384), (Int.max, 2)])
  func sizes(width: Int, height: Int) {
    let error = RenderError.pageSize(width: width, height: height)
    #expect(throws: error) { try Scene(width, height, []).bitmap() }
    #expect(throws: error) {
      try SVGRenderer(fonts: []).render(
        Scene(width, height, []), metadata: FigureMetadata(), identifier: "a")
    }
    #expect(throws: error) {
      try PDFRenderer(fonts: []).render(Scene(width, height, []), metadata: FigureMetadata())
    }
    #expect(!error.isMachineFault)
  }

  @Test("pages up to the limits are drawn")
  func largest() throws {
    let page = try Rasterizer(fonts: []).render(
      Scene(16384, 2, [.rectangles([rect(16383, 0, 1, 2)], .black)]))
    let bitmap = try page.bitmap()
    #expect(bitmap[16382, 1] == [255, 255, 255, 255])
    #expect(bitmap[16383, 1] == [0, 0, 0, 255])
  }

  @Test("the error says how large a page may be")
  func message() {
    #expect(
      RenderError.pageSize(width: 40000, height: 3).description
        == "invalid page of 40000x3 pixels (1...16384 on each side, at most 100 million in all)")
  }

  @Test("paper must be opaque and the resolution a positive number")
  func paperAndResolution() {
    var scene = Scene(2, 2, [])
    scene.paper = .white.alpha(254)
    #expect(throws: RenderError.translucentPaper(alpha: 254)) { try scene.bitmap() }
    for value in [0, -1, 1001, Double.infinity] {
      var scene = Scene(2, 2, [])
      scene.pixelsPerPoint = value
      #expect(throws: RenderError.resolution(value)) { try scene.bitmap() }
      #expect(throws: RenderError.resolution(value)) {
        try SVGRenderer(fonts: []).render(scene, metadata: FigureMetadata(), identifier: "a")
      }
    }
  }

  @Test("the identity of a page is that of its copy, whatever its width")
  func pixelDigest() throws {
    for width in [1, 3, 17, 300] {
      let nodes: [SceneNode] = [
        .stroke(
          ScenePath(points: [point(0, 0), point(Double(width), 40)]), StrokeStyle(width: px(3)),
          Color(red: 10, green: 100, blue: 200))
      ]
      let page = try Rasterizer(fonts: []).render(Scene(width, 400, nodes))
      #expect(try page.pixelDigest() == page.bitmap().pixelDigest())
    }
  }

  @Test("a scene gives the same pixels a second time, after another one")
  func repeatable() throws {
    let font = try TrueTypeFont(bytes: TestFontFiles.trueType, path: "test.ttf")
    let rasterizer = Rasterizer(fonts: [font])
    let run = GlyphRun(
      glyphs: [GlyphRun.Glyph(id: 3, face: 0, size: px(31), origin: point(4.3, 30))],
      color: .black, turn: .none, text: "o", box: rect(0, 0, 1, 1))
    let scene = Scene(40, 40, faces: [font.digest], [.text(run)])
    var other = scene
    other.nodes.append(.rectangles([rect(0, 0, 9, 9)], .black))
    let first = try rasterizer.render(scene).pixelDigest()
    let between = try rasterizer.render(other).pixelDigest()
    #expect(first != between)
    #expect(try rasterizer.render(scene).pixelDigest() == first)
  }
}
