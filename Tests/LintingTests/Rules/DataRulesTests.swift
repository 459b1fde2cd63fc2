import Charting
import Linting
import Testing

/// Numbers that a panel hides, and lines that hide theirs.
struct DataRulesTests {
  private static let x = GoodChart.x

  private func hidden(_ marks: [any Mark], y: Axis = Axis(title: "loss", domain: .fixed(0, 1)))
    throws -> [Finding]
  {
    try Lint.findings(.hiddenData, GoodChart.lines(marks, y: y))
  }

  private func line(_ y: [Double], divergence: Divergence? = Divergence()) -> [any Mark] {
    [Line(x: Self.x, y: y, series: Series(0, "a"), divergence: divergence)]
  }

  @Test("points beyond the axes are found")
  func beyond() throws {
    #expect(try hidden(line(Self.x.map { $0 / 20 })).isEmpty)
    // 17, 18, 19 and 20 lie above 1.
    let found = try hidden(line(Self.x.map { $0 / 16 }))
    #expect(found.map(\.place) == ["series 'a' in the panel"])
    #expect(found.first?.measured == "4 of 21 points beyond the axes, the first with y = 1.062")
    let points =
      [
        Points(x: [5, 25], y: [0.5, 0.5], series: Series(0, "p"))
      ] as [any Mark]
    #expect(try hidden(points).first?.measured.hasSuffix("with x = 25") == true)
    #expect(try hidden(GoodChart.two + [Rule(.horizontal(1.5), label: "goal")]).count == 1)
    #expect(
      try hidden(GoodChart.two + [Bracket(x: 10, from: 0.5, to: 1.4, label: "gap")]).count == 1)
  }

  @Test("zero on a logarithmic axis is found")
  func logarithmic() throws {
    var y = Self.x.map { 0.9 - 0.04 * $0 }
    let axis = Axis(title: "loss", kind: .log10, domain: .fixed(0.01, 1))
    #expect(try hidden(line(y), y: axis).isEmpty)
    y[3] = 0
    #expect(try hidden(line(y), y: axis).first?.measured.hasSuffix("y = 0") == true)
  }

  @Test("a run that diverges is excused by its sign, and needs one")
  func diverging() throws {
    var y = Self.x.map { $0 / 4 }
    y[15...] = [.nan, .nan, .nan, .nan, .nan, .nan]
    #expect(try hidden(line(y)).isEmpty)
    let found = try hidden(line(y, divergence: nil))
    #expect(found.first?.measured == "its last number is not finite, and no sign says so")
  }

  @Test("raw values may leave the panel, their smoothed line may not")
  func raw() throws {
    var marks = GoodChart.smoothed
    var raw = try #require(marks[0] as? Line)
    raw.y[4] = 1.7
    marks[0] = raw
    #expect(try hidden(marks).isEmpty)
    var smoothed = try #require(marks[1] as? Line)
    smoothed.y[4] = 1.7
    marks[1] = smoothed
    #expect(try hidden(marks).count == 1)
  }

  @Test("bars beyond the x axis are found without a wedge, cut bars have their strips")
  func bars() throws {
    func chart(_ marks: [any Mark]) -> Chart {
      Chart(
        title: "Bars",
        panels: PanelGrid(
          Panel(marks: marks), x: Axis(title: "value", domain: .fixed(0, 2)),
          y: Axis(title: "share", domain: .fixed(0, 30))))
    }
    let bars = Bars(edges: [0, 1, 2, 3], heights: [10, 20, 5])
    let found = try Lint.findings(.hiddenData, chart([bars]))
    #expect(found.map(\.measured) == ["the bar from 2 to 3 is beyond the axis"])
    #expect(try Lint.findings(.hiddenData, chart([bars, Overflow(.high)])).isEmpty)
    #expect(try Lint.findings(.hiddenData, chart([bars, Overflow(.low)])).count == 1)
    let cut = Bars(edges: [0, 1, 2], heights: [10, 45])
    #expect(try Lint.findings(.hiddenData, chart([cut])).isEmpty)
  }

  @Test("a smoothed line alone is found")
  func smoothed() throws {
    func found(_ marks: [any Mark]) throws -> [Finding] {
      try Lint.findings(.smoothedWithoutRaw, GoodChart.lines(marks))
    }
    let marks = GoodChart.smoothed
    #expect(try found(marks).isEmpty)
    #expect(try found([marks[1]]).map(\.place) == ["series 'loss' in the panel"])
    // A line that is not smoothed needs nothing.
    #expect(try found(GoodChart.two).isEmpty)
    // The raw values of another series do not count, nor do those that nobody sees.
    var other = try #require(marks[0] as? Line)
    other.series.name = "another"
    #expect(try found([other, marks[1]]).count == 1)
    var unseen = try #require(marks[0] as? Line)
    unseen.ink = .paper
    #expect(try found([unseen, marks[1]]).count == 1)
  }

  @Test("a band of several runs stands for the raw values, with its meaning and colour")
  func bandOfRuns() throws {
    let marks = GoodChart.smoothed
    let y = Self.x.map { 0.8 - 0.03 * $0 }
    func found(_ ink: Ink, _ meaning: String) throws -> Int {
      let band = Band(
        x: Self.x, low: y.map { $0 - 0.05 }, high: y.map { $0 + 0.05 }, ink: ink, meaning: meaning)
      return try Lint.findings(.smoothedWithoutRaw, GoodChart.lines([band, marks[1]])).count
    }
    #expect(try found(.series(0), "min to max of 5 seeds") == 0)
    #expect(try found(.series(1), "min to max of 5 seeds") == 1)
    #expect(try found(.series(0), "") == 1)
  }

  @Test("a path beyond the axes is hidden unless wedges mark where it leaves")
  func leavingPath() throws {
    for (marksExits, count) in [(false, 1), (true, 0)] {
      let path = Trajectory(
        x: [5, 6, 7], y: [0.5, 50, 0.5], series: Series(5, "path"), isNamed: false,
        marksExits: marksExits)
      #expect(try hidden(GoodChart.two + [path]).count == count)
    }
  }

  @Test("a panel without data is found")
  func empty() throws {
    var chart = GoodChart.bars()
    #expect(try Lint.findings(.emptyPanel, chart).isEmpty)
    chart.sections[0].panels[2]?.marks = []
    #expect(try Lint.findings(.emptyPanel, chart).map(\.place) == ["panel 'case 3'"])
    // Words in place of data say why; the name of a place does not.
    chart.sections[0].panels[2]?.marks = [TextMark(x: 1, y: 1, text: "none finite")]
    #expect(try Lint.findings(.emptyPanel, chart).isEmpty)
    chart.sections[0].panels[2]?.marks = [TextMark(x: 1, y: 1, text: "minimum", around: 8)]
    #expect(try Lint.findings(.emptyPanel, chart).count == 1)
    // A place that is left free is no panel.
    chart.sections[0].panels[2] = nil
    #expect(try Lint.findings(.emptyPanel, chart).isEmpty)
  }
}
