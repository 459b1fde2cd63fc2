import Rendering
import Testing

@Suite struct BitmapPNGTests {
  private func noise(_ width: Int, _ height: Int, opaque: Bool) -> Bitmap {
    var random = Scatter(seed: UInt64(width))
    let bytes = (0..<width * height * 4).map { index in
      opaque && index % 4 == 3 ? 255 : UInt8(random.next() * 256)
    }
    return Bitmap(width: width, height: height, rgba: bytes)
  }

  @Test("a bitmap that is written is read again, opaque or not, with its texts")
  func roundTrip() throws {
    let metadata = FigureMetadata(title: "T", description: "σ²")
    for (width, height) in [(1, 1), (3, 2), (37, 41), (700, 1100)] {
      for opaque in [true, false] {
        let bitmap = noise(width, height, opaque: opaque)
        #expect(bitmap.isOpaque == opaque)
        let bytes = try bitmap.png(metadata: metadata)
        let file = try #require(PNGChunks(bytes))
        #expect(file.chunks.map(\.kind) == ["IHDR", "sRGB", "iTXt", "iTXt", "IDAT", "IEND"])
        #expect(file.chunks.allSatisfy { $0.hasRightChecksum })
        // 8 bits, RGB or RGBA.
        #expect(file.first("IHDR")?[8...9] == [8, opaque ? 2 : 6])
        let decoded = try DecodedPNG(bytes: bytes, path: "a.png")
        #expect(decoded.bitmap == bitmap)
        #expect(decoded.text("Description") == "σ²")
        #expect(try bitmap.png(metadata: metadata, threads: 3) == bytes)
      }
    }
  }

  @Test("one translucent pixel is kept")
  func lastPixel() throws {
    var bytes = [UInt8](repeating: 255, count: 9 * 5 * 4)
    bytes[bytes.count - 1] = 254
    let bitmap = Bitmap(width: 9, height: 5, rgba: bytes)
    #expect(try DecodedPNG(bytes: bitmap.png(), path: "a.png").bitmap == bitmap)
  }
}
