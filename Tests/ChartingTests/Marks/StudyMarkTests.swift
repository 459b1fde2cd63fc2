import Testing

@testable import Charting

/// The marks of charts of studies, drawn by themselves on a plot of 100 x 50 points at (10, 20).
struct StudyMarkTests {
  @Test("intervals run from value to value, and those off the plot or without an end are left out")
  func intervals() throws {
    var stage = try MarkStage()
    let across = Intervals(
      .horizontal, at: [5, 5, 20], from: [1, .nan, 1], to: [3, 4, 3], width: 2, meaning: "90 %")
    let lines = try stage.nodes(of: across).compactMap(\.stroke)
    #expect(lines.map(\.points) == [[at(20, 45), at(40, 45)]])
    #expect(lines.map(\.style.width) == [px(2)])
    #expect(across.legendEntries.map(\.name) == ["90 %"])
    #expect(across.xExtent.prefix(1) == [1] && across.yExtent == [5, 5, 20])

    var other = try MarkStage()
    let up = Intervals(.vertical, at: [2], from: [0], to: [10])
    #expect(
      try other.nodes(of: up).compactMap(\.stroke).map(\.points) == [[at(30, 70), at(30, 20)]])
    #expect(up.legendEntries.isEmpty && up.yExtent == [0, 10] && up.xExtent == [2])
  }

  @Test("spans are bars of whole pixels in their lanes, a pixel apart where there is room")
  func spans() throws {
    var stage = try MarkStage()
    let spans = Spans(
      from: [0, 5, 6, .nan], to: [5, 5, 6.1, 8], lane: [2, 5, 5, 5],
      series: Series(0, "complete"))
    let rects = try stage.nodes(of: spans).compactMap(\.rectangles).flatMap(\.rects)
    // A lane is 5 points high and a bar 0.76 of it: from 58.1 to 61.9.
    #expect(rects.first == box(10, 58, 49, 4))
    // What took no time is a pixel wide, and so is what took less than one.
    #expect(rects.dropFirst().map(\.width) == [256, 256])
    #expect(rects.count == 3)
    #expect(spans.yExtent.min() == 1.5 && spans.yExtent.max() == 5.5)
  }

  @Test("hollow spans are outlines within their bars, and filled where these are too narrow")
  func hollowSpans() throws {
    var stage = try MarkStage()
    // A lane of the whole height, and bars of 20 and of 2 points.
    let spans = Spans(
      from: [0, 5], to: [2, 5.2], lane: [5, 5], series: Series(0, "running"), isHollow: true)
    stage.frame = Frame(
      rect: Rect(x: 0, y: 0, width: 100, height: 50), x: stage.frame.x,
      y: .bands(BandScale(categories: [""])))
    let low = Spans(
      from: spans.from, to: spans.to, lane: [0, 0], series: spans.series, isHollow: true)
    let nodes = try stage.nodes(of: low)
    let lines = nodes.compactMap(\.stroke)
    #expect(lines.count == 1 && nodes.compactMap(\.rectangles).flatMap(\.rects).count == 1)
    let width = Spans.outline
    #expect(lines.map(\.style.width) == [px(width)])
    #expect(lines[0].points.count == 4)
    #expect(spans.legendEntries.map(\.swatches) == [[.outline]])
  }

  @Test("shaded points have the colours of their values; NaN and what is off the plot is not drawn")
  func shadedPoints() throws {
    var stage = try MarkStage()
    let scale = try ColorScale(lower: 0, upper: 100)
    let mark = ShadedPoints(
      x: [1, 2, 3, 30], y: [1, 1, 1, 1], values: [0, 100, .nan, 50], scale: scale)
    let fills = try stage.nodes(of: mark).compactMap(\.fill)
    let rim = stage.canvas.theme.color(.muted)
    #expect(fills.map(\.color) == [rim, Color(hex: 0x440154), rim, Color(hex: 0xFDE725)])
    // Both circles of a point have one centre, the rim the greater radius.
    #expect(fills[0].path.points.first == at(20 + 2.4, 65))
    #expect(fills[1].path.points.first == at(20 + 1.95, 65))
  }

  @Test("what is looked for stands out from white paper and from black")
  func lowFirst() throws {
    let scale = try ColorScale(lower: 0, upper: 1, showsLowFirst: true)
    for name in Theme.Name.allCases {
      let theme = Theme(name)
      let (low, high) = (scale.color(of: 0, theme: theme), scale.color(of: 1, theme: theme))
      let contrasts = try [low, high].map { try #require($0).contrast(with: theme.paper) }
      #expect(contrasts[0] > 2 * contrasts[1], "\(name)")
      #expect(try #require(low) == scale.color(at: 0, theme: theme))
    }
    let plain = try ColorScale(lower: 0, upper: 1)
    #expect(
      plain.color(of: 0, theme: Theme(.dark)) == plain.color(of: 0, theme: Theme(.light)))
  }

  private static let parallel = ParallelLines(
    coordinates: [
      ParallelLines.Coordinate(places: [0, 1], words: ["1", "9"]),
      ParallelLines.Coordinate(places: [0, 0.5, 1], words: ["a", "b", "c"]),
      ParallelLines.Coordinate(places: [0, 1], words: ["0", "5"]),
    ],
    lines: [[0, 1, 0], [1, .nan, 1], [0.5, 0.5, 0.5]], values: [0, 50, 100],
    scale: try! ColorScale(lower: 0, upper: 100))

  private static func stage() throws -> MarkStage {
    var stage = try MarkStage()
    stage.frame = Frame(
      rect: Rect(x: 0, y: 0, width: 300, height: 200),
      x: .bands(BandScale(categories: ["p", "q", "value"])),
      y: .bands(BandScale(categories: [""])))
    stage.canvas.labelBoard = LabelBoard(room: stage.frame.rect, obstacles: [])
    return stage
  }

  @Test("parallel lines meet each coordinate at their place, and break where they have none")
  func parallelLines() throws {
    var stage = try Self.stage()
    let strokes = try stage.nodes(of: Self.parallel).compactMap(\.stroke)
    // The ends of coordinates leave room for a line of numbers.
    let room = TextStyle(size: stage.canvas.theme.sizes.tick).height + 2
    let (top, bottom) = (room, 200 - room)
    #expect(
      strokes.map(\.points) == [
        [at(50, bottom), at(150, top), at(250, bottom)],
        [at(50, 100), at(150, 100), at(250, 100)],
      ])
    #expect(strokes.map(\.color) == [Color(hex: 0x440154), Color(hex: 0xFDE725)])
  }

  @Test("numbers stand beyond the ends of a range, choices beside their place, all on the plot")
  func parallelWords() throws {
    var stage = try Self.stage()
    let runs = try stage.nodes(of: Self.parallel).flatMap { node in
      [node.text].compactMap { $0 } + (node.group?.nodes.compactMap(\.text) ?? [])
    }
    #expect(runs.map(\.text) == ["1", "9", "a", "b", "c", "0", "5"])
    let rect = SceneRect(x: 0, y: 0, width: 300 * 256, height: 200 * 256)
    for (index, run) in runs.enumerated() {
      #expect(run.box.x >= 0 && run.box.x + run.box.width <= rect.width)
      #expect(run.box.y >= 0 && run.box.y + run.box.height <= rect.height)
      for other in runs[..<index] {
        let isApart =
          run.box.y >= other.box.y + other.box.height || other.box.y >= run.box.y + run.box.height
          || run.box.x >= other.box.x + other.box.width || other.box.x >= run.box.x + run.box.width
        #expect(isApart, "\(run.text) on \(other.text)")
      }
    }
    #expect(runs[0].box.y > runs[1].box.y)
    // Beside the middle coordinate, at 150.
    #expect(runs[3].box.x > 150 * 256)
  }

  @Test("names beside a coordinate keep off the next ones, and lose letters only where they must")
  func parallelNames() throws {
    let mark = ParallelLines(
      coordinates: [
        ParallelLines.Coordinate(places: [0, 1], words: ["0.0001", "0.001"]),
        ParallelLines.Coordinate(
          places: [0, 0.5, 1], words: ["std=0.01", "xavier", "he"], isNamed: true),
        ParallelLines.Coordinate(places: [0, 1], words: ["0", "5"]),
      ], lines: [], values: [], scale: try ColorScale(lower: 0, upper: 100))
    for width in [60.0, 90, 126, 300] {
      var stage = try Self.stage()
      stage.frame = Frame(
        rect: Rect(x: 0, y: 0, width: width, height: 200),
        x: .bands(BandScale(categories: ["p", "q", "value"])),
        y: .bands(BandScale(categories: [""])))
      stage.canvas.labelBoard = LabelBoard(room: stage.frame.rect, obstacles: [])
      let runs = try stage.nodes(of: mark).flatMap { node in
        [node.text].compactMap { $0 } + (node.group?.nodes.compactMap(\.text) ?? [])
      }
      // Numbers are written whole or not at all.
      let numbers = runs.filter { $0.text.first?.isNumber == true }
      #expect(Set(["0.0001", "0.001", "0", "5"]).isSuperset(of: numbers.map(\.text)))
      let names = runs.filter { $0.text.first?.isNumber != true }
      #expect(names.map(\.text).contains("he"), "\(width)")
      #expect(names.contains { $0.text.contains("…") } == (width <= 90), "\(width)")
      let (before, after) = (width / 6 * 256, width * 5 / 6 * 256)
      for run in names {
        let box = run.box
        #expect(
          Double(box.x) > before && Double(box.x + box.width) < after, "\(run.text) \(width)")
      }
    }
  }

  @Test("steps hold each value until the next place")
  func steps() {
    let corners = Line.steps(x: [0, 3, 5, 9], y: [4, 4, 2, 1])
    #expect(corners.x == [0, 3, 5, 5, 9, 9])
    #expect(corners.y == [4, 4, 4, 2, 2, 1])
    #expect(Line.steps(x: [], y: []).x.isEmpty)
    #expect(Line.steps(x: [1, 2], y: [3]).x == [1])
  }
}
