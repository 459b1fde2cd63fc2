import Guarding
import Testing

/// Paths of figures stay below their folder.
struct GuardPathTests {
  @Test(
    "names below the folder are sound",
    arguments: ["a.png", "a/b/c.svg", ".hidden/x.png", "a b/ü.png", "..a/b..png", "a\\b.png"])
  func sound(path: String) {
    #expect(GuardPath.isSound(path))
  }

  @Test(
    "what leads out or is no name is not",
    arguments: [
      "", "/", "/etc/x.png", "../x.png", "a/../x.png", "a/..", "./x.png", "a//x.png", "a/", "a/./b",
    ])
  func unsound(path: String) {
    #expect(!GuardPath.isSound(path))
  }

  @Test("a zero, at which the system would end a name, is in none")
  func zero() {
    #expect(!GuardPath.isSound("a.png\0/b"))
  }

  @Test("paths are told apart by their bytes, not as text")
  func bytes() {
    // é as one scalar and as two: two files, though Swift calls the strings equal.
    let (composed, decomposed) = ("\u{E9}.png", "e\u{301}.png")
    #expect(composed == decomposed)
    #expect(!GuardPath.areSame(composed, decomposed))
    #expect(GuardPath.precedes(decomposed, composed))
    // Byte order: capitals first, a folder's files by its name.
    let sorted = ["b.png", "a/z.png", "B.png", "a.png"].sorted(by: GuardPath.precedes)
    #expect(sorted == ["B.png", "a.png", "a/z.png", "b.png"])
  }
}
