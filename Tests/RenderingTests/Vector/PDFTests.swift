import Charting
import Rendering
import Testing

@Suite struct PDFTests {
  private let metadata = FigureMetadata(
    title: "Activations (5 layers)", description: "mean σ of five layers",
    entries: [
      FigureMetadata.Entry(keyword: "dlplot config", text: "{\"init\":\"he\"}"),
      FigureMetadata.Entry(keyword: "dlplot alt", text: "σ\n😀"),
    ])

  private var scene: Scene {
    Scene(
      width: 200, height: 100, pixelsPerPoint: 2, paper: .white, faces: ["square"],
      nodes: [
        .group(
          SceneGroup(
            role: .panel, clip: rect(0, 0, 50, 50),
            nodes: [
              .rectangles([rect(5, 5, 90, 10)], .black),
              .stroke(
                ScenePath([
                  .move(point(0, 0)), .curve(point(9, 0), point(9, 9), point(20, 9)), .close,
                ]), StrokeStyle(width: px(2), dashes: [px(4), px(2)]), .black.alpha(99)),
            ])),
        SquareFont.run(20, at: [point(20, 60)]),
        SquareFont.run(20, at: [point(90, 60)], turn: .upward),
      ])
  }

  private func pdf(_ metadata: FigureMetadata) throws -> [UInt8] {
    try PDFRenderer(fonts: [SquareFont()]).render(scene, metadata: metadata)
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  @Test("a PDF of one page of the right size in points")
  func page() throws {
    let text = try text(pdf(metadata))
    #expect(text.hasPrefix("%PDF-1.4"))
    #expect(text.hasSuffix("%%EOF\n"))
    #expect(text.contains("/Count 1\n"))
    let box = try #require(text.firstMatch(of: /\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/))
    #expect(Double(box.1) == 100)
    #expect(Double(box.2) == 50)
  }

  @Test("no date stays in the file")
  func dates() throws {
    for metadata in [metadata, FigureMetadata()] {
      let text = try text(pdf(metadata))
      for key in ["/CreationDate", "/ModDate", "(D:"] {
        let isThere = text.contains(key)
        #expect(!isThere, "\(key)")
      }
    }
  }

  @Test("the same scene gives the same bytes, after another one too")
  func repeatable() throws {
    let first = try pdf(metadata)
    _ = try PDFRenderer(fonts: []).render(Scene(9, 9, []), metadata: metadata)
    #expect(try pdf(metadata) == first)
  }

  @Test("no font and no picture is embedded: text is outlines, shapes are shapes")
  func vectors() throws {
    let text = try text(pdf(metadata))
    #expect(!text.contains("/FontFile"))
    #expect(!text.contains("/Subtype /Image"))
  }

  @Test("unknown fonts and wrong keywords are refused")
  func errors() {
    #expect(throws: RenderError.unknownFace(digest: "square")) {
      try PDFRenderer(fonts: []).render(scene, metadata: metadata)
    }
    #expect(throws: RenderError.keyword("é")) {
      try pdf(FigureMetadata(entries: [FigureMetadata.Entry(keyword: "é", text: "")]))
    }
  }
}
