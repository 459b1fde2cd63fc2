import Charting
import Linting
import Testing

/// Texts over texts, over data, and cut off.
struct TextRulesTests {
  @Test("charts with which nothing is wrong are clean, in every theme")
  func clean() throws {
    for name in Theme.Name.allCases {
      let theme = Theme(name)
      for chart in [
        GoodChart.lines(), GoodChart.lines(GoodChart.smoothed), GoodChart.bars(),
        try GoodChart.cells(),
      ] {
        let findings = try Lint.findings(chart, theme: theme)
        #expect(findings.isEmpty, "\(chart.title) \(name): \(findings.map(\.line))")
      }
    }
  }

  @Test("a text over another is found, by half a pixel's measure")
  func overlap() throws {
    var drawn = try Lint.draw(GoodChart.lines())
    let runs = drawn.scene.runs
    let title = try #require(runs.first { $0.text == "Two losses" })
    let note = try #require(runs.first { $0.text == "Made up." })
    // The note's box ends `shared` 1/256 pixel below the top of the title's.
    func findings(shared: Int32) -> [Finding] {
      let dy = title.box.y + shared - note.box.maxY
      drawn.scene = drawn.scene.changing(text: "Made up.") { run in
        note.moved(0, dy)
      }
      return Linter(rules: [.textOverlap]).findings(in: drawn)
    }
    #expect(findings(shared: 128).isEmpty)
    let found = findings(shared: 384)
    #expect(found.count == 1)
    #expect(found.first?.place == "'Made up.' over 'Two losses'")
    #expect(found.first?.measured.hasSuffix("x1.5 pixels") == true)
    #expect(found.first?.severity == .error)
  }

  @Test("words over bars and lines are found, beside them not")
  func onData() throws {
    let bars = try Lint.draw(GoodChart.bars())
    #expect(Linter(rules: [.textOnData]).findings(in: bars).isEmpty)
    var moved = bars
    // The title of the first panel down into its tallest bars.
    moved.scene = bars.scene.changing(text: "case 1") { $0.moved(80 * 512, 90 * 512) }
    let found = Linter(rules: [.textOnData]).findings(in: moved)
    #expect(found.map(\.place) == ["'case 1' over data"])

    var lines = try Lint.draw(GoodChart.lines())
    // The legend's names lie beside the lines; a note is brought to the start of both.
    lines.scene = lines.scene.changing(text: "Made up.") { run in
      run.moved(40 * 512, (95 - 400) * 512)
    }
    let word = try #require(lines.scene.runs.first { $0.text == "Made up." })
    #expect(word.box.y > 0)
    let overLine = Linter(rules: [.textOnData]).findings(in: lines)
    #expect(overLine.count == 1)
    #expect(overLine.first?.place.hasPrefix("'Made up.' over series '") == true)
    #expect(overLine.first?.measured.hasSuffix("pt of its line") == true)
  }

  @Test("words over raw values, bands and coloured ground are no fault")
  func onGround() throws {
    let marks =
      GoodChart.smoothed + [TextMark(x: 10, y: 0.9, text: "words", align: .center)] as [any Mark]
    #expect(try Lint.findings(GoodChart.lines(marks)).isEmpty)
    var chart = try GoodChart.cells()
    chart.sections[0].panels[0]?.marks.append(TextMark(x: 1, y: 1.5, text: "words"))
    let findings = try Lint.findings(chart)
    #expect(findings.isEmpty, "\(findings.map(\.line))")
  }

  @Test("a legend over data is found, one beside them not")
  func legend() throws {
    let drawn = try Lint.draw(GoodChart.lines())
    #expect(Linter(rules: [.legendOverData]).findings(in: drawn).isEmpty)
    var moved = drawn
    // From the ends of the lines along them to the left.
    moved.scene = drawn.scene.changing(.legend) { $0.moved(-60 * 512, -10 * 512) }
    let found = Linter(rules: [.legendOverData]).findings(in: moved)
    #expect(found.contains { $0.place.hasPrefix("'slow' over series") }, "\(found.map(\.line))")
    // A legend in the free part of a panel is no fault.
    moved.scene = drawn.scene.changing(.legend) { $0.moved(-60 * 512, -70 * 512) }
    #expect(Linter(rules: [.legendOverData]).findings(in: moved).isEmpty)
  }

  @Test("a colour bar over data is found")
  func colorBar() throws {
    var drawn = try Lint.draw(try GoodChart.cells())
    #expect(Linter(rules: [.legendOverData]).findings(in: drawn).isEmpty)
    drawn.scene = drawn.scene.changing(.legend) { $0.moved(40 * 512, 90 * 512) }
    let found = Linter(rules: [.legendOverData]).findings(in: drawn)
    #expect(found.contains { $0.place == "colour bar over colours" }, "\(found.map(\.line))")
  }

  @Test("what the page or a panel cuts off is found")
  func clipped() throws {
    let drawn = try Lint.draw(GoodChart.lines())
    func findings(_ scene: Scene) -> [Finding] {
      var drawn = drawn
      drawn.scene = scene
      return Linter(rules: [.clipped]).findings(in: drawn)
    }
    #expect(findings(drawn.scene).isEmpty)
    let note = try #require(drawn.scene.runs.first { $0.text == "Made up." })
    // Its left end 3 points out of the page.
    let text = findings(
      drawn.scene.changing(text: "Made up.") { $0.moved(-note.box.x - 3 * 512, 0) })
    #expect(text.map(\.place) == ["'Made up.'"])
    #expect(text.first?.measured == "3.0 pt beyond the page")

    // Axis lines that leave the page at the right.
    let axis = findings(drawn.scene.changing(.axis) { $0.moved(100 * 512, 0) })
    #expect(axis.map(\.place) == ["ink of axis"])

    // A clip that ends in the middle of the panel cuts the lines.
    let lines = findings(
      drawn.scene.changing(.data) { group in
        var group = group
        group.clip?.width /= 2
        return group
      })
    #expect(lines.map(\.place) == ["series 'slow' in the panel", "series 'fast' in the panel"])
    #expect(lines.first?.measured.contains("beyond the edge") == true)
  }

  @Test("a word that its panel cuts off is found")
  func clippedWord() throws {
    var chart = GoodChart.lines()
    chart.sections[0].panels[0]?.marks.append(TextMark(x: 15, y: 0.8, text: "word"))
    var drawn = try Lint.draw(chart)
    #expect(Lint.findings(drawn).isEmpty)
    drawn.scene = drawn.scene.changing(.annotation) { group in
      var group = group
      guard var clip = group.clip, let word = group.runs.first else { return group }
      // Its edge a point to the right of the word's start.
      clip.width = word.box.x + 512 - clip.x
      group.clip = clip
      return group
    }
    let found = Linter(rules: [.clipped]).findings(in: drawn)
    #expect(found.map(\.place) == ["'word'"])
    #expect(found.first?.measured.hasSuffix("beyond the edge of its panel") == true)
  }

  @Test("text under six points is found, also where the figure is shown small")
  func smallText() throws {
    var theme = Theme(.light)
    #expect(try Lint.findings(.smallText, GoodChart.lines()).isEmpty)
    theme.sizes.note = 5.5
    let found = try Lint.findings(.smallText, GoodChart.lines(), theme: theme)
    #expect(found.map(\.measured) == ["5.5 pt where the figure is 640 pt wide"])
    #expect(found.first?.severity == .warning)
    theme.sizes.note = 6
    #expect(try Lint.findings(.smallText, GoodChart.lines(), theme: theme).isEmpty)
    // 7.5 points of a page of 640 are 3.75 in a column of 320.
    let small = Linter(rules: [.smallText], width: 320)
      .findings(in: try Lint.draw(GoodChart.lines()))
    #expect(small.map(\.measured) == ["3.7 pt where the figure is 320 pt wide"])
    #expect(small.first?.place.hasPrefix("'Made up.' and ") == true)
  }
}

extension SceneGroup {
  /// Its texts.
  var runs: [GlyphRun] {
    nodes.compactMap { node in if case .text(let run) = node { run } else { nil } }
  }
}
