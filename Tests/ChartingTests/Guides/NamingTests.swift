import Testing

@testable import Charting

/// How series are named: labels at the ends of lines, the legend.
struct NamingTests {
  private func scene(
    _ chart: Chart, width: Double = 480, height: Double = 320, theme: Theme.Name = .light
  ) throws -> Scene {
    try chart.scene(
      size: Size(width: width, height: height), pixelsPerPoint: 2, theme: Theme(theme),
      typography: .test)
  }

  private func chart(_ marks: [any Mark], legend: LegendPlacement = .automatic) -> Chart {
    Chart(
      title: "a", panels: PanelGrid(Panel(marks: marks), x: Axis(), y: Axis()), legend: legend)
  }

  private func lines(_ ends: [Double]) -> [Line] {
    ends.enumerated().map { index, end in
      Line(x: [0, 1], y: [0.5, end], series: Series(index, "series \(index)"))
    }
  }

  // MARK: Labels at the ends

  @Test("labels never overlap or leave the plot, and keep the order of their ends")
  func directLabels() throws {
    var random = TickRandom(seed: 3)
    let scale = try ContinuousScale(kind: .linear, lower: 0, upper: 1)
    for _ in 0..<2000 {
      let height = 60 + 300 * random.unit()
      let frame = Frame(
        rect: Rect(x: 40, y: 30, width: 200, height: height), x: .continuous(scale),
        y: .continuous(scale))
      let theme = Theme(.light)
      let lineHeight = DirectLabels.style(theme).height
      let count = 1 + random.below(12)
      // Some ends are equal, some lie outside.
      let labels = (0..<count).map { index in
        DirectLabel(
          name: "\(index)", ink: .ink, x: 1,
          y: (1.4 * random.unit() - 0.2).rounded(toMultipleOf: random.below(2) == 0 ? 0.25 : 1e-9))
      }
      guard let placed = DirectLabels.place(labels, in: frame, theme: theme) else {
        #expect(Double(count) * lineHeight > height + lineHeight - 2)
        continue
      }
      #expect(placed.map(\.label) == labels)
      let order = placed.sorted { $0.place.y < $1.place.y }
      for (upper, lower) in zip(order, order.dropFirst()) {
        #expect(lower.place.y - upper.place.y >= lineHeight - 1e-9)
        #expect(upper.anchor.y <= lower.anchor.y + 1e-9)
      }
      #expect(order[0].place.y >= 30 - 1e-9)
      #expect(order[count - 1].place.y <= 30 + height + 1e-9)
    }
  }

  @Test("a label far from others stays at its end, one that moved has a leader")
  func leaders() throws {
    let apart = try scene(chart(lines([0.1, 0.9])))
    #expect(apart.groups(.legend)[0].nodes.allSatisfy { $0.stroke == nil })
    // The whole range is shown by the first line.
    let range = Line(x: [0, 1], y: [0, 1], series: Series(5, ""), isNamed: false)
    let together = try scene(chart(lines([0.50, 0.502, 0.504]) + [range]))
    let nodes = together.groups(.legend)[0].nodes
    #expect(nodes.compactMap { $0.text?.text }.sorted() == ["series 0", "series 1", "series 2"])
    #expect(nodes.contains { $0.stroke != nil })
  }

  @Test("a line that ends early is named in the legend, not beside the plot")
  func earlyEnd() throws {
    let marks =
      lines([0.2, 0.8]) + [
        Line(
          x: [0, 0.2, 0.4], y: [0.5, 1, .nan], series: Series(2, "lost"),
          divergence: Divergence(label: "diverged at 0.2", meaning: "diverged"))
      ]
    let groups = try scene(chart(marks)).groups(.legend)
    let names = groups.map { $0.nodes.compactMap { $0.text?.text } }
    #expect(names == [["lost", "diverged"], ["series 0", "series 1"]])
  }

  @Test("where labels do not fit beside the plot the legend has all names")
  func fallback() throws {
    let wide = (0..<3).map { index in
      Line(
        x: [0, 1], y: [0, Double(index)],
        series: Series(index, "a name of many letters \(index)"))
    }
    let names = try scene(chart(wide), width: 380, height: 220).groups(.legend).map {
      $0.nodes.compactMap { $0.text?.text }
    }
    #expect(names == [wide.map(\.series.name)])
    // Narrower than this, names beside the plot would take too much of it.
    let narrow = try scene(chart(lines([0, 1])), width: 340).groups(.legend)
    #expect(narrow.count == 1 && narrow[0].nodes.contains { $0.stroke != nil })
  }

  @Test("a lone line needs no name, and `.none` shows none")
  func noNames() throws {
    #expect(try scene(chart(lines([0.5]))).groups(.legend).isEmpty)
    #expect(try scene(chart(lines([0.2, 0.5]), legend: .none)).groups(.legend).isEmpty)
    #expect(try scene(chart(lines([0.5]), legend: .above)).groups(.legend).count == 1)
  }

  // MARK: Legend

  @Test(
    "a swatch has the pen, the dashes and the colour of its series", arguments: Theme.Name.allCases)
  func swatches(theme: Theme.Name) throws {
    let marks: [any Mark] =
      lines([0.1, 0.3, 0.5, 0.7, 0.9]) + [
        Line(x: [0, 1], y: [0, 0], series: Series(5, "odd"), ink: .accent, width: 3),
        Band(x: [0, 1], low: [0, 0], high: [1, 1], ink: .series(3), meaning: "spread"),
        Points(x: [0.5], y: [0.5], series: Series(7, "dots"), radius: 3.5),
      ]
    let scene = try scene(chart(marks, legend: .above), theme: theme)
    let legend = try #require(scene.groups(.legend).first)
    for data in scene.groups(.data) {
      let at = try #require(legend.nodes.firstIndex { $0.text?.text == data.label })
      let swatch = legend.nodes[at - 1]
      switch data.nodes[0] {
      case .stroke(_, let style, let color):
        #expect(swatch.stroke?.style.width == style.width, "\(data.label)")
        #expect(swatch.stroke?.style.dashes == style.dashes, "\(data.label)")
        #expect(swatch.stroke?.color == color, "\(data.label)")
      case .fill(let path, let color):
        let swatchColor = swatch.fill?.color ?? swatch.rectangles?.color
        #expect(swatchColor == color, "\(data.label)")
        if let shape = swatch.fill?.path {
          // The same outline at another place.
          let points = zip(path.points, shape.points).map { ($0.0.x - $0.1.x, $0.0.y - $0.1.y) }
          #expect(
            points.allSatisfy { abs($0.0 - points[0].0) <= 1 && abs($0.1 - points[0].1) <= 1 })
        }
      default:
        Issue.record("unexpected \(data.label)")
      }
    }
  }

  @Test("one name has one entry: both looks of a series, a neutral one for several series")
  func shared() {
    let marks: [any Mark] = [
      Band(x: [], low: [], high: [], ink: .series(0), meaning: "min to max"),
      Line(x: [0], y: [1], series: Series(0, "a")),
      Points(x: [0], y: [1], series: Series(0, "a"), radius: 2),
      Band(x: [], low: [], high: [], ink: .series(1), meaning: "min to max"),
    ]
    let entries = chart(marks).legendEntries
    // Series come first.
    #expect(entries.map(\.name) == ["a", "min to max"])
    #expect(
      entries[0].swatches == [.line(series: 0, width: nil), .marker(.circle, radius: 2)])
    #expect(entries[1].ink == .muted)
  }
}

extension Double {
  fileprivate func rounded(toMultipleOf step: Double) -> Double { (self / step).rounded() * step }
}
