import Charting
import Rendering
import Testing

@Suite struct PNGWriterTests {
  private let metadata = FigureMetadata(
    title: "Activations", description: "Σ of \"five\" layers\nand more <text>",
    entries: [
      FigureMetadata.Entry(keyword: "dlplot config", text: "{\"a\":1}"),
      FigureMetadata.Entry(keyword: "dlplot empty", text: ""),
    ])

  /// A page with many colours, wide enough that rows are padded.
  private func scene(_ width: Int = 37, scale: Double = 2) -> Scene {
    let lines: [SceneNode] = (0..<12).map { index in
      let color = Color(red: UInt8(index * 20), green: UInt8(255 - index * 9), blue: 77)
      let ends = [point(0, Double(index) * 3), point(Double(width), 40)]
      return .stroke(ScenePath(points: ends), StrokeStyle(width: px(1.5)), color)
    }
    return Scene(
      width: width, height: 41, pixelsPerPoint: scale, paper: Color(red: 250, green: 251, blue: 9),
      nodes: lines)
  }

  private func png(_ scene: Scene, _ metadata: FigureMetadata) throws -> [UInt8] {
    try Rasterizer(fonts: []).render(scene).png(metadata: metadata)
  }

  @Test("a PNG has its chunks in order, each with its checksum, and no time")
  func chunks() throws {
    let file = try #require(try PNGChunks(png(scene(), metadata)))
    let kinds = file.chunks.map(\.kind)
    #expect(
      kinds == ["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(file.chunks.allSatisfy { $0.hasRightChecksum })
    // 37 x 41, 8 bits, RGB, no interlace.
    #expect(file.first("IHDR") == [0, 0, 0, 37, 0, 0, 0, 41, 8, 2, 0, 0, 0])
    #expect(file.first("sRGB") == [0])
  }

  @Test(
    "pHYs states the resolution in pixels a metre",
    arguments: [(1.0, 2835), (2.0, 5669), (3.0, 8504), (4.1666666667, 11811), (0.5, 1417)])
  func resolution(scale: Double, expected: Int) throws {
    let file = try #require(try PNGChunks(png(scene(scale: scale), metadata)))
    let data = try #require(file.first("pHYs"))
    #expect(PNGChunks.number(data[0..<4]) == expected)
    #expect(PNGChunks.number(data[4..<8]) == expected)
    #expect(data[8] == 1)
  }

  @Test("texts are UTF-8 in iTXt chunks, uncompressed")
  func texts() throws {
    let file = try #require(try PNGChunks(png(scene(), metadata)))
    let texts = file.chunks.filter { $0.kind == "iTXt" }.map {
      String(decoding: $0.data, as: UTF8.self)
    }
    #expect(
      texts == [
        "Title\0\0\0\0\0Activations",
        "Description\0\0\0\0\0Σ of \"five\" layers\nand more <text>",
        "dlplot config\0\0\0\0\0{\"a\":1}", "dlplot empty\0\0\0\0\0",
      ])
    let bare = try #require(try PNGChunks(png(scene(), FigureMetadata())))
    #expect(bare.first("iTXt") == nil)
  }

  @Test("a PNG decodes to the pixels, the texts and the identity of its page")
  func roundTrip() throws {
    for width in [1, 2, 3, 5, 37, 64] {
      let page = try Rasterizer(fonts: []).render(scene(width))
      let decoded = try DecodedPNG(bytes: page.png(metadata: metadata), path: "a.png")
      let bitmap = try page.bitmap()
      #expect(decoded.bitmap == bitmap)
      let digest = try page.pixelDigest()
      #expect(try decoded.bitmap.pixelDigest() == digest)
      #expect(decoded.pixelsPerMetre == 5669)
      #expect(decoded.text("Title") == metadata.title)
      #expect(decoded.text("Description") == metadata.description)
      #expect(Array(decoded.texts.dropFirst(2)) == metadata.entries)
      #expect(decoded.text("nothing") == nil)
    }
  }

  @Test("a page of several pieces decodes, and threads change no byte")
  func pieces() throws {
    // 499 rows of 2101 bytes make a piece of a megabyte.
    for height in [498, 499, 500, 998, 1500] {
      var tall = scene(700)
      tall.height = height
      let foot = [point(3, Double(height)), point(690, Double(height) - 600)]
      tall.nodes.append(
        .stroke(ScenePath(points: foot), StrokeStyle(width: px(3)), .black.alpha(99)))
      let page = try Rasterizer(fonts: []).render(tall)
      let one = try page.packed(threads: 1)
      let bytes = try one.png(metadata: metadata)
      #expect(try #require(PNGChunks(bytes)).chunks.allSatisfy { $0.hasRightChecksum })
      let decoded = try DecodedPNG(bytes: bytes, path: "a.png")
      let (bitmap, digest) = (try page.bitmap(), try page.pixelDigest())
      #expect(decoded.bitmap == bitmap)
      #expect(one.pixelDigest == digest)
      for threads in [2, 7] {
        let several = try page.packed(threads: threads)
        #expect(several.pixelDigest == digest)
        #expect(try several.png(metadata: metadata) == bytes)
      }
    }
  }

  @Test("the same page gives the same bytes")
  func repeatable() throws {
    let (first, second) = (try png(scene(), metadata), try png(scene(), metadata))
    #expect(first == second)
  }

  @Test("a long text is kept whole")
  func longText() throws {
    let text = String(repeating: "0123456789", count: 300_000)
    let long = FigureMetadata(entries: [FigureMetadata.Entry(keyword: "k", text: text)])
    let decoded = try DecodedPNG(bytes: png(scene(), long), path: "a.png")
    #expect(decoded.text("k") == text)
  }

  @Test("a text of parts that were compressed ahead is the text as it is at once")
  func textOfParts() throws {
    // A character of two bytes, one in each of two parts.
    let parts = [Array("zählt".utf8.prefix(2)), Array("zählt".utf8.dropFirst(2)), [], [0x21]]
    let texts = [parts, [Array(repeating: 0x41, count: 3_000_000), [0x42]], [[0x43]], [[]]]
    for parts in texts {
      for isPacked in [true, false] {
        let text = LongText(
          try parts.enumerated().map { index, bytes in
            try LongText.Part(bytes, isLast: index == parts.count - 1, isPacked: isPacked)
          })
        let whole = String(decoding: parts.joined(), as: UTF8.self)
        var texts = metadata
        texts.entries.insert(FigureMetadata.Entry(keyword: "k", text: text), at: 0)
        #expect(texts.entries[0].text == whole)
        let bytes = try png(scene(), texts)
        #expect(try #require(PNGChunks(bytes)).chunks.allSatisfy { $0.hasRightChecksum })
        let decoded = try DecodedPNG(bytes: bytes, path: "a.png")
        #expect(decoded.text("k") == whole)
        #expect(decoded.text("dlplot config") == "{\"a\":1}")
        #expect(decoded.bitmap == (try Rasterizer(fonts: []).render(scene()).bitmap()))
      }
    }
  }

  @Test("a zero in a text of parts is refused", arguments: [true, false])
  func zeroInParts(isPacked: Bool) throws {
    let text = LongText([
      try LongText.Part([0x41], isLast: false, isPacked: isPacked),
      try LongText.Part([0x41, 0], isLast: true, isPacked: isPacked),
    ])
    let wrong = FigureMetadata(entries: [FigureMetadata.Entry(keyword: "k", text: text)])
    #expect(throws: RenderError.text(keyword: "k")) { try png(scene(), wrong) }
  }

  @Test(
    "keywords that a PNG cannot hold are refused",
    arguments: ["", " a", "a ", "a  b", "é", "a\n", String(repeating: "k", count: 80)])
  func keywords(keyword: String) throws {
    let wrong = FigureMetadata(entries: [FigureMetadata.Entry(keyword: keyword, text: "")])
    #expect(throws: RenderError.keyword(keyword)) { try png(scene(), wrong) }
    let zero = FigureMetadata(title: "a\0b")
    #expect(throws: RenderError.text(keyword: "Title")) { try png(scene(), zero) }
    let right = FigureMetadata(
      entries: [FigureMetadata.Entry(keyword: String(repeating: "k", count: 79), text: "")])
    _ = try png(scene(), right)
  }
}
