import Charting
import Linting
import Testing

/// Axes that mislead or do not say enough.
struct AxesRulesTests {
  @Test("panels with ranges of their own are found")
  func unequal() throws {
    var chart = GoodChart.bars(y: Axis(title: "share (%)", domain: .data(includeZero: true)))
    #expect(try Lint.findings(.unequalAxes, chart).isEmpty)
    chart.sections[0].shareY = .none
    let found = try Lint.findings(.unequalAxes, chart)
    #expect(found.map(\.place) == ["panel 'case 1' and panel 'case 2'"])
    // 40 and 25 with a twentieth of room.
    #expect(found.first?.measured == "y shows 0 to 42 and 0 to 26.25")
    // Equal ranges are no fault, however they came about.
    chart.sections[0].y.domain = .fixed(0, 60)
    #expect(try Lint.findings(.unequalAxes, chart).isEmpty)
  }

  @Test("rows that share no x axis are found")
  func unequalX() throws {
    var chart = GoodChart.bars()
    chart.sections[0].x.domain = .data()
    chart.sections[0].shareX = .rows
    #expect(try Lint.findings(.unequalAxes, chart).isEmpty)
    var bars = try #require(chart.sections[0].panels[3]?.marks[0] as? Bars)
    bars.edges = [0, 2, 4, 6, 8]
    chart.sections[0].panels[3]?.marks[0] = bars
    #expect(
      try Lint.findings(.unequalAxes, chart).map(\.place) == ["panel 'case 1' and panel 'case 3'"])
  }

  @Test("bars that do not begin at zero are found, lines need not")
  func barsFromZero() throws {
    #expect(try Lint.findings(.barsFromZero, GoodChart.bars()).isEmpty)
    let cut = GoodChart.bars(y: Axis(title: "share (%)", domain: .fixed(4, 60)))
    let found = try Lint.findings(.barsFromZero, cut)
    #expect(found.count == 4)
    #expect(found.first?.measured == "y shows 4 to 60")
    let logarithmic = GoodChart.bars(
      y: Axis(title: "share (%)", kind: .log10, domain: .fixed(1, 100)))
    #expect(try Lint.findings(.barsFromZero, logarithmic).count == 4)
    let line = GoodChart.lines(y: Axis(title: "loss", domain: .fixed(0.05, 1)))
    #expect(try Lint.findings(.barsFromZero, line).isEmpty)
  }

  @Test("a part of a bounded measure is found, all of it not")
  func truncated() throws {
    func found(_ domain: Axis.Domain, _ bounds: HardBounds) throws -> [Finding] {
      try Lint.findings(
        .truncatedMeasure,
        GoodChart.lines(y: Axis(title: "accuracy", domain: domain, bounds: bounds)))
    }
    #expect(try found(.fixed(0, 1), .share).isEmpty)
    #expect(try found(.fixed(0.05, 1), .share).map(\.measured) == ["y shows 0.05 to 1"])
    #expect(try found(.data(), .share).count == 1)
    // A little room beyond the bound is no fault; a loss has one bound only.
    #expect(try found(.fixed(0, 1.02), .share).isEmpty)
    #expect(try found(.fixed(0.05, 1), HardBounds(lower: 0)).isEmpty)
  }

  @Test("axes without a title or without numbers are found")
  func unsaid() throws {
    #expect(try Lint.findings(.axisTitle, GoodChart.lines()).isEmpty)
    let untitled = GoodChart.lines(y: Axis(domain: .fixed(0, 1)))
    #expect(try Lint.findings(.axisTitle, untitled).map(\.place) == ["y axis of the panels"])
    // Names of bands say what they are.
    let bands = GoodChart.lines(y: Axis(kind: .bands(["a", "b"])))
    #expect(try Lint.findings(.axisTitle, bands).isEmpty)

    #expect(try Lint.findings(.fewNumbers, GoodChart.lines()).isEmpty)
    var drawn = try Lint.draw(GoodChart.lines())
    drawn.panels[0].yNumbers = ["0.5"]
    let found = Linter(rules: [.fewNumbers]).findings(in: drawn)
    #expect(found.map(\.place) == ["y axis of the panel"])
    #expect(found.first?.measured == "1 numbers")
    // Of panels that share an axis only those with numbers count.
    #expect(try Lint.findings(.fewNumbers, GoodChart.bars()).isEmpty)
  }

  @Test("a figure without alternative text is found")
  func alternativeText() throws {
    var drawn = try Lint.draw(GoodChart.lines())
    #expect(Lint.findings(drawn).isEmpty)
    drawn.alternativeText = " "
    #expect(Lint.findings(drawn).map(\.rule) == [.alternativeText])
  }

  @Test("what the page has no room for is found")
  func leftOut() throws {
    let chart = GoodChart.lines()
    #expect(Lint.findings(try Lint.draw(chart)).isEmpty)
    let small = try Lint.findings(chart, size: Size(width: 200, height: 130))
    let found = small.filter { $0.rule == .leftOut }
    #expect(found.map(\.place) == ["the page of 200x130 pt"])
    #expect(found.first?.measured.hasPrefix("without notes") == true)
    #expect(found.first?.severity == .warning)
    // A word that the panel cannot hold.
    let words = String(repeating: "a very long name of a minimum ", count: 6)
    let long = GoodChart.lines(GoodChart.two + [TextMark(x: 5, y: 0.5, text: words)])
    #expect(try Lint.findings(.leftOut, long).map(\.measured) == ["no free place for it"])
  }
}
