import Files
import Rendering
import TestSupport
import Testing

/// Files that are wrong in one way each.
@Suite struct BrokenPNGTests {
  private func expectDamage(_ png: RawPNG, _ what: String) {
    do {
      _ = try DecodedPNG(bytes: png.bytes, path: "a.png")
      Issue.record("\(what): decoded")
    } catch PNGReadError.damaged(let path, let reason) {
      #expect(path == "a.png" && !reason.isEmpty && !reason.contains("\n"), "\(what): \(reason)")
    } catch {
      Issue.record("\(what): \(error)")
    }
  }

  private static let suite = [
    "grey16-trns", "palette8-trns", "rgba16-interlaced", "gamma45455", "histogram", "pieces",
    "time-and-unknown", "suggested-palette",
  ]

  private func read(_ name: String) throws -> RawPNG {
    RawPNG(bytes: try InputFile.read("\(PNGSuiteTests.folder)/\(name).png"))
  }

  @Test("a checksum that is wrong is found in any chunk, also in those that change no pixel")
  func checksums() throws {
    for name in Self.suite {
      let whole = try read(name)
      for index in whole.chunks.indices {
        var png = whole
        png.chunks[index].checksumError = 1
        expectDamage(png, "\(name) \(png.chunks[index].name)")
      }
    }
  }

  @Test("a file that ends in the middle of any chunk, or between two, is damaged")
  func endings() throws {
    for name in Self.suite {
      let whole = try read(name)
      var end = 8
      for chunk in whole.chunks {
        for count in [0, 3, 8, 8 + chunk.data.count / 2, 11 + chunk.data.count] {
          #expect(throws: PNGReadError.self, "\(name) \(chunk.name) at \(count)") {
            try DecodedPNG(bytes: Array(whole.bytes[..<(end + count)]), path: "a.png")
          }
        }
        end += chunk.bytes.count
      }
      #expect(end == whole.bytes.count)
    }
  }

  @Test("a chunk that is too short for what it must say is damaged, though its checksum is right")
  func shortChunks() throws {
    let cases = [
      ("grey16-trns", "IHDR"), ("grey16-trns", "tRNS"), ("grey16-trns", "IDAT"),
      ("palette8-trns", "PLTE"), ("rgba16-interlaced", "IDAT"),
    ]
    for (name, chunk) in cases {
      var png = try read(name)
      let index = try #require(png.chunks.lastIndex { $0.name == chunk })
      png.chunks[index].data.removeLast()
      expectDamage(png, "\(name) \(chunk)")
    }
    var png = RawPNG(width: 2, height: 2)
    for data in [[], [0], Array("k\0\0".utf8), Array("k\0\0\0en\0".utf8), Array("\0\0\0\0\0".utf8)]
    {
      png.chunks.insert(RawPNG.Chunk("iTXt", data), at: 1)
      expectDamage(png, "iTXt \(data)")
      png.chunks.remove(at: 1)
    }
    png.chunks.insert(RawPNG.Chunk("pHYs", [0, 0, 0, 1]), at: 1)
    expectDamage(png, "pHYs")
  }

  @Test("chunks that are missing, doubled, out of place or unknown and needed are damage")
  func structure() throws {
    let whole = try read("palette8-trns")
    for name in ["IHDR", "PLTE", "IDAT", "IEND"] {
      var png = whole
      png.chunks.removeAll { $0.name == name }
      expectDamage(png, "no \(name)")
    }
    for name in ["IHDR", "PLTE"] {
      var png = whole
      let chunk = try #require(png.chunks.first { $0.name == name })
      png.chunks.insert(chunk, at: 1)
      expectDamage(png, "two \(name)")
    }
    var png = whole
    png.chunks.insert(RawPNG.Chunk("NEED"), at: 1)
    expectDamage(png, "unknown")
    png = try read("pieces")
    png.chunks.removeSubrange(png.chunks.count - 11..<png.chunks.count - 1)
    expectDamage(png, "ten bytes less")
  }

  @Test("a header that says what no PNG can be is damaged")
  func headers() {
    let right = RawPNG.header(width: 1, height: 1)
    let changes: [(Int, UInt8)] = [
      (3, 0), (7, 0), (0, 0x80), (4, 0xFF), (8, 3), (8, 32), (9, 1), (9, 7), (10, 1), (11, 1),
      (12, 2),
    ]
    for (place, value) in changes {
      var png = RawPNG(width: 1, height: 1)
      png.chunks[0].data = right
      png.chunks[0].data[place] = value
      expectDamage(png, "byte \(place) = \(value)")
    }
    for (depth, color) in [(UInt8(16), UInt8(3)), (4, 2), (2, 4), (1, 6)] {
      var png = RawPNG(width: 1, height: 1)
      png.chunks[0].data = RawPNG.header(width: 1, height: 1, depth: depth, color: color)
      expectDamage(png, "depth \(depth) of colour \(color)")
    }
  }

  @Test("sizes are refused before anything is allocated, by name")
  func sizes() {
    let allowed = "pixels (sides up to 16384, 100000000 in all)"
    for (width, height) in [(UInt32.max / 2, UInt32(1)), (1, 16385), (12000, 9000)] {
      var png = RawPNG(width: 1, height: 1)
      png.chunks[0].data = RawPNG.header(width: width, height: height, color: 6)
      #expect(throws: PNGReadError.tooLarge(path: "a", size: "\(width)x\(height) \(allowed)")) {
        try DecodedPNG(bytes: png.bytes, path: "a")
      }
    }
  }

  @Test("pixel data that are too few, too many, filtered in an unknown way or wrong are damage")
  func pixelData() throws {
    var png = RawPNG(width: 100, height: 100)
    #expect(try DecodedPNG(bytes: png.bytes, path: "a").bitmap.rgba.prefix(4) == [0, 0, 0, 255])
    for count in [0, 1, 10_099, 10_101, 20_000_000] {
      png.chunks[1].data = RawPNG.zeros(count)
      expectDamage(png, "\(count) bytes")
    }
    png.chunks[1].data = RawPNG.zeros(10_100)
    // The checksum inside the stream; that of the chunk is right.
    png.chunks[1].data[png.chunks[1].data.count - 1] ^= 1
    expectDamage(png, "Adler-32")
    // One stored block: a filter of 9, and a pixel.
    png = RawPNG(width: 1, height: 1)
    png.chunks[1].data = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 9, 7, 0, 25, 0, 17]
    expectDamage(png, "filter 9")
    png.chunks[1].data = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 1, 7, 0, 11, 0, 9]
    #expect(try DecodedPNG(bytes: png.bytes, path: "a").bitmap.rgba == [7, 7, 7, 255])
  }

  @Test("texts that unpack to more than is allowed, alone or together, are refused")
  func texts() throws {
    let bomb = RawPNG.zeros(1 << 30)
    #expect(bomb.count < 8 << 20)
    var png = RawPNG(width: 1, height: 1)
    for chunk in [
      RawPNG.Chunk("zTXt", Array("k\0\0".utf8) + bomb),
      RawPNG.Chunk("iTXt", Array("k\0\u{1}\0\0\0".utf8) + bomb),
    ] {
      png.chunks.insert(chunk, at: 1)
      expectDamage(png, chunk.name)
      png.chunks.remove(at: 1)
    }
    // Each is allowed, but not five of 15 MB; nor 1001 of one byte.
    let part = RawPNG.Chunk("zTXt", Array("k\0\0".utf8) + RawPNG.zeros(15 << 20))
    png.chunks.insert(contentsOf: Array(repeating: part, count: 4), at: 2)
    #expect(try DecodedPNG(bytes: png.bytes, path: "a").texts.count == 4)
    png.chunks.insert(part, at: 1)
    expectDamage(png, "five")
    png = RawPNG(width: 1, height: 1)
    let small = RawPNG.Chunk("tEXt", Array("k\0v".utf8))
    png.chunks.insert(contentsOf: Array(repeating: small, count: 1000), at: 1)
    #expect(try DecodedPNG(bytes: png.bytes, path: "a").texts.count == 1000)
    png.chunks.insert(small, at: 1)
    expectDamage(png, "1001")
    // A length of a gigabyte, and nothing there.
    png = RawPNG(width: 1, height: 1)
    png.chunks.insert(RawPNG.Chunk("iTXt", Array("k\0\0\0\0\0t".utf8)), at: 1)
    png.chunks[1].statedLength = 1 << 30
    expectDamage(png, "stated length")
  }

  @Test("a compressed text that is damaged or packed in an unknown way is refused")
  func damagedTexts() {
    var png = RawPNG(width: 1, height: 1)
    let packed = RawPNG.zeros(1000)
    let head = Array("k\0\0".utf8)
    let wrong: [[UInt8]] = [
      head + packed.dropLast(5), head + [1, 2, 3], Array("k\0\u{1}".utf8) + packed, head,
      Array(repeating: 107, count: 80) + [0, 0] + packed,
    ]
    for data in wrong {
      png.chunks.insert(RawPNG.Chunk("zTXt", data), at: 1)
      expectDamage(png, "\(data.prefix(4))")
      png.chunks.remove(at: 1)
    }
  }
}
