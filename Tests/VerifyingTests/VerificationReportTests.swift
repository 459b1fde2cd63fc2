import Testing
import Verifying

/// What is told of a check.
struct VerificationReportTests {
  @Test("each fact stays on one line, whatever stands in the file; the report itself is exact")
  func oneLine() {
    let text = "\u{1B}[2Ja\nverified: all\u{7}\u{202E}"
    let escaped = "\\u001b[2Ja\\u000averified: all\\u0007\\u202e"
    let differing = VerificationReport([
      .init(.picture, .differs, text), .init(.words, .differs, text), .init(.data, .skipped, text),
    ])
    #expect(
      differing.description
        == "DIFFERS in picture: \(escaped)\n  and in words: \(escaped)\n"
        + "  not compared: data (\(escaped))")
    #expect(differing.rungs[0].detail == text)
    let equal = VerificationReport(
      [.init(.config, .equal), .init(.data, .skipped, text)], additions: ["text \(text)"])
    #expect(
      equal.description
        == "verified: config; not compared: data (\(escaped)); changed without harm: text \(escaped)"
    )
  }
}
