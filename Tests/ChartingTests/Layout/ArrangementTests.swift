import Testing

@testable import Charting

/// How panels and sections are dealt out by the shape of a page, before anything is left out.
struct ArrangementTests {
  private func plan(_ chart: Chart, _ width: Double, _ height: Double) throws -> PagePlan {
    try PageSolver(
      chart: chart, size: Size(width: width, height: height), theme: Theme(.light),
      text: TextSetter(typography: .test)
    ).solve()
  }

  private func grid(_ count: Int, columns: Int, wraps: Bool = true) -> PanelGrid {
    PanelGrid(
      panels: (0..<count).map { Panel(title: "p\($0)", marks: []) }, columns: columns,
      x: Axis(domain: .fixed(0, 1)), y: Axis(domain: .fixed(0, 1)), wraps: wraps)
  }

  private func columns(_ plan: PagePlan) -> Int {
    Set(plan.sections[0].panels.map(\.frame.rect.x)).count
  }

  @Test("panels that wrap stand in a row on a wide page, under each other on a high one")
  func wrapping() throws {
    let chart = Chart(title: "a", panels: grid(6, columns: 3))
    #expect(columns(try plan(chart, 900, 500)) == 3)
    #expect(columns(try plan(chart, 1600, 220)) == 6)
    #expect(columns(try plan(chart, 320, 900)) == 1)
    for (width, height) in [(900.0, 500.0), (1600, 220), (320, 900)] {
      #expect(try plan(chart, width, height).omitted.isEmpty)
    }
    let fixed = Chart(title: "a", panels: grid(6, columns: 3, wraps: false))
    #expect(columns(try plan(fixed, 1600, 220)) == 3)
  }

  @Test("the names of columns become those of panels, in their order; nothing is lost")
  func columnTitles() throws {
    var grid = grid(4, columns: 4)
    for index in 0..<4 { grid.panels[index]?.title = "" }
    grid.columnTitles = ["a", "b", "c", "d"]
    let wrapped = grid.wrapped(into: 3)
    #expect(wrapped.rows == 2 && wrapped.columnTitles.isEmpty)
    #expect(wrapped.panels.map { $0?.title } == ["a", "b", "c", "d", nil, nil])
    #expect(wrapped.wrapped(into: 2).panels.map { $0?.title } == ["a", "b", "c", "d"])
  }

  @Test("one heading of a row that was wrapped stands beside the middle of all its rows")
  func headingOfWrappedRow() throws {
    var grid = grid(4, columns: 4)
    grid.rowHeadings = [
      RowHeading(title: "row", verdict: Verdict(word: "good", health: .good))
    ]
    let plan = try plan(Chart(title: "a", panels: grid), 320, 900)
    let rows = plan.sections[0].rows
    let rects = plan.sections[0].panels.map(\.frame.rect)
    #expect(rows.count == 1 && columns(plan) == 1)
    let middle = (rects[0].y + rects[3].maxY) / 2
    #expect(abs(rows[0].title.origin.y + rows[0].title.style.height / 2 - middle) < 1)
  }

  @Test("headings of bands stand beside the bands of each row of panels")
  func bandsOfWrappedRow() throws {
    let names = ["one", "two", "three"]
    let grid = PanelGrid(
      panels: (0..<4).map { _ in Panel(marks: []) }, columns: 4, x: Axis(domain: .fixed(0, 1)),
      y: Axis(kind: .bands(names)),
      rowHeadings: names.map {
        RowHeading(title: "", verdict: Verdict(word: $0, health: .good))
      }, wraps: true)
    let section = try plan(Chart(title: "a", panels: grid), 320, 900).sections[0]
    #expect(section.rows.count == 12)
    let bands = section.panels.flatMap(\.yBands)
    for (index, row) in section.rows.enumerated() {
      let verdict = try #require(row.verdict)
      #expect(verdict.lines == [names[index % 3]])
      let middle = verdict.origin.y + verdict.style.height / 2
      #expect(abs(middle - bands[index].midY) < 1)
    }
  }

  @Test("sections stand beside each other on a wide page, their rows level, with one set of names")
  func sideBySide() throws {
    func section(_ title: String, header: [String], hasVerdict: Bool) -> PanelGrid {
      PanelGrid(
        title: title,
        panels: (0..<6).map { _ in Panel(statistics: header, marks: []) }, columns: 2,
        x: Axis(title: "x", domain: .fixed(0, 1)), y: Axis(domain: .fixed(0, 1)),
        rowHeadings: (0..<3).map {
          RowHeading(
            title: "row \($0)",
            verdict: hasVerdict ? Verdict(word: "good", health: .good) : nil)
        })
    }
    let chart = Chart(
      title: "a",
      sections: [
        section("one", header: ["a fact"], hasVerdict: true),
        section("", header: [], hasVerdict: false),
      ])
    #expect(try !plan(chart, 800, 900).arrangement.isSideBySide)
    let plan = try plan(chart, 1400, 300)
    #expect(plan.arrangement.isSideBySide && plan.omitted.isEmpty)
    let (left, right) = (plan.sections[0], plan.sections[1])
    #expect(left.panels.map(\.frame.rect.y) == right.panels.map(\.frame.rect.y))
    #expect(
      (left.panels.map(\.frame.rect.maxX).max() ?? .infinity)
        < (right.panels.map(\.frame.rect.x).min() ?? 0))
    #expect(left.rows.map(\.title.lines) == [["row 0"], ["row 1"], ["row 2"]])
    #expect(left.rows.allSatisfy { $0.verdict == nil })
    #expect(right.rows.allSatisfy { $0.title.lines.isEmpty && $0.verdict?.lines == ["good"] })
    // The verdicts are those of the rows, behind the last plots.
    let edge = right.panels.map(\.frame.rect.maxX).max() ?? 0
    for (row, y) in zip(right.rows, [0, 2, 4].map({ right.panels[$0].frame.rect.midY })) {
      let verdict = try #require(row.verdict)
      #expect(verdict.origin.x > edge && abs(verdict.origin.y - y) < 30)
    }
  }

  @Test("plots of sections under each other have one left edge, whatever their numbers need")
  func stackedLeftEdge() throws {
    func section(_ greatest: Double, title: String) -> PanelGrid {
      PanelGrid(
        Panel(marks: []), x: Axis(title: "x", domain: .fixed(0, 1)),
        y: Axis(title: title, domain: .fixed(0, greatest)))
    }
    for (upper, lower) in [(1.0, 100_000.0), (100_000, 1)] {
      for title in ["y", ""] {
        let chart = Chart(
          title: "a", sections: [section(upper, title: "y"), section(lower, title: title)])
        let plan = try plan(chart, 500, 600)
        let plots = plan.sections.map { $0.panels[0].frame.rect }
        #expect(plots[0].x == plots[1].x && plots[0].maxX == plots[1].maxX)
        // The widest number has just its room.
        let labels = plan.sections.flatMap { $0.panels[0].yLabels }
        let widest = labels.map { 8.5 / 2 * Double($0.text.count) }.max() ?? 0
        let titles = try #require(plan.sections[0].yTitle)
        #expect(plots[0].x - widest > titles.place.x && plots[0].x - widest < 50)
      }
    }
  }

  @Test("sections of other rows stay one under the other")
  func unlikeSections() throws {
    func section(_ names: [String]) -> PanelGrid {
      PanelGrid(
        panels: names.map { _ in Panel(marks: []) }, columns: 1, x: Axis(domain: .fixed(0, 1)),
        y: Axis(domain: .fixed(0, 1)), rowHeadings: names.map { RowHeading(title: $0) })
    }
    let chart = Chart(title: "a", sections: [section(["a", "b"]), section(["a", "c"])])
    #expect(try !plan(chart, 1400, 300).arrangement.isSideBySide)
  }

  @Test("plots of equal aspect get the columns that make them largest")
  func equalAspect() throws {
    var grid = grid(4, columns: 2)
    grid.equalAspect = true
    let chart = Chart(title: "a", panels: grid)
    #expect(columns(try plan(chart, 600, 600)) == 2)
    #expect(columns(try plan(chart, 1200, 330)) == 4)
    #expect(columns(try plan(chart, 320, 1100)) == 1)
  }
}
