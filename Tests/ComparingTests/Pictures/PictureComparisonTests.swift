import Comparing
import Rendering
import Testing

@Suite struct PictureComparisonTests {
  private let page = TestPicture(width: 100, height: 70)

  @Test("equal pictures are equal, with any number of threads")
  func equal() {
    for threads in [1, 2, 5] {
      let result = PictureComparison(
        reference: page.bitmap, new: page.bitmap, threads: threads)
      #expect(result.verdict == .equal)
      #expect(result.changed == 0 && result.largest == 0 && result.compared == 7000)
      #expect(result.box == nil && result.worstTile == nil)
      #expect(result.description.isEmpty)
    }
  }

  @Test("a pixel that differs by one level is found wherever it is")
  func everywhere() {
    for y in 0..<70 {
      for x in [0, 1, 31, 32, 63, 64, 98, 99] {
        var other = page
        other[x, y].y -= 1
        let result = PictureComparison(reference: page.bitmap, new: other.bitmap)
        #expect(result.changed == 1 && result.largest == 1)
        #expect(result.box == PixelBox(x: x, y: y, width: 1, height: 1))
        #expect(result.verdict == .within)
        #expect(result.worstTile?.box.x == x / 32 * 32 && result.worstTile?.box.y == y / 32 * 32)
        let strict = PictureComparison(
          reference: page.bitmap, new: other.bitmap, tolerance: .none)
        #expect(strict.verdict == .different)
      }
    }
  }

  @Test("counts, box, largest difference and worst tile are those of a hand")
  func facts() {
    var other = page
    // In the tile at (32, 0): 4 pixels of 30 levels. At (96, 64), a tile of 4x6: 2 of 100.
    for x in 40..<44 { other[x, 7].x = 225 }
    other[98, 68].z = 155
    other[99, 68].w = 155
    for threads in [1, 3] {
      let result = PictureComparison(
        reference: page.bitmap, new: other.bitmap, threads: threads)
      #expect(result.changed == 6)
      #expect(result.strong == 6)
      #expect(result.beyond == 6)
      #expect(result.largest == 100)
      #expect(result.box == PixelBox(x: 40, y: 7, width: 60, height: 62))
      #expect(result.changedShare == 6.0 / 7000)
      // 4 * 30 is less than 2 * 100.
      #expect(
        result.worstTile
          == PictureComparison.Tile(
            box: PixelBox(x: 96, y: 64, width: 4, height: 6), changedShare: 2.0 / 24,
            meanDifference: 200.0 / 24))
      #expect(result.verdict == .different)
      #expect(
        result.description == "6 of 7000 pixels differ, by up to 100 levels, in 60x62+40+7")
    }
  }

  @Test("strong differences are those of more than 24 levels")
  func strong() {
    var other = page
    other[3, 3].x = 255 - 24
    other[9, 9].x = 255 - 25
    let result = PictureComparison(reference: page.bitmap, new: other.bitmap)
    #expect(result.strong == 1)
  }

  @Test("pictures of unlike sizes are compared where they overlap, and differ")
  func sizes() {
    let narrow = TestPicture(width: 90, height: 80)
    let result = PictureComparison(reference: page.bitmap, new: narrow.bitmap)
    #expect(result.verdict == .different)
    #expect(!result.sizesAreEqual)
    #expect(result.compared == 90 * 70 && result.changed == 0)
    #expect(result.description == "the sizes differ: 100x70 and 90x80")
    var marked = narrow
    marked[89, 69] = SIMD4(0, 0, 0, 255)
    // Beyond the overlap: not counted.
    marked[0, 75] = SIMD4(0, 0, 0, 255)
    let second = PictureComparison(reference: page.bitmap, new: marked.bitmap)
    #expect(second.changed == 1)
    #expect(
      second.description
        == "the sizes differ: 100x70 and 90x80; 1 of 6300 pixels differ, by up to 255 levels, "
        + "in 1x1+89+69")
  }

  @Test("what shows through counts: over white, and alpha itself")
  func alpha() {
    // The colour of what is wholly transparent cannot be seen, but its bytes differ.
    var (clear, other) = (page, page)
    clear[5, 5] = SIMD4(0, 0, 0, 0)
    other[5, 5] = SIMD4(200, 10, 10, 0)
    var result = PictureComparison(reference: clear.bitmap, new: other.bitmap)
    #expect(result.changed == 1 && result.hidden == 1 && result.largest == 0)
    #expect(result.verdict == .within)
    #expect(
      PictureComparison(reference: clear.bitmap, new: other.bitmap, tolerance: .none).verdict
        == .different)

    // White that is transparent looks like white on white, and on nothing else.
    other[5, 5] = SIMD4(255, 255, 255, 255)
    clear[5, 5] = SIMD4(255, 255, 255, 0)
    result = PictureComparison(reference: clear.bitmap, new: other.bitmap)
    #expect(result.largest == 255 && result.beyond == 1)

    // Black at 40 % over white is 153: (0 * 102 + 255 * 153) / 255.
    clear[5, 5] = SIMD4(0, 0, 0, 102)
    other[5, 5] = SIMD4(100, 0, 0, 102)
    result = PictureComparison(reference: clear.bitmap, new: other.bitmap)
    // 100 * 102 / 255.
    #expect(result.largest == 40)
  }

  @Test("the worst of equal tiles is the first from the top left")
  func ties() {
    var other = page
    other[70, 40].x = 0
    other[10, 69].x = 0
    other[40, 33].x = 0
    let result = PictureComparison(reference: page.bitmap, new: other.bitmap, threads: 2)
    #expect(result.worstTile?.box == PixelBox(x: 32, y: 32, width: 32, height: 32))
  }

  @Test("pictures of noise are compared as a plain reading of the rule compares them")
  func noise() {
    var random = Scatter(seed: 7)
    for (width, height) in [(1, 1), (2, 3), (31, 5), (32, 4), (33, 33), (65, 40)] {
      for isOpaque in [true, false] {
        for reach in [2, 12, 40, 255] {
          var one = TestPicture(width: width, height: height)
          var other = one
          for y in 0..<height {
            for x in 0..<width {
              for channel in 0..<4 where channel < 3 || !isOpaque {
                // Smooth in places, so that edges of all strengths occur.
                let level = random.next(below: x % 7 < 3 ? 256 : 60)
                one[x, y][channel] = UInt8(level)
                let shift =
                  random.next(below: 3) == 0 ? random.next(below: 2 * reach + 1) - reach : 0
                other[x, y][channel] = UInt8(min(max(level + shift, 0), 255))
              }
            }
          }
          for tolerance in [
            Tolerance.unseen, .none,
            Tolerance(flat: 5, edge: 60, edgeRatio: 2, pixels: 0, tileMean: 0),
          ] {
            let plain = PlainComparison(one, other, tolerance)
            let result = PictureComparison(
              reference: one.bitmap, new: other.bitmap, tolerance: tolerance)
            #expect(result.changed == plain.changed && result.hidden == plain.hidden)
            #expect(result.strong == plain.strong && result.largest == plain.largest)
            #expect(result.beyond == plain.beyond)
            let most = plain.sums.values.max() ?? 0
            #expect((result.worstTile == nil) == (most == 0))
            if let tile = result.worstTile {
              #expect(plain.sums[[tile.box.x / 32, tile.box.y / 32]] == most)
              let area = Double(tile.box.width * tile.box.height)
              #expect(abs(tile.meanDifference - Double(most) / area) < 1e-9)
            }
          }
        }
      }
    }
  }
}

/// Numbers that look random and are the same in every run (xorshift64).
private struct Scatter {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % limit
  }
}
