import SceneChecks
import Testing

@testable import Charting

/// Panels with axes of their own: their ranges, their titles, and pages without room for them.
struct OwnAxesTests {
  private static func panel(_ x: String, _ y: String? = nil, scale: Double = 1) -> Panel {
    Panel(
      marks: [
        Line(
          x: [0, 1, 2].map { scale * $0 }, y: [0, 10 * scale, 5 * scale],
          series: Series(0, "s"), isNamed: false)
      ], x: Axis(title: x), y: y.map { Axis(title: $0) })
  }

  private static func chart(_ panels: [Panel], columns: Int, y: Axis = Axis()) -> Chart {
    let hasOwnY = panels.contains { $0.y != nil }
    return Chart(
      title: "T", subtitle: "What follows.",
      panels: PanelGrid(
        panels: panels, columns: columns, x: Axis(), y: y, shareX: .none,
        shareY: hasOwnY ? .none : .all, wraps: true,
        excerpt: Excerpt(
          panels: Excerpt.Part(of: panels.count, ranks: Array(panels.indices)) {
            "\($0) of \(panels.count) shown."
          })),
      notes: ["A note."])
  }

  private func plan(_ chart: Chart, _ width: Double, _ height: Double) throws -> PagePlan {
    try PageSolver(
      chart: chart, size: Size(width: width, height: height), theme: Theme(.light),
      text: TextSetter(typography: .test)
    ).solve()
  }

  @Test("each panel has its range, and those that share an axis have one for all")
  func ranges() throws {
    let panels = [Self.panel("a", scale: 1), Self.panel("b", scale: 100)]
    let frames = try plan(Self.chart(panels, columns: 2, y: Axis(title: "y")), 600, 300)
      .sections[0].panels.map(\.frame)
    #expect(frames[0].x != frames[1].x)
    #expect(frames[0].y == frames[1].y)
    guard case .continuous(let first) = frames[0].x, case .continuous(let second) = frames[1].x
    else {
      Issue.record("not continuous")
      return
    }
    #expect(first.upper >= 2 && first.upper < 4)
    #expect(second.upper >= 200 && second.upper < 400)
  }

  @Test("a title stands under the middle of its plot's numbers, and one beside the plot's")
  func places() throws {
    let section = try plan(
      Self.chart([Self.panel("a", "up"), Self.panel("b", "upper", scale: 100)], columns: 2), 600,
      300
    ).sections[0]
    #expect(section.xTitle == nil && section.yTitle == nil)
    #expect(section.panels.map { $0.xTitle?.text } == ["a", "b"])
    #expect(section.panels.map { $0.yTitle?.text } == ["up", "upper"])
    for panel in section.panels {
      let (rect, text) = (panel.frame.rect, TextSetter(typography: .test))
      let style = PanelAxisTitles.style(Theme(.light))
      let x = try #require(panel.xTitle)
      #expect(abs(x.place.x + (try text.width(x.text, style)) / 2 - rect.midX) < 1e-9)
      let lowest = try #require(panel.xLabels.map(\.place.y).max())
      #expect(x.place.y - style.ascent > lowest)
      let y = try #require(panel.yTitle)
      #expect(abs(y.place.y - rect.midY) < 1e-9)
      // Left of the widest number, and no further than it needs.
      let tick = TextStyle(size: Theme(.light).sizes.tick)
      let numbers = try panel.yLabels.map { $0.place.x - (try text.width($0.text, tick)) }
      let gap = try #require(numbers.min()) - y.place.x
      #expect(gap > 0 && gap < 6, "\(gap)")
    }
  }

  @Test("titles neither meet nor leave the page, at any size")
  func sizes() throws {
    let names = ["rate", "hidden units", "a name of some length", "x"]
    let panels = names.enumerated().map { index, name in
      Self.panel(name, names[(index + 1) % 4], scale: [1, 100, 0.001, 1e6][index])
    }
    var chart = Self.chart(panels, columns: 2)
    chart.shortForms = [
      ShortForm("a name of some length", "a name"), ShortForm("hidden units", "h"),
    ]
    for size in [
      Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
      Size(width: 700, height: 500), Size(width: 2000, height: 300),
    ] {
      let scene = try chart.scene(
        size: size, pixelsPerPoint: 2, theme: Theme(.light), typography: .test)
      let ink = SceneInk(scene)
      #expect(ink.problems.isEmpty, "\(size): \(ink.problems)")
      // Each panel that is there has its titles, in full or in short.
      #expect(ink.texts.filter { $0.role == .axisTitle }.count == 2 * ink.plots.count, "\(size)")
    }
  }

  @Test("a title may rise over its plot and hang below it, but never leaves that room")
  func longTitles() throws {
    let theme = Theme(.light)
    let style = PanelAxisTitles.style(theme)
    let rect = Rect(x: 50, y: 40, width: 60, height: 30)
    func placed(_ x: String, _ y: String) throws -> (
      x: PagePlan.TickLabel?, y: PagePlan.TickLabel?
    )? {
      try PanelAxisTitles(x: x, y: y, theme: theme, text: TextSetter(typography: .test)).placed(
        around: rect, drop: 12, reach: 30, above: 10, below: 15)
    }
    // Letters are half an em wide.
    let letter = style.size / 2
    let fits = String(repeating: "m", count: Int(rect.width / letter))
    #expect(try placed(fits, "") != nil)
    #expect(try placed(fits + "m", "") == nil)
    let tall = String(repeating: "m", count: Int(55 / letter))
    let y = try #require(try placed("", tall)?.y)
    let half = Double(tall.count) * letter / 2
    #expect(y.place.y - half >= rect.y - 10 - 1e-9 && y.place.y + half <= rect.maxY + 15 + 1e-9)
    #expect(try placed("", tall + "m") == nil)
    #expect(try placed("", "")?.x == nil)
  }

  @Test("titles that no page can hold are refused with the size that could")
  func refusal() throws {
    let name = String(repeating: "name ", count: 24)
    let chart = Self.chart([Self.panel(name), Self.panel("b")], columns: 2)
    #expect(throws: ChartError.self) { try plan(chart, 320, 200) }
    #expect(try plan(chart, 2000, 300).sections[0].panels.count == 2)
  }

  @Test("a small page keeps fewer panels rather than panels without their names")
  func excerpt() throws {
    let panels = (0..<24).map { Self.panel("name \($0)", "other \($0)", scale: Double($0 + 1)) }
    let small = try plan(Self.chart(panels, columns: 6), 320, 200)
    let section = small.sections[0]
    #expect(section.panels.count < 24 && section.panels.count >= 6)
    #expect(section.panels.map { $0.xTitle?.text } == section.panels.map { "name \($0.index)" })
    #expect(small.subtitle.lines.joined().contains("\(section.panels.count) of 24 shown."))
    let large = try plan(Self.chart(panels, columns: 6), 1200, 900)
    #expect(large.sections[0].panels.count == 24 && !large.omitted.contains(.panels))
  }

  @Test("names under a plot that do not fit beside each other stand in two rows")
  func twoRows() throws {
    let names = ["first name", "second name", "third name", "fourth name"]
    func chart(keepsNames: Bool) -> Chart {
      Chart(
        title: "T",
        panels: PanelGrid(
          panels: [
            Panel(marks: [
              Line(x: [0, 3], y: [0, 1], series: Series(0, "s"), isNamed: false)
            ])
          ], columns: 1,
          x: Axis(title: "t", kind: .bands(names), keepsNames: keepsNames), y: Axis(title: "y")))
    }
    let wide = try plan(chart(keepsNames: true), 700, 300).sections[0].panels[0].xLabels
    #expect(wide.map(\.text) == names && wide.allSatisfy { $0.place.y == wide[0].place.y })
    let narrow = try plan(chart(keepsNames: true), 200, 300).sections[0].panels[0].xLabels
    #expect(narrow.map(\.text).sorted() == names.sorted())
    let rows = narrow.map(\.place.y)
    #expect(rows[0] == rows[1] && rows[2] == rows[3] && rows[2] > rows[0])
    #expect(narrow.map(\.text) == ["first name", "third name", "second name", "fourth name"])
    #expect(throws: ChartError.self) { try plan(chart(keepsNames: true), 100, 300) }
    // Names that need not all be there are thinned out.
    let thin = try plan(chart(keepsNames: false), 120, 300).sections[0].panels[0].xLabels
    #expect(thin.count < 4 && !thin.isEmpty)
  }

  @Test("short forms hold for names of bands and for titles of a panel's own axes")
  func shortForms() {
    let grid = PanelGrid(
      panels: [
        Panel(marks: [], x: Axis(title: "long title"), y: Axis(kind: .bands(["long name", "b"])))
      ], columns: 1, x: Axis(title: "long title"), y: Axis())
    let short = grid.shortened(by: [ShortForm("long title", "t"), ShortForm("long name", "n")])
    #expect(short.x.title == "t" && short.panels[0]?.x?.title == "t")
    #expect(short.panels[0]?.y?.kind == .bands(["n", "b"]))
  }

  @Test("no number stands between two counts")
  func wholeNumbers() throws {
    let chart = Chart(
      title: "T",
      panels: PanelGrid(
        panels: [Panel(marks: [])], columns: 1,
        x: Axis(title: "x", domain: .fixed(0.9, 3.1), isWhole: true),
        y: Axis(title: "y", domain: .fixed(0.9, 3.1))))
    let panel = try plan(chart, 500, 300).sections[0].panels[0]
    #expect(panel.xLabels.map(\.text) == ["1", "2", "3"])
    #expect(panel.yLabels.count > 3)
  }
}
