import Charting
import Foundation
import Testing

@testable import Rendering

@Suite struct SVGTests {
  private let metadata = FigureMetadata(
    title: "A & B", description: "is \"1 < 2\"\tfor\r\nσ > 0 and \u{1}?", language: "ko",
    entries: [
      FigureMetadata.Entry(keyword: "dlplot config", text: "{\"a\":\"<&>\"}\n"),
      FigureMetadata.Entry(keyword: "it's", text: ""),
    ])

  private func svg(
    _ nodes: [SceneNode], faces: [String] = ["square"], metadata: FigureMetadata = FigureMetadata()
  ) throws -> [UInt8] {
    try SVGRenderer(fonts: [SquareFont()]).render(
      Scene(
        width: 80, height: 60, pixelsPerPoint: 2, paper: Color(red: 255, green: 254, blue: 16),
        faces: faces, nodes: nodes), metadata: metadata, identifier: "f1")
  }

  private func tree(_ nodes: [SceneNode], metadata: FigureMetadata = FigureMetadata()) throws
    -> XMLTree
  {
    try #require(try XMLTree(svg(nodes, metadata: metadata)))
  }

  @Test("the page has its size in points, a box in pixels, a role and its paper")
  func page() throws {
    let tree = try tree([], metadata: metadata)
    let root = tree.elements[0]
    #expect(root.name == "svg")
    #expect(root.attributes["width"] == "40pt")
    #expect(root.attributes["height"] == "30pt")
    #expect(root.attributes["viewBox"] == "0 0 80 60")
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["xml:lang"] == "ko")
    #expect(root.attributes["aria-labelledby"] == "f1-title f1-desc")
    let paper = try #require(tree.all("rect").first)
    #expect(paper.attributes == ["width": "80", "height": "60", "fill": "#fffe10"])
  }

  @Test("title, description and recipe are escaped, and read back")
  func texts() throws {
    let tree = try tree([], metadata: metadata)
    #expect(tree.all("title").map(\.text) == ["A & B"])
    #expect(tree.all("title")[0].attributes["id"] == "f1-title")
    #expect(tree.all("desc").map(\.text) == ["is \"1 < 2\"\tfor\r\nσ > 0 and \u{FFFD}?"])
    let entries = tree.all("dlplot:entry")
    #expect(entries.map { $0.attributes["keyword"] } == ["dlplot config", "it's"])
    #expect(entries.map(\.text) == ["{\"a\":\"<&>\"}\n", ""])
    #expect(entries[0].path == ["svg", "metadata", "dlplot:recipe", "dlplot:entry"])

    let bytes = try svg([], metadata: metadata)
    var expected = metadata
    expected.description = "is \"1 < 2\"\tfor\r\nσ > 0 and \u{FFFD}?"
    #expect(SVGMetadata.read(bytes) == expected)
  }

  @Test("metadata is read from files of this project alone")
  func otherFiles() throws {
    #expect(SVGMetadata.read([]) == nil)
    #expect(SVGMetadata.read(Array("<svg><rect/></svg>".utf8)) == nil)
    #expect(SVGMetadata.read(try svg([])) == nil)
    var cut = try svg([], metadata: metadata)
    cut.removeLast(cut.count - 400)
    #expect(SVGMetadata.read(cut) == nil)
    #expect(SVGMetadata.endsEarly(cut))
    let whole = try svg([], metadata: metadata)
    #expect(!SVGMetadata.endsEarly(whole) && !SVGMetadata.endsEarly(Array("# <svg".utf8)))
    // With all that it says of itself, and without its last tag.
    cut = Array(whole.dropLast(3))
    #expect(SVGMetadata.endsEarly(cut) && SVGMetadata.read(cut) != nil)
  }

  @Test("fills, rectangles and strokes are paths in pixels, rounded to thousandths")
  func paths() throws {
    let curve = ScenePath([
      .move(ScenePoint(x: 1, y: -1)), .line(point(10.5, 0)), .line(point(11, 2)),
      .curve(point(1, 2), point(3, 4), point(5, 6)), .close,
    ])
    let paths = try tree([
      .fill(curve, Color(red: 1, green: 35, blue: 171, alpha: 128)),
      .rectangles([rect(1, 2, 3, 4), rect(5, 5, 0, 9), rect(10, 10, 1, 1)], .black),
      .stroke(
        ScenePath(points: [point(0, 0), point(9, 9)]),
        StrokeStyle(width: px(1.5), dashes: [px(4), px(2.25)], cap: .round, join: .bevel), .black),
      .stroke(
        ScenePath(points: [point(0, 0), point(9, 9)]),
        StrokeStyle(width: px(1), cap: .butt, join: .miter), .black.alpha(51)),
      .stroke(ScenePath(points: [point(0, 0), point(9, 9)]), StrokeStyle(width: 0), .black),
    ]).all("path").map(\.attributes)
    #expect(
      paths == [
        [
          "fill": "#0123ab", "fill-opacity": ".502",
          "d": "M.004 -.004L10.5 0 11 2C1 2 3 4 5 6Z",
        ],
        ["fill": "#000000", "d": "M1 2H4V6H1ZM10 10H11V11H10Z"],
        [
          "fill": "none", "stroke": "#000000", "stroke-width": "1.5",
          "stroke-dasharray": "4 2.25", "stroke-linecap": "round", "stroke-linejoin": "bevel",
          "d": "M0 0L9 9",
        ],
        [
          "fill": "none", "stroke": "#000000", "stroke-opacity": ".2", "stroke-width": "1",
          "d": "M0 0L9 9",
        ],
      ])
  }

  @Test("numbers of 1/256 come out to three places, all different, and without a locale")
  func numbers() {
    func grid(_ value: Int) -> String {
      var text = SVGText()
      text.write(grid: value)
      return String(decoding: text.bytes, as: UTF8.self)
    }
    #expect(
      [0, 1, 2, 64, 128, 255, 256, 25600, -1, -128, -384].map(grid)
        == ["0", ".004", ".008", ".25", ".5", ".996", "1", "100", "-.004", "-.5", "-1.5"])
    #expect(Set((-300...300).map(grid)).count == 601)
    #expect(grid(Int(Int32.min)) == "-8388608")
  }

  @Test("groups carry their role, their name and their clip, nested as in the scene")
  func groups() throws {
    let line = SceneNode.rectangles([rect(0, 0, 1, 1)], .black)
    let inner = SceneGroup(role: .data, label: "loss < 1", nodes: [line])
    let outer = SceneGroup(
      role: .panel, label: "", clip: rect(1.5, 2, 10, 1000), nodes: [.group(inner)])
    let tree = try tree([.group(outer), .group(SceneGroup(role: .axis, clip: rect(90, 0, 1, 1)))])
    let groups = tree.all("g").map(\.attributes)
    #expect(
      groups == [
        ["class": "panel", "clip-path": "url(#f1-clip1)"],
        ["class": "data", "aria-label": "loss < 1", "data-label": "loss < 1"],
        ["class": "axis", "clip-path": "url(#f1-clip2)"],
      ])
    #expect(tree.all("clipPath").map { $0.attributes["id"] } == ["f1-clip1", "f1-clip2"])
    // Rounded out to whole pixels and cut to the page; the second lies outside.
    let clips = tree.all("path").filter { $0.path.contains("clipPath") }
    #expect(clips.map { $0.attributes["d"] } == ["M1 2H12V60H1Z", ""])
    #expect(tree.all("path").last?.path == ["svg", "g", "g", "path"])
  }

  @Test("text is outlines that are defined once, with what it says")
  func text() throws {
    let tree = try tree([
      SquareFont.run(20, at: [point(1, 30), point(15.5, 30)], text: "x < x"),
      SquareFont.run(25, at: [point(40, 50)], turn: .upward, text: ""),
      SquareFont.run(25, at: [point(40, 50)], id: 0, text: " "),
    ])
    let definitions = tree.all("path").filter { $0.path.contains("defs") }
    #expect(
      definitions.map(\.attributes) == [
        ["id": "f1-g0-1", "d": "M100 0L100 -500L600 -500L600 0Z"]
      ])
    #expect(tree.all("g").map { $0.attributes["aria-label"] } == ["x < x", nil, " "])
    #expect(
      tree.all("use").map { $0.attributes["transform"] } == [
        "translate(1 30)scale(.02)", "translate(15.5 30)scale(.02)",
        "translate(40 50)rotate(-90)scale(.025)",
      ])
    #expect(tree.all("use").allSatisfy { $0.attributes["xlink:href"] == "#f1-g0-1" })
  }

  @Test("outlines with halves of a unit keep them")
  func halves() throws {
    let font = try TrueTypeFont(bytes: TestFontFiles.trueType, path: "test.ttf")
    let glyph = GlyphRun.Glyph(id: 3, face: 0, size: px(10), origin: point(0, 10))
    let run = GlyphRun(
      glyphs: [glyph], color: .black, turn: .none, text: "o", box: rect(0, 0, 1, 1))
    let bytes = try SVGRenderer(fonts: [font]).render(
      Scene(20, 20, faces: [font.digest], [.text(run)]), metadata: FigureMetadata(),
      identifier: "f1")
    let tree = try #require(XMLTree(bytes))
    #expect(
      tree.all("path").first?.attributes["d"]
        == "M260.5 0Q10 0 10 -250.5Q10 -501 260.5 -501Q511 -501 511 -250.5Q511 0 260.5 0Z")
  }

  @Test("nothing outside of the file is referred to, and the bytes are the same every time")
  func selfContained() throws {
    let nodes = [SquareFont.run(20, at: [point(1, 30)])]
    let bytes = try svg(nodes, metadata: metadata)
    #expect(try svg(nodes, metadata: metadata) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    let links = text.components(separatedBy: "http").dropFirst().map { "http" + $0.prefix(25) }
    #expect(
      links
        == ["http://www.w3.org/2000/svg\" x", "http://www.w3.org/1999/xlink\""].map {
          String($0.prefix(29))
        })
  }

  @Test("metadata that no file can hold, and unknown fonts, are refused")
  func errors() {
    let wrong = FigureMetadata(entries: [FigureMetadata.Entry(keyword: "", text: "")])
    #expect(throws: RenderError.keyword("")) { try svg([], metadata: wrong) }
    #expect(throws: RenderError.unknownFace(digest: "other")) {
      try svg([SquareFont.run(20, at: [point(1, 30)])], faces: ["other"])
    }
  }
}
