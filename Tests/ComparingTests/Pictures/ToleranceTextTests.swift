import Comparing
import Testing

/// Tolerances as people write them.
struct ToleranceTextTests {
  @Test("names, and settings that differ from those of unseen")
  func read() throws {
    #expect(try Tolerance(text: "unseen") == .unseen)
    #expect(try Tolerance(text: "none") == .none)
    #expect(
      try Tolerance(text: "tile=1.5,ratio=4,pixels=10,edge=30,flat=4")
        == Tolerance(flat: 4, edge: 30, edgeRatio: 4, pixels: 10, tileMean: 1.5))
    var one = Tolerance.unseen
    one.pixels = 5
    #expect(try Tolerance(text: "pixels=5") == one)
  }

  private static let settings =
    "unseen, none, or settings flat=N, edge=N, ratio=N, pixels=N, tile=X"

  @Test(
    "what cannot be followed is named, with what is allowed",
    arguments: [
      ("", nil, "", settings), ("flat", nil, "flat", "flat=N, with a number"),
      ("none,flat=1", nil, "none,flat=1", "none stands alone; settings are changes of unseen"),
      ("flat=1,flat=2", nil, "flat=1,flat=2", "flat once"),
      ("flot=1", nil, "flot", settings + "; did you mean flat?"),
      ("flat=256", "flat", "256", "0...255"), ("ratio=0", "ratio", "0", "1...255"),
      ("tile=nan", "tile", "nan", "0...255"), ("pixels=-1", "pixels", "-1", "0...100000000"),
    ] as [(String, String?, String, String)])
  func refused(text: String, setting: String?, value: String, allowed: String) {
    let error = #expect(throws: ToleranceTextError.self) { try Tolerance(text: text) }
    #expect(error?.setting == setting && error?.value == value)
    #expect(error?.allowed == allowed)
  }
}
