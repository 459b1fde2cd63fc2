import Charting
import Linting
import Testing

/// Series that readers cannot tell apart, cannot name, or cannot see.
struct SeriesRulesTests {
  private static let x = GoodChart.x

  /// Two solid lines in colours of the test's own.
  private func solid(_ one: UInt32, _ other: UInt32, dashes: [Int32] = []) throws -> DrawnChart {
    var drawn = try Lint.draw(GoodChart.lines())
    drawn.scene = drawn.scene.changing(.data) { group in
      let isFirst = group.number == 0
      let solid = group.colored(Color(hex: isFirst ? one : other))
      guard !isFirst, !dashes.isEmpty else { return solid }
      var dashed = solid
      dashed.nodes = solid.nodes.map { node in
        guard case .stroke(let path, var style, let color) = node else { return node }
        style.dashes = dashes
        return .stroke(path, style, color)
      }
      return dashed
    }
    return drawn
  }

  private func ids(_ drawn: DrawnChart) -> [LintRule] {
    Linter(rules: [.grey, .colorVision]).findings(in: drawn).map(\.rule)
  }

  @Test("colours that no kind of vision confuses pass")
  func apart() throws {
    #expect(ids(try solid(0x0072B2, 0xE69F00)).isEmpty)
  }

  @Test("red and green of one luminance are found, in grey and for red-green blindness")
  func redGreen() throws {
    // Distances by `Reference/palette.py`: 44 for normal vision, 1.6 in grey, 12 and 2.3 for
    // protanopes and deuteranopes, 26 for tritanopes.
    let findings = Linter(rules: [.grey, .colorVision])
      .findings(in: try solid(0xC0504A, 0x6B7F45))
    #expect(findings.map(\.rule) == [.grey, .colorVision])
    #expect(findings.allSatisfy { $0.place == "series 'slow' and 'fast' in the panel" })
    #expect(findings.last?.measured.contains("deuteranopia") == true)
    #expect(findings.last?.measured.contains("normal vision") == false)
    #expect(findings.last?.measured.contains("tritanopia") == false)
  }

  @Test("blue and green that tritanopes confuse are found")
  func blueGreen() throws {
    // Green and light blue of the light theme: 2.3 under tritanopia by `Reference/palette.py`'s
    // formulas, and a luminance of one.
    let findings = Linter(rules: [.colorVision]).findings(in: try solid(0x009E73, 0x2F93CE))
    #expect(findings.count == 1)
    #expect(findings.first?.measured.hasSuffix("2.3 in tritanopia") == true, "\(findings)")
  }

  @Test("other dashes tell them apart, nearly equal ones do not")
  func dashes() throws {
    let pen: Int32 = 768
    #expect(ids(try solid(0xC0504A, 0x6B7F45, dashes: [5 * pen, 5 * pen])).isEmpty)
    var drawn = try solid(0xC0504A, 0x6B7F45, dashes: [5 * pen, 5 * pen])
    drawn.scene = drawn.scene.changing(.data) { group in
      var group = group
      group.nodes = group.nodes.map { node in
        guard case .stroke(let path, var style, let color) = node else { return node }
        style.dashes = group.number == 0 ? [5 * pen, 5 * pen] : [6 * pen, 5 * pen]
        return .stroke(path, style, color)
      }
      return group
    }
    #expect(ids(drawn) == [.grey, .colorVision])
  }

  @Test("markers tell points apart")
  func markers() throws {
    func chart(_ one: Marker, _ other: Marker) -> Chart {
      GoodChart.lines([
        Points(
          x: Self.x, y: Self.x.map { 0.9 - 0.02 * $0 }, series: Series(0, "slow"), ink: .accent,
          marker: one),
        Points(
          x: Self.x, y: Self.x.map { 0.9 - 0.04 * $0 }, series: Series(1, "fast"), ink: .accent,
          marker: other),
      ])
    }
    #expect(ids(try Lint.draw(chart(.circle, .triangle))).isEmpty)
    #expect(ids(try Lint.draw(chart(.circle, .circle))) == [.grey, .colorVision])
    #expect(ids(try Lint.draw(chart(.triangle, .triangleDown))).isEmpty)
  }

  @Test("series that nothing names are found, a lone one is not")
  func unnamed() throws {
    var chart = GoodChart.lines()
    #expect(try Lint.findings(.unnamed, chart).isEmpty)
    chart.legend = .none
    #expect(try Lint.findings(.unnamed, chart).map(\.place) == ["'slow'", "'fast'"])
    var lone = GoodChart.lines(Array(GoodChart.two.prefix(1)))
    lone.legend = .none
    #expect(try Lint.findings(.unnamed, lone).isEmpty)
  }

  @Test("short names on a page without room for the full ones are names")
  func shortNames() throws {
    var chart = GoodChart.lines()
    let long = String(repeating: "slow ", count: 12)
    chart.sections[0].panels[0]?.marks[0] = Line(
      x: Self.x, y: Self.x.map { 0.9 - 0.02 * $0 }, series: Series(0, long))
    chart.shortForms = [ShortForm(long, "slow")]
    var drawn = try Lint.draw(chart, size: Size(width: 240, height: 160))
    #expect(drawn.omitted.contains(.longForms))
    #expect(Linter(rules: [.unnamed]).findings(in: drawn).isEmpty)
    drawn.omitted.removeAll { $0 == .longForms }
    #expect(Linter(rules: [.unnamed]).findings(in: drawn).map(\.place) == ["'\(long)'"])
  }

  @Test("bands and cells that nothing explains are found")
  func unexplained() throws {
    let y = Self.x.map { 0.8 - 0.02 * $0 }
    func band(_ meaning: String) -> Chart {
      GoodChart.lines([
        Band(x: Self.x, low: y, high: y.map { $0 + 0.1 }, ink: .muted, meaning: meaning)
      ])
    }
    #expect(try Lint.findings(.unnamed, band("min to max")).isEmpty)
    #expect(try Lint.findings(.unnamed, band("")).map(\.place) == ["a band in the panel"])
    #expect(
      try Lint.findings(.unnamed, try GoodChart.cells(hasBar: false)).map(\.place)
        == ["cells in the panel"])
  }

  @Test("more than eight series are found")
  func many() throws {
    func chart(_ count: Int) -> Chart {
      GoodChart.lines(
        (0..<count).map { index in
          Line(
            x: Self.x, y: Self.x.map { 0.9 - (0.005 + 0.004 * Double(index)) * $0 },
            series: Series(index, "s\(index)"))
        })
    }
    #expect(try Lint.findings(.manySeries, chart(8)).isEmpty)
    #expect(try Lint.findings(.manySeries, chart(9)).map(\.measured) == ["9 series"])
  }

  @Test("a series under another one is found, under its dashes not")
  func covered() throws {
    func chart(_ series: Series) -> Chart {
      GoodChart.lines([
        Line(x: Self.x, y: Self.x.map { 0.9 - 0.02 * $0 }, series: Series(1, "under")),
        Line(x: Self.x, y: Self.x.map { 0.9 - 0.02 * $0 }, series: series),
      ])
    }
    let found = try Lint.findings(.covered, chart(Series(0, "over")))
    #expect(found.map(\.place) == ["series 'under' in the panel"])
    #expect(found.first?.measured == "100 % of it lie under series 'over'")
    // The second series of a theme has dashes.
    #expect(try Lint.findings(.covered, chart(Series(1, "over"))).isEmpty)
    // So has its rim: what lies under it shows in the gaps.
    var rimmed = chart(Series(1, "over"))
    var line = try #require(rimmed.sections[0].panels[0]?.marks[1] as? Line)
    line.hasRim = true
    rimmed.sections[0].panels[0]?.marks[1] = line
    #expect(try Lint.findings(.covered, rimmed).isEmpty)
    // Half of a line under another is no fault.
    var half = chart(Series(0, "over"))
    half.sections[0].panels[0]?.marks[1] = Line(
      x: Array(Self.x.prefix(11)), y: Self.x.prefix(11).map { 0.9 - 0.02 * $0 },
      series: Series(0, "over"))
    #expect(try Lint.findings(.covered, half).isEmpty)
  }
}
