import Testing

@testable import Charting

struct PanelLayoutTests {
  private func plan(_ chart: Chart, _ width: Double, _ height: Double) throws -> PagePlan {
    try PageSolver(
      chart: chart, size: Size(width: width, height: height), theme: Theme(.light),
      text: TextSetter(typography: .test)
    ).solve()
  }

  private func chart(_ panels: [Panel], columns: Int, x: Axis, y: Axis) -> Chart {
    Chart(title: "a", panels: PanelGrid(panels: panels, columns: columns, x: x, y: y))
  }

  @Test("marks are clipped to their panel, lines with a point more for their width")
  func clip() throws {
    let chart = chart(
      [Panel(marks: [Line(x: [0, 1], y: [0, 1e9], series: Series(0, "a"))])], columns: 1,
      x: Axis(), y: Axis(domain: .fixed(0, 1)))
    let size = Size(width: 400, height: 300)
    let scene = try chart.scene(
      size: size, pixelsPerPoint: 1, theme: Theme(.light), typography: .test)
    let rect = try plan(chart, 400, 300).sections[0].panels[0].frame.rect
    let canvas = Canvas(
      pixelsPerPoint: 1, theme: Theme(.light), text: TextSetter(typography: .test))
    #expect(scene.groups(.data)[0].clip == canvas.snapped(rect.inset(by: -1)))
    let area = self.chart(
      [Panel(marks: [Area(x: [0, 1], y: [0, 1e9], ink: .ink)])], columns: 1, x: Axis(),
      y: Axis(domain: .fixed(0, 1)))
    let areaScene = try area.scene(
      size: size, pixelsPerPoint: 1, theme: Theme(.light), typography: .test)
    #expect(areaScene.groups(.data)[0].clip == canvas.snapped(rect))
  }

  @Test("names of columns, titles and facts of panels begin at the left edge of their plot")
  func leftEdges() throws {
    var grid = PanelGrid(
      panels: (0..<4).map { _ in Panel(title: "title", statistics: ["fact"], marks: []) },
      columns: 2, x: Axis(domain: .fixed(0, 1)), y: Axis(domain: .fixed(0, 1)))
    grid.columnTitles = ["left", "right"]
    let section = try plan(Chart(title: "a", panels: grid), 700, 500).sections[0]
    for panel in section.panels {
      let column = section.columnTitles[panel.index % 2]
      #expect(column.align == .leading && column.place.x == panel.frame.rect.x)
      #expect(panel.title?.origin.x == panel.frame.rect.x)
      #expect(panel.statistics?.origin.x == panel.frame.rect.x)
    }
  }

  @Test("groups of panels and marks have the numbers that a drawn chart gives them")
  func numbers() throws {
    let line = Line(x: [0, 1], y: [0, 1], series: Series(0, "a"))
    let rule = Rule(.horizontal(0.5))
    // The second mark has no ink of data: its number is passed over.
    let marks: [any Mark] = [line, Bracket(x: 0.5, from: 0, to: 1, label: "b"), rule]
    let grid = PanelGrid(
      panels: [Panel(marks: marks), nil, Panel(marks: marks)], columns: 2, x: Axis(), y: Axis())
    let chart = Chart(title: "a", sections: [grid, grid])
    let drawn = try chart.drawn(
      size: Size(width: 600, height: 800), pixelsPerPoint: 1, theme: Theme(.light),
      typography: .test)
    #expect(drawn.panels.map(\.number) == [0, 2, 3, 5])
    #expect(drawn.panels.map(\.section) == [0, 0, 1, 1])
    #expect(drawn.panels.map(\.index) == [0, 2, 0, 2])
    #expect(drawn.scene.groups(.panel).map(\.number) == [0, 2, 3, 5])
    #expect(drawn.scene.groups(.data).map(\.number) == [0, 2, 0, 2, 0, 2, 0, 2])
    for (panel, group) in zip(drawn.panels, drawn.scene.groups(.panel)) {
      let clip = try #require(group.nodes.compactMap(\.group).first { $0.role == .data }?.clip)
      // A line's clip is a point larger than its frame.
      #expect(abs(Double(clip.x) / 256 - (panel.frame.rect.x - 1)) <= 0.5)
      #expect(abs(Double(clip.y) / 256 - (panel.frame.rect.y - 1)) <= 0.5)
    }
    // The panel below has the numbers of the column.
    #expect(drawn.panels[0].xNumbers.isEmpty && !drawn.panels[1].xNumbers.isEmpty)
    #expect(drawn.omitted.isEmpty)
  }

  @Test("a bounded axis labels no value beyond its bounds")
  func bounds() throws {
    let chart = chart(
      [Panel(marks: [Line(x: [0, 1], y: [0.5, 0.999], series: Series(0, "a"))])], columns: 1,
      x: Axis(), y: Axis(bounds: .share))
    let panel = try plan(chart, 400, 300).sections[0].panels[0]
    #expect(panel.yTicks.allSatisfy { $0.value >= 0 && $0.value <= 1 })
    #expect(panel.frame.y(1) >= panel.frame.rect.y - 1e-9)
  }

  @Test("the last number under one plot and the first under the next never read as one")
  func endLabels() throws {
    for width in stride(from: 330.0, through: 1500, by: 90) {
      let chart = chart(
        (0..<4).map { _ in Panel(marks: []) }, columns: 4,
        x: Axis(domain: .fixed(0, 2000)), y: Axis(domain: .fixed(0, 1)))
      let plan = try plan(chart, width, 260)
      let style = TextStyle(size: 8.5)
      let text = TextSetter(typography: .test)
      var edge = -Double.infinity
      for label in plan.sections[0].panels.flatMap(\.xLabels) {
        #expect(label.place.x >= edge + 3, "\(width) \(label.text)")
        edge = label.place.x + (try text.width(label.text, style))
      }
    }
  }

  @Test("headings of bands stand beside their bands, and give way to a small page")
  func bandHeadings() throws {
    let names = (1...6).map { "layer \($0)" }
    let grid = PanelGrid(
      Panel(marks: []), x: Axis(domain: .fixed(0, 1)), y: Axis(kind: .bands(names)),
      rowHeadings: names.map {
        RowHeading(title: "", verdict: Verdict(word: $0, health: .good, reason: "some reason"))
      })
    let chart = Chart(title: "a", sections: [grid])
    let large = try plan(chart, 600, 400)
    #expect(large.omitted.isEmpty)
    let bands = large.sections[0].panels[0].yBands
    for (row, band) in zip(large.sections[0].rows, bands) {
      let verdict = try #require(row.verdict)
      let reason = try #require(row.reason)
      #expect(verdict.origin.x > band.maxX)
      #expect(verdict.origin.y >= band.y - 2)
      #expect(reason.origin.y + reason.style.height <= band.maxY + 2)
    }
    // Bands of fewer points than a word and its reason.
    let small = try plan(chart, 600, 160)
    #expect(small.omitted.last == .reasons)
    #expect(small.sections[0].rows.allSatisfy { $0.reason == nil && $0.verdict != nil })
  }

  @Test("a character that no font has is reported, in a tick label too")
  func missingGlyph() throws {
    let typography = Typography(
      faces: [TestTypeface(missing: ["\u{2212}"])], regular: [0], bold: [0])
    let chart = chart(
      [Panel(marks: [])], columns: 1, x: Axis(domain: .fixed(-1, 1)),
      y: Axis(domain: .fixed(0, 1)))
    let error = #expect(throws: ChartError.self) {
      try chart.scene(
        size: Size(width: 400, height: 300), pixelsPerPoint: 1, theme: Theme(.light),
        typography: typography)
    }
    guard case .missingGlyph("\u{2212}", _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
