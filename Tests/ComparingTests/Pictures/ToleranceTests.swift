import Charting
import Comparing
import Rendering
import Testing

/// The tolerance passes what a reader cannot see and catches what a reader would.
@Suite struct ToleranceTests {
  @Test("every mutant of a chart is caught, in each theme and at both scales")
  func mutants() throws {
    for theme in Theme.Name.allCases {
      for scale in [1.0, 2] {
        let chart = try MutantChart(theme: theme, scale: scale)
        let page = try chart.bitmap(chart.scene())
        #expect(
          PictureComparison(reference: page, new: try chart.bitmap(chart.scene())).verdict
            == .equal)
        for mutant in try chart.mutants() {
          let result = PictureComparison(
            reference: page, new: try chart.bitmap(mutant.scene))
          #expect(result.verdict == .different, "\(theme) at \(scale): \(mutant.name)")
          // With room to spare.
          #expect(result.beyond >= 10, "\(theme) at \(scale): \(mutant.name)")
        }
      }
    }
  }

  @Test("a page that two versions of Cairo draw passes, dark on light and light on dark")
  func renderers() throws {
    let folder =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
      .joined(separator: "/") + "/Fixtures"
    let pages = try DecodedPNG.decode(
      ["\(folder)/strokes-1.16.0.png", "\(folder)/strokes-1.18.4.png"], threads: 1)
    let result = PictureComparison(reference: pages[0].bitmap, new: pages[1].bitmap)
    // Counted by NumPy.
    #expect(result.changed == 196 && result.largest == 11)
    #expect(result.beyond == 0 && result.verdict == .within)
  }

  /// White with a black square, whose left edge is a column of one grey.
  private func square(edge: UInt8 = 128, paper: UInt8 = 255, ink: UInt8 = 0) -> TestPicture {
    var picture = TestPicture(width: 40, height: 40)
    for y in 0..<40 {
      for x in 0..<40 {
        let level = !(10..<30).contains(x) || !(10..<30).contains(y) ? paper : x == 10 ? edge : ink
        picture[x, y] = SIMD4(level, level, level, 255)
      }
    }
    return picture
  }

  private func verdict(
    _ a: TestPicture, _ b: TestPicture, _ tolerance: Tolerance = .unseen
  ) -> PictureComparison.Verdict {
    PictureComparison(reference: a.bitmap, new: b.bitmap, tolerance: tolerance).verdict
  }

  @Test("on an edge a pixel may differ by 20 levels, on flat ground by 2")
  func levels() {
    #expect(verdict(square(), square(edge: 148)) == .within)
    #expect(verdict(square(), square(edge: 108)) == .within)
    #expect(verdict(square(), square(edge: 149)) == .different)
    #expect(verdict(square(), square(paper: 253)) == .within)
    #expect(verdict(square(), square(paper: 252)) == .different)
    #expect(verdict(square(), square(ink: 2)) == .within)
    #expect(verdict(square(), square(ink: 3)) == .different)
  }

  @Test("an edge must be eight times as strong as the difference, in both pictures")
  func strength() {
    // From 200 to 120: 80 levels allow 10.
    #expect(
      verdict(
        square(edge: 160, paper: 200, ink: 120), square(edge: 170, paper: 200, ink: 120))
        == .within)
    #expect(
      verdict(
        square(edge: 160, paper: 200, ink: 120), square(edge: 171, paper: 200, ink: 120))
        == .different)
    // A faint line that is gone has no edge in the other picture.
    var faint = TestPicture(width: 40, height: 40)
    for x in 0..<40 { faint[x, 20] = SIMD4(245, 245, 245, 255) }
    #expect(verdict(TestPicture(width: 40, height: 40), faint) == .different)
    #expect(verdict(faint, TestPicture(width: 40, height: 40)) == .different)
    // An edge of blue is none for a difference of red.
    var blue = square(paper: 255, ink: 255)
    for y in 0..<40 {
      for x in 0..<20 { blue[x, y].z = 0 }
    }
    var red = blue
    red[20, 5].x -= 10
    #expect(verdict(blue, red) == .different)
    red = blue
    red[20, 5].z -= 10
    #expect(verdict(blue, red) == .within)
  }

  @Test("a tile may not differ much on the whole, however small each difference is")
  func tiles() {
    var (one, other) = (TestPicture(width: 64, height: 64), TestPicture(width: 64, height: 64))
    for y in 0..<64 {
      for x in 0..<64 {
        let level: UInt8 = (x + y) % 2 == 0 ? 20 : 220
        one[x, y] = SIMD4(level, level, level, 255)
        // Half of the pixels of one tile differ by 8 levels, which is 4 on average.
        let shift: UInt8 = x < 32 && y < 32 && x % 2 == 0 ? 8 : 0
        other[x, y] = SIMD4(level - shift, level, level, 255)
      }
    }
    let result = PictureComparison(reference: one.bitmap, new: other.bitmap)
    #expect(result.beyond == 0 && result.verdict == .different)
    #expect(result.worstTile?.meanDifference == 4)
    var wider = Tolerance.unseen
    wider.tileMean = 4
    #expect(verdict(one, other, wider) == .within)
  }

  @Test("as many pixels as the tolerance says may differ by more")
  func pixels() {
    var other = square()
    for x in 0..<5 { other[x, 0] = SIMD4(0, 0, 0, 255) }
    var tolerance = Tolerance.unseen
    tolerance.pixels = 5
    #expect(verdict(square(), other, tolerance) == .within)
    tolerance.pixels = 4
    #expect(verdict(square(), other, tolerance) == .different)
    #expect(verdict(square(), other) == .different)
    #expect(verdict(square(), square(), .none) == .equal)
  }
}
