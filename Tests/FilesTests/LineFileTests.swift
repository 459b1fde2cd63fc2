import Files
import Testing

struct LineFileTests {
  @Test("line feeds are found one after the other, and none beyond the last")
  func lineFeeds() {
    let bytes = Array("a\n\nlong line\nrest".utf8)
    #expect(LineFile.lineFeed(in: bytes, from: 0) == 1)
    #expect(LineFile.lineFeed(in: bytes, from: 1) == 1)
    #expect(LineFile.lineFeed(in: bytes, from: 2) == 2)
    #expect(LineFile.lineFeed(in: bytes, from: 3) == 12)
    for start in [13, 16, 17, 99] {
      #expect(LineFile.lineFeed(in: bytes, from: start) == nil, "from \(start)")
    }
    #expect(LineFile.lineFeed(in: [], from: 0) == nil)
  }
}
