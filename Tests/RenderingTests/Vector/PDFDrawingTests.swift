import Charting
import Testing

@testable import Rendering

/// Pages of PDFs that two versions of Cairo may have written, compared step by step.
struct PDFDrawingTests {
  private static func drawing(
    _ content: String, frame: String = "<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> >>",
    streams: Int = 1
  ) -> PDFDrawing {
    PDFDrawing(
      content: Array(content.utf8), objects: [],
      frame: PDFWords(Array(frame.utf8)[...]).all.map(Array.init), streams: streams)
  }

  private static let content = "1 0 0 -1 0 635 cm\nq\n0.1 0.2 0.3 rg /a0 gs\n[4 2] 0 d 1.5 2 m S Q"

  @Test("blanks and the last digits of numbers may be others")
  func alike() {
    let one = Self.drawing(Self.content)
    for (old, new) in [
      ("\n", " "), (" rg", "\n\trg"), ("[4 2]", "[ 4.0 2 ]"), ("1.5 2 m", "1.5004 1.9996 m"),
      ("0.2", ".2"), ("635 cm", "635.000001 cm"), ("0.3 rg", "0.30009 rg"),
    ] {
      #expect(Self.content.contains(old))
      let other = Self.drawing(Self.content.replacing(old, with: new))
      #expect(other.difference(from: one) == nil, "\(new)")
    }
    #expect(
      Self.drawing(Self.content, frame: "<</ExtGState<</a0<</CA 1.0/ca 1>>>>>>")
        .difference(from: one) == nil)
  }

  @Test("other colours, numbers, names, operators, and what is left out or added are differences")
  func different() {
    let one = Self.drawing(Self.content)
    for (old, new) in [
      ("0.1 0.2 0.3 rg", "1 0 0 rg"), ("rg", "RG"), ("/a0 gs", "/a1 gs"), ("1.5 2 m", "1.5 2.1 m"),
      ("-1 0 635 cm", "-1.001 0 635 cm"), (" S Q", " S"), (" S Q", " S Q f"), (" S Q", " S Q 1"),
      ("q\n", ""), ("[4 2]", "[4 2"), ("1.5 2 m", "1.5 m 2"), ("0.3 rg", "nan rg"),
      ("0.3 rg", "0.3.0 rg"), (" m S", " m (S) S"),
    ] {
      #expect(Self.content.contains(old))
      let other = Self.drawing(Self.content.replacing(old, with: new))
      #expect(other.difference(from: one) != nil, "\(new)")
      #expect(one.difference(from: other) != nil, "\(new)")
    }
    let red = Self.drawing(Self.content.replacing("0.1 0.2 0.3", with: "1 0 0"))
    #expect(
      red.difference(from: one)
        == "the drawing is not the one that the file was written with: step 3 is \"1 0 0 rg\", "
        + "made anew \"0.1 0.2 0.3 rg\"")
  }

  @Test("opacities under other names, pages that turn, and content in pieces are differences")
  func frames() {
    let one = Self.drawing(Self.content, frame: "<< /a0 << /ca 1 >> /a1 << /ca 0.5 >> >>")
    for frame in [
      "<< /a0 << /ca 0.5 >> /a1 << /ca 1 >> >>", "<< /a0 << /ca 1 >> /a1 << /ca 0.4 >> >>",
      "<< /a0 << /ca 1 >> /a1 << /ca 0.5 >> /Rotate 90 >>", "<< /a0 << /ca 1 >> >>", "",
    ] {
      #expect(Self.drawing(Self.content, frame: frame).difference(from: one) != nil, "\(frame)")
    }
    #expect(
      Self.drawing(Self.content, streams: 2).difference(from: Self.drawing(Self.content)) != nil)
  }

  @Test("the frame of a page that is drawn here holds its resources, its corners and its tree")
  func drawnFrame() throws {
    let scene = Scene(
      200, 100, [.rectangles([SceneRect(x: 0, y: 0, width: 256, height: 256)], .black)])
    let file = try PDFRenderer(fonts: []).render(scene, metadata: FigureMetadata())
    let page = try #require(try PDFMetadata.read(file)).page
    let drawing = try #require(PDFDrawing(page: page))
    #expect(drawing.streams == 1)
    let text = drawing.frame.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    for part in [
      "/Filter /FlateDecode", "/ca 1", "/MediaBox [ 0 0 200 100 ]", "/S /Transparency",
      "/Type /Pages /Kids [ page 0 R ] /Count 1",
    ] { #expect(text.contains(part), "\(part): \(text)") }
    #expect(!text.contains("/Length"))
  }
}
