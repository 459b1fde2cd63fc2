import Charting
import Provenance
import Rendering
import Testing

@Suite struct PNGReaderTests {
  @Test("PNG files of any kind become 8-bit RGBA")
  func kinds() throws {
    let cases: [([UInt8], [UInt8], Int, Int)] = [
      (TestPNGFiles.palette, TestPNGFiles.palettePixels, 4, 1),
      (TestPNGFiles.bits, TestPNGFiles.bitsPixels, 3, 2),
      (TestPNGFiles.deepGrey, TestPNGFiles.deepGreyPixels, 3, 1),
      (TestPNGFiles.deepColor, TestPNGFiles.deepColorPixels, 1, 1),
      (TestPNGFiles.greyAlpha, TestPNGFiles.greyAlphaPixels, 2, 1),
      (TestPNGFiles.interlaced, TestPNGFiles.interlacedPixels, 3, 3),
      (TestPNGFiles.texts, TestPNGFiles.textsPixels, 1, 1),
    ]
    for (file, pixels, width, height) in cases {
      let decoded = try DecodedPNG(bytes: file, path: "a.png")
      #expect(decoded.bitmap == Bitmap(width: width, height: height, rgba: pixels))
    }
  }

  @Test("texts of all kinds are read, those after the pixels too")
  func texts() throws {
    let decoded = try DecodedPNG(bytes: TestPNGFiles.texts, path: "a.png")
    #expect(
      decoded.texts == [
        FigureMetadata.Entry(keyword: "Comment", text: "café"),
        FigureMetadata.Entry(keyword: "Packed", text: String(repeating: "long ", count: 40)),
        FigureMetadata.Entry(keyword: "Title", text: "σ² ≈ 1"),
        FigureMetadata.Entry(keyword: "Late", text: "après"),
      ])
    #expect(decoded.pixelsPerMetre == 2835)
    #expect(try DecodedPNG(bytes: TestPNGFiles.bits, path: "a.png").pixelsPerMetre == nil)
  }

  @Test("the pixel identity is SHA-256 over a tag, the size and the rows")
  func identity() throws {
    // printf 'dlplot-pixels-1\n\x01\0\0\0\x01\0\0\0\x01\x02\x03\xff' | sha256sum
    #expect(
      try Bitmap(width: 1, height: 1, rgba: [1, 2, 3, 255]).pixelDigest().hex
        == "1b778e7fd4843d6af47d5caa3cfe3edb9d8cf7e9742bb089f17394a886b10f44")
    // printf 'dlplot-pixels-1\n\x02\0\0\0\x01\0\0\0\xff\xff\xff\xff\0\0\0\xff' | sha256sum
    #expect(
      try Bitmap(width: 2, height: 1, rgba: [255, 255, 255, 255, 0, 0, 0, 255]).pixelDigest().hex
        == "6c7b0c366f2b82a70906f43b26f2b6052c1c669957e25f69b8280f789dca53ed")
    let tall = Bitmap(width: 1, height: 2, rgba: [255, 255, 255, 255, 0, 0, 0, 255])
    #expect(try tall.pixelDigest() != Bitmap(width: 2, height: 1, rgba: tall.rgba).pixelDigest())
  }

  @Test("a file that was cut off is an error, wherever it was cut")
  func truncated() throws {
    let nodes = (0..<9).map { SceneNode.rectangles([rect(Double($0), 3, 1, 9)], .black) }
    let whole = try Rasterizer(fonts: []).render(Scene(20, 20, nodes))
      .png(metadata: FigureMetadata(title: "T"))
    for count in 0..<whole.count {
      #expect(throws: PNGReadError.self, "\(count) bytes") {
        try DecodedPNG(bytes: Array(whole[..<count]), path: "a.png")
      }
    }
    _ = try DecodedPNG(bytes: whole, path: "a.png")
  }

  @Test("a bit that flipped in any chunk is an error, and never a crash")
  func altered() throws {
    let whole = try Rasterizer(fonts: []).render(Scene(20, 20, []))
      .png(metadata: FigureMetadata(title: "Some title"))
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << (index % 8)
      #expect(throws: PNGReadError.self, "byte \(index)") {
        try DecodedPNG(bytes: bytes, path: "a.png")
      }
    }
  }

  @Test("what is no PNG is said to be none")
  func otherFiles() {
    for bytes in [[], [0x89, 0x50], Array("GIF89a".utf8), Array(repeating: 0, count: 100)] {
      #expect(throws: PNGReadError.notAPNG(path: "x")) { try DecodedPNG(bytes: bytes, path: "x") }
    }
  }

  @Test("more pixels than can be drawn are not decoded")
  func limits() {
    let allowed = "pixels (sides up to 16384, 100000000 in all)"
    #expect(throws: PNGReadError.tooLarge(path: "x", size: "20000x1 \(allowed)")) {
      try DecodedPNG(bytes: TestPNGFiles.wide, path: "x")
    }
    #expect(throws: PNGReadError.tooLarge(path: "x", size: "16000x16000 \(allowed)")) {
      try DecodedPNG(bytes: TestPNGFiles.many, path: "x")
    }
  }

  @Test("errors are one line that names the file")
  func messages() {
    let error = PNGReadError.damaged(path: "a.png", reason: "the file ends too early")
    #expect(error.description == "a.png is a damaged PNG: the file ends too early")
    #expect(!error.isMachineFault)
    #expect(PNGReadError.notAPNG(path: "a.txt").description == "a.txt is no PNG")
    #expect(PNGReadError.outOfMemory(path: "a.png").isMachineFault)
  }
}
