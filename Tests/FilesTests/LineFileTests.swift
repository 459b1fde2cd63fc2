import Files
import Testing

struct LineFileTests {
  @Test("line feeds are found one after the other, and none beyond the last")
  func lineFeeds() {
    func lineFeed(in text: String, from start: Int) -> Int? {
      Array(text.utf8).withUnsafeBufferPointer { LineFile.lineFeed(in: $0, from: start) }
    }
    let text = "a\n\nlong line\nrest"
    #expect(lineFeed(in: text, from: 0) == 1)
    #expect(lineFeed(in: text, from: 1) == 1)
    #expect(lineFeed(in: text, from: 2) == 2)
    #expect(lineFeed(in: text, from: 3) == 12)
    for start in [13, 16, 17, 99] {
      #expect(lineFeed(in: text, from: start) == nil, "from \(start)")
    }
    #expect(lineFeed(in: "", from: 0) == nil)
  }
}
