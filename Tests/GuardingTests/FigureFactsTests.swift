import FigureFiles
import Foundation
import Guarding
import Provenance
import Rendering
import Testing

/// What is read out of a file.
struct FigureFactsTests {
  private func facts(_ bytes: [UInt8], _ name: String = "x.png") throws -> FigureFacts {
    try FigureFacts.read(bytes, path: name).facts
  }

  /// Digests by Pillow, printed by Fixtures/make_pictures.py.
  private static let pictures = [
    (
      "loss.png", "8181ef8f7efec371c15b401e92e6bf311d46faaa00b5e7c066346b5b6343c750",
      "Matplotlib version3.11.2"
    ),
    (
      "loss-recompressed.png", "8181ef8f7efec371c15b401e92e6bf311d46faaa00b5e7c066346b5b6343c750",
      "Matplotlib version3.11.2"
    ),
    (
      "loss-changed.png", "31a1bbf1fae6e8af1878029492a53a8336abf1da11a6fe0f26d3e1df3ae3d2fe",
      "Matplotlib version3.11.2"
    ),
    (
      "loss-rounded.png", "85dea5fc7113553089af18fe27f8014ce2d9413e06f7760614282eb89fcba801",
      "Matplotlib version99.0.0"
    ),
    (
      "transparent.png", "ec6474665cbf0739d82adba2ac456e2af03059b21a825db116ddb528d1dcb072",
      "unstated"
    ),
  ]

  @Test("pictures of matplotlib have the digests that Pillow gives", arguments: pictures.indices)
  func foreign(index: Int) throws {
    let (name, digest, renderer) = Self.pictures[index]
    let facts = try facts(Stage.picture(name))
    #expect(facts.kind == .picture && facts.identities == nil && facts.drawing == nil)
    #expect(facts.pixels?.hex == digest)
    #expect(facts.renderer == renderer)
  }

  @Test("a figure of dlplot tells its identities and what drew it")
  func figure() throws {
    let facts = try facts(Stage.drawn(steps: 3))
    #expect(facts.kind == .figure)
    #expect(facts.identities?.numbers != nil)
    #expect(facts.renderer == RendererProfile.current.name)
    #expect(facts.renderer.wholeMatch(of: /cairo 1\.[0-9]+\.[0-9]+/) != nil)
    #expect(facts.description.contains("SGD"))
    let without = try self.facts(Stage.drawn(steps: 3, carriesNumbers: false))
    #expect(without.identities?.numbers == nil)
    #expect(without.identities?.scene == facts.identities?.scene)
    #expect(without.pixels == facts.pixels)
  }

  @Test("an SVG is known by its drawing, whatever its metadata")
  func svg() throws {
    let bytes = try Stage.drawn(steps: 3, format: .svg)
    let facts = try facts(bytes, "x.svg")
    #expect(facts.kind == .figure && facts.pixels == nil && facts.drawing != nil)
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.replacingOccurrences(of: "</metadata>", with: "<!-- a word --></metadata>")
    #expect(try self.facts(Array(other.utf8), "x.svg").drawing == facts.drawing)
    let moved = text.replacingOccurrences(of: "</svg>", with: "<circle r=\"9\"/></svg>")
    #expect(try self.facts(Array(moved.utf8), "x.svg").drawing != facts.drawing)
  }

  private func fault(_ bytes: [UInt8], _ name: String = "x.png") throws -> UnsoundFigure? {
    #expect(throws: UnsoundFigure.self) { try FigureFacts.read(bytes, path: name) }
  }

  @Test("touched pixels, an altered or unreadable recipe and other files are told apart")
  func unsound() throws {
    let png = AlteredPNG(try Stage.drawn(steps: 3))
    var touched = png
    touched.chunks.removeAll { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    touched.chunks.insert(
      contentsOf: AlteredPNG(try Stage.drawn(steps: 4)).chunks.filter { $0.type == "IDAT" },
      at: place)
    #expect(try fault(touched.bytes) == .touched)

    var altered = png
    let recipe = try #require(png.text("dlplot"))
    let text = String(decoding: png.chunks[recipe].data, as: UTF8.self)
    altered.chunks[recipe].data = Array(
      text.replacingOccurrences(of: "\"steps\":3", with: "\"steps\":4").utf8)
    #expect(try fault(altered.bytes)?.rung == "recipe")
    altered.chunks[recipe].data = Array("dlplot\0\0\0\0\0{".utf8)
    #expect(try fault(altered.bytes)?.rung == "recipe")

    var stripped = png
    stripped.chunks.removeAll { $0.type == "iTXt" }
    #expect(try facts(stripped.bytes).kind == .picture)

    let cut = Array(try Stage.picture("loss.png").dropLast(40))
    #expect(try fault(cut)?.description == "a damaged PNG: the file ends too early")
    #expect(try fault([])?.description == "it is no PNG")
    for format in [FigureFormat.svg, .pdf] {
      let bytes = try Stage.drawn(steps: 3, format: format)
      for count in [1000, bytes.count / 2, bytes.count - 20] {
        #expect(
          try fault(Array(bytes.prefix(count)), "x.\(format.rawValue)")
            == .unreadable(
              reason: "a damaged \(format.rawValue.uppercased()): the file ends too early"))
      }
    }
    #expect(try fault(Array("GIF89a".utf8))?.rung == "file")
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n"
    #expect(try fault(Array(pointer.utf8)) == .pointer)
    #expect(try fault(Array("<svg><rect/></svg>".utf8), "x.svg") == .foreignSVG)
  }

  @Test("a pipe, a folder and nothing at all are not waited for")
  func files() throws {
    let stage = try Stage()
    let pipe = stage.figures + "/pipe.png"
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, stage.figures, stage.figures + "/none.png"] {
      let error = #expect(throws: UnsoundFigure.self) { try FigureFacts.read(path) }
      #expect(error?.rung == "file")
    }
  }
}
