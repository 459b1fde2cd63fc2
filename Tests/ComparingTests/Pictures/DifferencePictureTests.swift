import Comparing
import Rendering
import Testing

@Suite struct DifferencePictureTests {
  private static let ground = SIMD4<UInt8>(0x5C, 0x62, 0x6B, 255)
  private static let beyond = SIMD4<UInt8>(0xE0, 0x00, 0x38, 255)
  private static let within = SIMD4<UInt8>(0xF5, 0x95, 0x14, 255)
  private static let alone = SIMD4<UInt8>(0x8A, 0x4F, 0xD0, 255)
  private static let frame = SIMD4<UInt8>(0x00, 0x50, 0xFF, 255)
  private static let paledWhite = SIMD4<UInt8>(255, 255, 255, 255)

  private func picture(_ a: TestPicture, _ b: TestPicture) throws -> TestPicture {
    let comparison = PictureComparison(reference: a.bitmap, new: b.bitmap)
    return TestPicture(
      try DifferencePicture(reference: a.bitmap, new: b.bitmap, comparison: comparison).bitmap)
  }

  @Test("reference, new and difference stand side by side, marked by what they are")
  func panels() throws {
    var a = TestPicture(width: 300, height: 200)
    a[10, 20] = SIMD4(0, 0, 0, 255)
    a[11, 20] = SIMD4(100, 50, 20, 255)
    var b = a
    b[150, 100] = SIMD4(0, 0, 255, 255)
    b[151, 100] = SIMD4(253, 255, 255, 255)
    let shown = try picture(a, b)
    #expect(shown.width == 3 * 300 + 4 * 12 && shown.height == 200 + 36 + 34)
    #expect(shown[0, 0] == Self.ground && shown[shown.width - 1, shown.height - 1] == Self.ground)
    let left = [12, 12 + 312, 12 + 624]
    #expect(shown[left[0] + 10, 36 + 20] == SIMD4(0, 0, 0, 255))
    #expect(shown[left[1] + 11, 36 + 20] == SIMD4(100, 50, 20, 255))
    #expect(shown[left[0] + 150, 36 + 100] == SIMD4(255, 255, 255, 255))
    #expect(shown[left[1] + 150, 36 + 100] == SIMD4(0, 0, 255, 255))
    #expect(shown[left[2] + 150, 36 + 100] == Self.beyond)
    #expect(shown[left[2] + 151, 36 + 100] == Self.within)
    #expect(shown[left[2] + 152, 36 + 100] == Self.paledWhite)
    // Black paled, and a luma of 61: 178 + 61 * 77 / 255.
    #expect(shown[left[2] + 10, 36 + 20] == SIMD4(178, 178, 178, 255))
    #expect(shown[left[2] + 11, 36 + 20] == SIMD4(196, 196, 196, 255))
    // The tile at (128, 96), framed in each of the three.
    for x in left {
      for thickness in [1, 2] {
        #expect(shown[x + 140, 36 + 96 - thickness] == Self.frame)
        #expect(shown[x + 128 - thickness, 36 + 100] == Self.frame)
        #expect(shown[x + 140, 36 + 128 + thickness - 1] == Self.frame)
        #expect(shown[x + 160 + thickness - 1, 36 + 100] == Self.frame)
      }
      #expect(shown[x + 129, 36 + 97] != Self.frame)
    }
  }

  @Test("what only one of the pictures reaches is marked")
  func sizes() throws {
    let shown = try picture(
      TestPicture(width: 300, height: 100), TestPicture(width: 280, height: 120))
    #expect(shown.width == 3 * 300 + 48 && shown.height == 120 + 70)
    let left = 12 + 624
    #expect(shown[left + 279, 36 + 99] == Self.paledWhite)
    #expect(shown[left + 280, 36 + 99] == Self.alone)
    #expect(shown[left + 279, 36 + 100] == Self.alone)
    #expect(shown[12 + 312 + 280, 36 + 10] == Self.ground)
  }

  @Test("small pictures are enlarged, and nothing is lost of large ones")
  func zoom() throws {
    var a = TestPicture(width: 32, height: 20)
    a[31, 19] = SIMD4(0, 0, 0, 255)
    let small = try picture(TestPicture(width: 32, height: 20), a)
    #expect(small.width == 3 * 256 + 48 && small.height == 160 + 70)
    for x in 248..<256 {
      for y in 152..<160 { #expect(small[12 + 2 * 268 + x, 36 + y] == Self.beyond) }
    }
    #expect(small[12 + 2 * 268 + 247, 36 + 159] == Self.paledWhite)

    // 3 * 6000 is more than a page may be wide: two pixels in one, also at the odd end.
    let wide = TestPicture(width: 6001, height: 5)
    var other = wide
    other[6000, 4].x = 0
    let shown = try picture(wide, other)
    // Of 9,051 pixels: signs and key of seven times their size.
    #expect(shown.width == 3 * 3001 + 48 && shown.height == 3 + 7 * 70)
    #expect(shown[12 + 2 * 3013 + 3000, 7 * 36 + 2] == Self.beyond)
    #expect(shown[12 + 2 * 3013 + 2980, 7 * 36 + 2] == Self.paledWhite)
  }

  @Test("a key names the colours that occur, and no others")
  func key() throws {
    var a = TestPicture(width: 300, height: 40)
    a[5, 5] = SIMD4(0, 0, 0, 255)
    func swatches(_ other: TestPicture) throws -> [SIMD4<UInt8>] {
      let shown = try picture(a, other)
      // The key's line begins with a square at the left margin; letters are white.
      let middle = shown.height - 34 / 2
      let row = (0..<shown.width).map { shown[$0, middle] }
      return row.reduce(into: []) { seen, color in
        if color != Self.ground, color != SIMD4(255, 255, 255, 255), !seen.contains(color) {
          seen.append(color)
        }
      }
    }
    #expect(try swatches(a).isEmpty)
    #expect(try swatches(TestPicture(width: 300, height: 40)) == [Self.beyond, Self.frame])
    var near = a
    near[100, 5].x = 253
    #expect(try swatches(near) == [Self.within, Self.frame])
    var larger = TestPicture(width: 310, height: 40)
    larger[5, 5] = a[5, 5]
    #expect(try swatches(larger) == [Self.alone])
  }

  @Test("translucent pixels are shown over white")
  func alpha() throws {
    var a = TestPicture(width: 300, height: 40)
    a[200, 3] = SIMD4(0, 0, 0, 102)
    let shown = try picture(a, a)
    #expect(shown[12 + 200, 36 + 3] == SIMD4(153, 153, 153, 255))
  }
}
