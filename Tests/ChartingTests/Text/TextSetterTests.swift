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
}
