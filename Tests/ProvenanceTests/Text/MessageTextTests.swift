import Provenance
import Testing

@Suite struct MessageTextTests {
  @Test("two long texts are quoted around the first place at which they differ")
  func unlike() {
    let start = "After 20 iterations the loss of Adam is "
    let texts = MessageText.quoted(
      start + "0.93, far below", unlike: start + "0.80, near", limit: 40)
    #expect(texts.first == "\"…Adam is 0.93, far below\"")
    #expect(texts.second == "\"…Adam is 0.80, near\"")
    // Short ones stand whole, and so do those that differ near their beginning.
    #expect(MessageText.quoted("seed 0", unlike: "seed 1") == ("\"seed 0\"", "\"seed 1\""))
    let late = MessageText.quoted("a" + start, unlike: "b" + start, limit: 20)
    #expect(late.first == "\"aAfter 20 iterations…\"" && late.second.hasPrefix("\"bAfter"))
    // One word as long as all there is room for, and one text that is the beginning of the other.
    let word = String(repeating: "x", count: 90)
    let words = MessageText.quoted(word + "1", unlike: word, limit: 20)
    #expect(words.first == "\"…xxxxx1\"" && words.second == "\"…xxxxx\"")
    #expect(MessageText.quoted("\u{1B}[2J", unlike: "").first == "\"\\u001b[2J\"")
  }

  @Test("a text of a file is told whole, on one line, without what steers a terminal")
  func escaped() {
    #expect(MessageText.escaped("σ of “five” 층 😀") == "σ of “five” 층 😀")
    let long = String(repeating: "x", count: 5000)
    #expect(MessageText.escaped(long) == long)
    #expect(
      MessageText.escaped("a\nseen\r\n\t\u{1B}[2J\u{7}\u{7F}\u{9B}")
        == "a\\u000aseen\\u000d\\u000a\\u0009\\u001b[2J\\u0007\\u007f\\u009b")
    for scalar in [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x2028] {
      let text = Unicode.Scalar(UInt32(scalar)).map(String.init) ?? ""
      #expect(MessageText.escaped(text) == "\\u" + String(scalar, radix: 16))
    }
  }
}
