import Testing

@testable import Figures

struct AlternativeTextTests {
  private func text(
    series: [String], finding: String = "Finding.", isFindingInSeries: Bool = false,
    language: Language = .english
  ) -> String {
    AlternativeText(
      language: language, opening: "Opening.", series: series, finding: finding,
      isFindingInSeries: isFindingInSeries
    ).text
  }

  @Test("the opening comes first, then each series, then the finding")
  func order() {
    #expect(text(series: ["One.", "Two."]) == "Opening. One. Two. Finding.")
    #expect(text(series: ["One."], isFindingInSeries: true) == "Opening. One.")
    #expect(text(series: [], finding: "") == "Opening.")
  }

  @Test("more than twelve series are not listed, and the finding speaks of them")
  func many() {
    let series = (1...14).map { "Series \($0)." }
    #expect(
      text(series: series, isFindingInSeries: true)
        == "Opening. " + series.prefix(12).joined(separator: " ")
        + " 2 more are not described. Finding.")
    #expect(text(series: Array(series.prefix(13))).contains("1 more is not described."))
    #expect(
      text(series: series, language: .korean).hasSuffix("Series 12. 나머지 2개는 적지 않는다. Finding."))
  }

  @Test("series give way until a thousand characters are kept")
  func limit() {
    let series = [String](repeating: String(repeating: "a", count: 199) + ".", count: 5)
    let long = text(series: series)
    // "Opening. ", four times 201, "1 more is not described. ", "Finding."
    #expect(long.count == 9 + 4 * 201 + 25 + 8)
    // What cannot be left out stays whole.
    let finding = String(repeating: "b", count: 1200)
    #expect(
      text(series: series, finding: finding)
        == "Opening. They are not described one by one. " + finding)
  }

  @Test("a change under a twentieth is none")
  func trend() {
    #expect(Trend(from: 2, to: 1.91) == .stays)
    #expect(Trend(from: 2, to: 1.89) == .falls)
    #expect(Trend(from: 1.89, to: 2) == .rises)
    #expect(Trend(from: 0, to: 0) == .stays)
    #expect(Trend.stays.clause(from: "2.3", to: "2.3", .english) == "stays at 2.3")
    #expect(Trend.falls.clause(from: "2.3", to: "0.11", .korean) == "2.3에서 0.11로 내려간다")
    #expect(Trend.rises.clause(from: "8.0 %", to: "93.0 %", .korean) == "8.0 %에서 93.0 %로 올라간다")
    #expect(Trend.falls.clause(from: "2.3", to: "0.13", .korean) == "2.3에서 0.13으로 내려간다")
  }
}
