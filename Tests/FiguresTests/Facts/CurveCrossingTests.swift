import Testing

@testable import Figures

struct CurveCrossingTests {
  @Test("a curve passes another where it lies below it to the end")
  func place() {
    #expect(CurveCrossing.place(of: [4, 3, 2, 1], below: [2.5, 2.5, 2.5, 2.5]) == 2)
    // It comes back once; only the second time is for good.
    #expect(
      CurveCrossing.place(of: [4, 1, 4, 4, 1, 1], below: [2, 2, 2, 2, 2, 2]) == 4)
    #expect(CurveCrossing.place(of: [2, 2, 2, 2], below: [4, 3, 1, 1]) == nil)
  }

  @Test("a curve that led from the start, or never, passes nobody")
  func none() {
    #expect(CurveCrossing.place(of: [1, 1, 1], below: [2, 2, 2]) == nil)
    #expect(CurveCrossing.place(of: [2, 2, 2], below: [1, 1, 1]) == nil)
    // Level with each other at first: nobody was behind.
    #expect(CurveCrossing.place(of: [1, 1, 1], below: [1, 2, 2]) == nil)
    #expect(CurveCrossing.place(of: [], below: []) == nil)
  }

  @Test("noise at the end is no crossing, nor is the end of a rival that diverged")
  func noise() {
    var first = [Double](repeating: 2, count: 100)
    let second = [Double](repeating: 1.5, count: 100)
    for place in 96..<100 { first[place] = 1 }
    #expect(CurveCrossing.place(of: first, below: second) == nil)
    first[95] = 1
    #expect(CurveCrossing.place(of: first, below: second) == 95)
    #expect(CurveCrossing.place(of: [2, 2, 1], below: [1, 1, .nan]) == nil)
    #expect(CurveCrossing.place(of: [2, 2, .nan], below: [1, 1, 3]) == nil)
  }

  @Test("a level is passed from below, to the end")
  func level() {
    #expect(CurveCrossing.place(of: [10, 60, 50, 60, 70], above: 55) == 3)
    #expect(CurveCrossing.place(of: [60, 70], above: 55) == nil)
    #expect(CurveCrossing.place(of: [10, 20], above: 55) == nil)
    #expect(CurveCrossing.place(of: [10, 60, .nan], above: 55) == nil)
  }
}
