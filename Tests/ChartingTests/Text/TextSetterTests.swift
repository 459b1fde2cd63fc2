import Testing

@testable import Charting

struct TextSetterTests {
  /// Lines of at most so many characters, each of which is half as wide as its size.
  private func lines(_ text: String, characters: Int) throws -> [String] {
    try TextSetter(typography: .test).lines(
      text, TextStyle(size: 10), width: 5 * Double(characters) + 0.1)
  }

  @Test("a text is broken at spaces, a word that is too wide stands alone")
  func words() throws {
    #expect(try lines("ab cd ef", characters: 5) == ["ab cd", "ef"])
    #expect(try lines("ab abcdefgh cd", characters: 5) == ["ab", "abcdefgh", "cd"])
    #expect(try lines("ab\ncd", characters: 5) == ["ab", "cd"])
  }

  @Test("a percent sign stays with its number, a dot between two parts gives way to a break")
  func signs() throws {
    #expect(try lines("at 98 %, ab", characters: 5) == ["at", "98 %,", "ab"])
    #expect(try lines("abc · 78 %", characters: 10) == ["abc · 78 %"])
    #expect(try lines("abc · 78 %", characters: 9) == ["abc", "78 %"])
    #expect(try lines("· a", characters: 9) == ["· a"])
  }

  @Test("a character that no face has is refused, or set as its number")
  func missing() throws {
    let (rocket, style) = ("a\u{1F680}", TextStyle(size: 10))
    var typography = Typography(
      faces: [TestTypeface(missing: ["\u{1F680}"])], regular: [0], bold: [0])
    #expect(throws: ChartError.missingGlyph("\u{1F680}", text: rocket)) {
      _ = try TextSetter(typography: typography).width(rocket, style)
    }
    typography.escapesMissing = true
    let glyphs = try TextSetter(typography: typography).shape(rocket, weight: .regular)
    #expect(glyphs.map(\.id) == "aU+1F680".unicodeScalars.map { UInt16($0.value) })
    // A face that has it comes first.
    typography.faces.append(TestTypeface())
    typography.regular = [0, 1]
    let other = try TextSetter(typography: typography).shape(rocket, weight: .regular)
    #expect(other.map(\.face) == [0, 1])
  }
}
