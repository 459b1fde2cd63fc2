import Testing

@testable import Charting

/// What a page does that cannot hold all panels, and what it says.
struct ExcerptTests {
  private func solver(_ chart: Chart, _ width: Double, _ height: Double) -> PageSolver {
    PageSolver(
      chart: chart, size: Size(width: width, height: height), theme: Theme(.light),
      text: TextSetter(typography: .test))
  }

  private func table(rows: Int, columns: Int, isComplete: Bool = false) -> Chart {
    Chart(
      title: "a",
      panels: PanelGrid(
        panels: (0..<(rows * columns)).map { _ in Panel(marks: []) }, columns: columns,
        x: Axis(domain: .fixed(0, 1)), y: Axis(domain: .fixed(0, 1)),
        columnTitles: (1...columns).map { "c\($0)" },
        rowHeadings: (1...rows).map { RowHeading(title: "r\($0)") },
        excerpt: isComplete
          ? nil
          : Excerpt(
            rows: Excerpt.Part(of: rows, ranks: Array(0..<rows)) { "\($0) of \(rows) rows." },
            columns: Excerpt.Part(of: columns) { "\($0) of \(columns) columns." })))
  }

  @Test("an even choice has both ends and equal steps; a ranked one the best in their own order")
  func indices() {
    let even = Excerpt.Part(of: 16) { "\($0)" }
    #expect(even.sentences.count == 15)
    #expect(even.indices(6, of: 16) == [0, 3, 6, 9, 12, 15])
    #expect(even.indices(2, of: 16) == [0, 15])
    #expect(even.indices(1, of: 16) == [0])
    let ranked = Excerpt.Part(of: 5, ranks: [3, 2, 4, 0, 1]) { "\($0)" }
    #expect(ranked.indices(3, of: 5) == [2, 3, 4])
    #expect(ranked.indices(4, of: 5) == [0, 2, 3, 4])
  }

  @Test("the fullest excerpt comes first, none under a quarter of the rows or columns")
  func choices() {
    let chart = table(rows: 8, columns: 5)
    let choices = ExcerptCounts.choices(for: chart)
    let panels = choices.map { ($0.rows ?? 8) * ($0.columns ?? 5) }
    #expect(panels == panels.sorted(by: >) && panels.first == 35 && panels.last == 4)
    #expect(choices.allSatisfy { ($0.rows ?? 8) >= 2 && ($0.columns ?? 5) >= 2 })
    #expect(Set(choices.map { [$0.rows ?? 8, $0.columns ?? 5] }).count == choices.count)
    #expect(ExcerptCounts.choices(for: table(rows: 8, columns: 5, isComplete: true)).isEmpty)
  }

  @Test("a page without room for all panels keeps some of them, with their names, and says so")
  func parts() throws {
    let chart = table(rows: 12, columns: 8)
    let plan = try solver(chart, 320, 200).solve()
    #expect(plan.omitted.last == .panels)
    let section = plan.sections[0]
    let (rows, columns) = (section.rows.count, section.columnTitles.count)
    #expect(section.panels.count == rows * columns && rows * columns < 96)
    #expect(section.rows.map(\.title.lines) == (1...rows).map { ["r\($0)"] })
    #expect(section.columnTitles.first?.text == "c1" && section.columnTitles.last?.text == "c8")
    #expect(plan.subtitle.lines == ["\(rows) of 12 rows. \(columns) of 8 columns."])
    // All that can be left out was, before the first panel.
    #expect(try solver(chart, 700, 700).solve().omitted.contains(.panels) == false)
  }

  @Test("a panel that is kept shows its own data")
  func data() throws {
    let panels = (0..<6).map { index in
      Panel(title: "p\(index)", marks: [Rule(.horizontal(0.1 * Double(index)))])
    }
    let grid = PanelGrid(
      panels: panels, columns: 3, x: Axis(), y: Axis(), wraps: true,
      excerpt: Excerpt(panels: Excerpt.Part(of: 6, ranks: [4, 1, 0, 2, 3, 5]) { "\($0)" }))
    let kept = grid.excerpt(ExcerptCounts(panels: 2))
    #expect(kept.panels.map { $0?.title } == ["p1", "p4"])
    #expect(
      kept.panels.compactMap { $0?.marks.first as? Rule } == [
        Rule(.horizontal(0.1)), Rule(.horizontal(0.1 * 4)),
      ])
  }

  @Test("bands that are too low for all their names keep some, evenly chosen, with the verdicts")
  func bands() throws {
    let names = (1...30).map { "n\($0)" }
    let chart = Chart(
      title: "a",
      panels: PanelGrid(
        panels: [Panel(marks: [])], columns: 1, x: Axis(domain: .fixed(0, 1)),
        y: Axis(kind: .bands(names)),
        rowHeadings: names.map {
          RowHeading(title: "", verdict: Verdict(word: "v" + $0, health: .good))
        }, wraps: true,
        excerpt: Excerpt(bands: Excerpt.Part(of: 30) { "\($0) of 30 are named." })))
    #expect(try solver(chart, 400, 400).solve().omitted.contains(.panels) == false)
    let plan = try solver(chart, 400, 200).solve()
    let section = plan.sections[0]
    let labels = section.panels[0].yLabels.map(\.text)
    let verdicts = section.rows.compactMap(\.verdict)
    #expect(labels.count < 30 && labels.count >= 8)
    #expect(Set(labels).isSuperset(of: ["n1", "n30"]))
    #expect(verdicts.map { $0.lines[0].dropFirst() }.sorted() == labels.map { $0[...] }.sorted())
    #expect(plan.subtitle.lines == ["\(labels.count) of 30 are named."])
    let tops = verdicts.map(\.origin.y)
    for (upper, lower) in zip(tops, tops.dropFirst()) {
      #expect(lower - upper >= verdicts[0].style.height - 0.01)
    }
  }

  @Test("a page that is refused names one that is not, and no smaller one would do")
  func leastSize() throws {
    let chart = table(rows: 30, columns: 2)
    let error = #expect(throws: ChartError.self) { try solver(chart, 320, 200).solve() }
    guard case .pageTooSmall(320, 200, 30, 2, let least?) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(least.width == 320)
    // A quarter of 30 rows of 18 points, gaps of 9, and what stands above and below.
    #expect(least.height > 8 * 18 + 7 * 9 && least.height < 320)
    _ = try solver(chart, 320, least.height).solve()
    #expect(throws: ChartError.self) { try solver(chart, 320, least.height - 2).solve() }
    let words = "for 30 x 2 panels (at least 320x\(Int(least.height)))"
    #expect(error.map { "\($0)" }?.hasSuffix(words) == true)
  }

  @Test("where no height helps, a width is named")
  func leastWidth() throws {
    let word = String(repeating: "w", count: 90)
    let chart = Chart(
      title: word, panels: PanelGrid(Panel(marks: []), x: Axis(), y: Axis()))
    let error = #expect(throws: ChartError.self) { try solver(chart, 320, 200).solve() }
    guard case .pageTooSmall(_, _, _, _, let least?) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // Ninety letters of half of 14 points between two margins of 9.
    #expect(least == Size(width: 90 * 7 + 18, height: 200))
  }
}
