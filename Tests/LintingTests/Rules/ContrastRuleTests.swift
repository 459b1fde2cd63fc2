import Charting
import Linting
import Testing

/// Contrast against what truly lies under text and marks.
struct ContrastRuleTests {
  private func findings(_ chart: Chart, theme: Theme = Theme(.light)) throws -> [Finding] {
    try Lint.findings(.contrast, chart, theme: theme)
  }

  private func coloring(_ text: String, _ color: UInt32) throws -> [Finding] {
    var drawn = try Lint.draw(GoodChart.lines())
    drawn.scene = drawn.scene.changing(text: text) { $0.colored(Color(hex: color)) }
    return Linter(rules: [.contrast]).findings(in: drawn)
  }

  @Test("text needs 4.5:1, a bold title of 14 points 3:1")
  func text() throws {
    // The greys on either side of the thresholds: 4.54, 4.48, 3.03 and 2.99 on white (WebAIM).
    #expect(try coloring("Made up.", 0x767676).isEmpty)
    let note = try coloring("Made up.", 0x777777)
    #expect(note.map(\.place) == ["note 'Made up.'"])
    #expect(note.first?.measured == "4.47:1, #777777 on #FFFFFF")
    #expect(note.first?.allowed == "at least 4.5:1")
    #expect(try coloring("Two losses", 0x949494).isEmpty)
    #expect(try coloring("Two losses", 0x959595).first?.allowed == "at least 3:1")
  }

  @Test("lines, bars and markers need 3:1, whatever their series is called")
  func marks() throws {
    let x = GoodChart.x
    func line(_ ink: Ink) -> [any Mark] {
      [Line(x: x, y: x.map { 0.9 - 0.02 * $0 }, series: Series(0, "a"), ink: ink)]
    }
    #expect(try findings(GoodChart.lines(line(.series(0)))).isEmpty)
    let faint = try findings(GoodChart.lines(line(.faint(.series(0), 0.62))))
    #expect(faint.map(\.place) == ["series 'a' in the panel"])
    // 0072B2 with 62 % of white, by the definition of WCAG in Python.
    #expect(faint.first?.measured == "1.76:1, #9EC9E2 on #FFFFFF")
    #expect(try findings(GoodChart.lines(line(.paper))).count == 1)

    #expect(try findings(GoodChart.bars(ink: .faint(.accent, 0.6))).count == 1)
    let points: [any Mark] = [
      Points(x: x, y: x.map { 0.9 - 0.02 * $0 }, series: Series(0, "p"), ink: .faint(.ink, 0.7))
    ]
    #expect(try findings(GoodChart.lines(points)).map(\.place) == ["series 'p' in the panel"])
    let rule = [Rule(.horizontal(0.5), ink: .faint(.muted, 0.5))] as [any Mark]
    #expect(
      try findings(GoodChart.lines(GoodChart.two + rule)).map(\.place) == [
        "line across in the panel"
      ])
  }

  @Test("a raw line is exempt under its smoothed one, and only there")
  func raw() throws {
    #expect(try findings(GoodChart.lines(GoodChart.smoothed)).isEmpty)
    let alone = Array(GoodChart.smoothed.prefix(1))
    #expect(
      try findings(GoodChart.lines(alone)).map(\.place)
        == ["raw values of series 'loss' in the panel"])
  }

  @Test("grid lines are exempt, an axis is not")
  func guides() throws {
    let drawn = try Lint.draw(GoodChart.lines())
    let pale = Color(hex: 0xE0E0E0)
    for (role, count) in [(SceneGroup.Role.grid, 0), (.axis, 1), (.tickLabels, 1)] {
      var other = drawn
      other.scene = drawn.scene.changing(role) { $0.colored(pale) }
      #expect(Linter(rules: [.contrast]).findings(in: other).count == count, "\(role)")
    }
  }

  @Test("a band under a line is its ground, and a rim of paper saves it")
  func bands() throws {
    let x = GoodChart.x
    let y = x.map { 0.8 - 0.02 * $0 }
    func marks(hasRim: Bool) -> [any Mark] {
      [
        Band(
          x: x, low: y.map { $0 - 0.1 }, high: y.map { $0 + 0.1 }, ink: .series(3),
          meaning: "min to max of 5 seeds"),
        Line(x: x, y: y, series: Series(3, "a"), hasRim: hasRim),
      ]
    }
    // CC79A7 is 3.06:1 on white; its band, of alpha 56, leaves 2.46:1, by the definition in Python.
    let found = try findings(GoodChart.lines(marks(hasRim: false)))
    #expect(found.map(\.measured) == ["2.46:1, #CC79A7 on #F4E2EC"])
    #expect(try findings(GoodChart.lines(marks(hasRim: true))).isEmpty)
  }

  @Test("words over cells are measured on the cells, through their veil")
  func ground() throws {
    var chart = try GoodChart.cells()
    chart.sections[0].panels[0]?.marks.append(
      TextMark(x: 0.2, y: 0.5, text: "dark"))
    #expect(try findings(chart).isEmpty)
    var drawn = try Lint.draw(chart)
    // Without the veil: ink on the darkest colours.
    drawn.scene = drawn.scene.changing(.annotation) { group in
      var group = group
      group.nodes.removeAll { node in if case .rectangles = node { true } else { false } }
      return group
    }
    let found = Linter(rules: [.contrast]).findings(in: drawn)
    #expect(found.map(\.place) == ["label 'dark'"])
    #expect(found.first?.measured.hasSuffix("#1C2127 on #440154") == true, "\(found)")
  }

  @Test("what is drawn after a text is not under it")
  func order() throws {
    var drawn = try Lint.draw(GoodChart.lines())
    let note = try #require(drawn.scene.runs.first { $0.text == "Made up." })
    let dark = SceneNode.rectangles([note.box], Color(hex: 0x404040))
    drawn.scene.nodes.append(dark)
    #expect(Linter(rules: [.contrast]).findings(in: drawn).isEmpty)
    drawn.scene.nodes.removeLast()
    drawn.scene.nodes.insert(dark, at: 0)
    #expect(
      Linter(rules: [.contrast]).findings(in: drawn).map(\.place) == ["note 'Made up.'"])
  }

  @Test("equal shortfalls are told once and counted")
  func counted() throws {
    var drawn = try Lint.draw(GoodChart.bars())
    drawn.scene = drawn.scene.changing(.panelTitle) { $0.colored(Color(hex: 0x999999)) }
    #expect(
      Linter(rules: [.contrast]).findings(in: drawn).map(\.place)
        == ["panel title 'case 1' and 3 more"])
  }
}
