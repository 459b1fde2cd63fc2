import Studies
import Testing

/// Dates against Python's `datetime.fromisoformat(...).timestamp()`.
struct StudyDateTests {
  @Test(
    "texts of Optuna and their microseconds since 1970",
    arguments: [
      ("1970-01-01T00:00:00+00:00", 0),
      ("2026-11-25T22:18:11.297906+00:00", 1_795_645_091_297_906),
      ("2026-11-25 22:18:11.297906", 1_795_645_091_297_906),
      ("2024-02-29T23:59:59.5+09:00", 1_709_218_799_500_000),
      ("2000-03-01T00:00:00-0330", 951_881_400_000_000),
      ("1969-12-31 23:59:59.999999", -1),
      ("1900-03-01", -2_203_891_200_000_000),
      ("9999-12-31T23:59:59Z", 253_402_300_799_000_000),
    ] as [(String, Int64)])
  func read(text: String, microseconds: Int64) {
    #expect(StudyDate(text)?.microseconds == microseconds)
  }

  @Test(
    "what is no date",
    arguments: [
      "", "2026", "2026-13-01", "2026-02-29", "2100-02-29", "2026-01-01T24:00:00", "0000-01-01",
      "2026-01-01T10:00:00+25:00", "2026-01-01T10:00:00.", "2026-01-01T10:00:00 UTC", "20260101",
    ])
  func refused(text: String) {
    #expect(StudyDate(text) == nil)
  }

  @Test("written as journals and databases have it")
  func written() {
    let date = StudyDate(microseconds: 1_795_645_091_000_906)
    #expect(date.journalText == "2026-11-25T22:18:11.000906+00:00")
    #expect(date.databaseText == "2026-11-25 22:18:11.000906")
    #expect(StudyDate(microseconds: -1).databaseText == "1969-12-31 23:59:59.999999")
  }
}
