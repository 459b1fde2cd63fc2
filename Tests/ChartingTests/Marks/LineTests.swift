import Testing

@testable import Charting

struct LineTests {
  let series = Series(0, "SGD")
  let blue = Color(hex: 0x0072B2)

  @Test("a line runs through its points")
  func position() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Line(x: [0, 5, 10], y: [0, 10, 0], series: series))
    let stroke = try #require(nodes.first?.stroke)
    #expect(nodes.count == 1)
    #expect(stroke.points == [at(10, 70), at(60, 20), at(110, 70)])
    #expect(stroke.style == StrokeStyle(width: 384, cap: .round, join: .round))
    #expect(stroke.color == blue)
  }

  @Test("on log axes every decade has the same length")
  func logarithmic() throws {
    let scale = try ContinuousScale(kind: .log10, lower: 0.01, upper: 10000)
    var stage = try MarkStage(x: scale, y: scale)
    let nodes = try stage.nodes(
      of: Line(x: [0.01, 1, 10, 10000], y: [10000, 10, 1, 0.01], series: series))
    #expect(
      nodes.first?.points == [
        at(10, 20), at(10 + 100 / 3.0, 45), at(60, 20 + 100 / 3.0), at(110, 70),
      ])
  }

  @Test("zero and less break a line on a log axis, NaN and infinity on any")
  func breaks() throws {
    let log = try ContinuousScale(kind: .log10, lower: 1, upper: 100)
    var stage = try MarkStage(y: log)
    let x: [Double] = [0, 1, 2, 3, 4, 5, 6]
    let onLog = try stage.nodes(of: Line(x: x, y: [1, 10, 0, 10, 1, -1, 1], series: series))
    // The lone last point has no line.
    #expect(onLog.map(\.points) == [[at(10, 70), at(20, 45)], [at(40, 45), at(50, 70)]])

    stage = try MarkStage()
    let linear = try stage.nodes(
      of: Line(x: x, y: [0, 10, .nan, 10, 0, .infinity, 5], series: series, isNamed: false))
    #expect(linear.map(\.points) == [[at(10, 70), at(20, 20)], [at(40, 20), at(50, 70)]])
  }

  @Test("a line that leaves the panel is cut four widths outside, with its slope kept")
  func clipping() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Line(x: [0, 10], y: [0, 1000], series: series))
    // 5000 points up over 100 to the right: at 56 points up it is 1.12 to the right.
    #expect(nodes.first?.points == [at(10, 70), at(11.12, 14)])
  }

  @Test("each series has its dashes, raw lines have none")
  func dashes() throws {
    var stage = try MarkStage()
    let dashed = try stage.nodes(of: Line(x: [0, 10], y: [5, 5], series: Series(1, "b")))
    #expect(dashed.first?.stroke?.style.dashes == [1920, 960])
    #expect(dashed.first?.stroke?.style.cap == .butt)
    stage = try MarkStage()
    let raw = try stage.nodes(
      of: Line(x: [0, 10], y: [5, 5], series: Series(1, "b"), isNamed: false))
    #expect(raw.first?.stroke?.style.dashes == [])
  }

  @Test("a rim of paper lies under a line, with the gaps of its dashes")
  func rim() throws {
    var stage = try MarkStage()
    let line = Line(x: [0, 10], y: [0, 10], series: Series(1, "b"), hasRim: true)
    let strokes = try stage.nodes(of: line).compactMap(\.stroke)
    #expect(strokes.map(\.style.width) == [px(3.1), px(1.5)])
    #expect(strokes[0].color == Color(hex: 0xFFFFFF))
    #expect(strokes[1].style.dashes == [px(7.5), px(3.75)])
    // The same lengths but for rounding: 5 and 2.5 widths of the line.
    for (rim, gap) in zip(strokes[0].style.dashes, strokes[1].style.dashes) {
      #expect(abs(rim - gap) <= 1)
    }
  }

  @Test("no two of the first twelve series have both colour and dashes in common")
  func distinct() {
    for name in Theme.Name.allCases {
      let theme = Theme(name)
      for index in 0..<12 {
        for other in 0..<index {
          let isSame =
            theme.color(.series(index)) == theme.color(.series(other))
            && theme.dashes(ofSeries: index) == theme.dashes(ofSeries: other)
          #expect(!isSame, "\(name) \(index) \(other)")
        }
      }
      let dashes = (0..<8).map { theme.dashes(ofSeries: $0) }
      #expect(dashes.indices.allSatisfy { !dashes[..<$0].contains(dashes[$0]) })
    }
  }

  // MARK: Divergence

  @Test("a run that ends in NaN has the sign at its last number and words beside it")
  func divergence() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(
      of: Line(
        x: [0, 1, 2, 3], y: [5, 6, .nan, .nan], series: series,
        divergence: Divergence(label: "at 1", meaning: "diverged")))
    #expect(nodes.count == 6)
    #expect(nodes[0].points == [at(10, 45), at(20, 40)])
    // A disc of paper, the disc of the series, a cross of paper.
    #expect(nodes[1].fill?.path.points.first == at(25, 40))
    #expect(nodes[1].fill?.color == Color(hex: 0xFFFFFF))
    #expect(nodes[2].fill?.path.points.first == at(24, 40))
    #expect(nodes[2].fill?.color == blue)
    #expect(nodes[3].points == [at(18.25, 41.75), at(21.75, 38.25)])
    #expect(nodes[4].points == [at(18.25, 38.25), at(21.75, 41.75)])
    // Seven points right of the middle: the radius, its rim and two points of air.
    #expect(nodes[5].text?.text == "at 1")
    #expect(nodes[5].text?.box.x == px(27))
  }

  @Test("the sign stands where the line leaves the panel, and at the top where there is no number")
  func divergenceOutside() throws {
    var stage = try MarkStage()
    let high = try stage.nodes(of: Line(x: [0, 5, 6], y: [5, 1e30, .infinity], series: series))
    // Almost straight up from the left edge: five points inside.
    #expect(high[2].fill?.path.points.first == at(19, 25))
    stage = try MarkStage()
    // From (60, 45) over the edge at (65, 20): the sign has room at (64, 25).
    let slanted = try stage.nodes(
      of: Line(x: [5, 6, 7], y: [5, 15, .infinity], series: series))
    #expect(slanted[2].fill?.path.points.first == at(68, 25))
    stage = try MarkStage()
    let none = try stage.nodes(of: Line(x: [5, 6], y: [.nan, .nan], series: series))
    #expect(none[1].fill?.path.points.first == at(64, 25))
  }

  @Test("a point without neighbours is drawn as a marker, once")
  func lonePoint() throws {
    var stage = try MarkStage()
    let alone = try stage.nodes(of: Line(x: [5], y: [5], series: series))
    #expect(alone.count == 1)
    #expect(alone[0].fill?.path.points.first == at(62.4, 45))
    #expect(alone[0].fill?.color == blue)
    // Between gaps; a raw point lies under its smoothed one.
    stage = try MarkStage()
    let between = Line(
      x: [1, 2, 3, 4, 5], y: [1, 2, .nan, 4, .nan], series: series, divergence: nil)
    #expect(try stage.nodes(of: between).compactMap(\.fill).count == 1)
    stage = try MarkStage()
    #expect(
      try stage.nodes(of: Line(x: [5], y: [5], series: series, isNamed: false, smoothing: .raw))
        .isEmpty)
    // The sign of a divergence is enough: its rim and its disc.
    stage = try MarkStage()
    #expect(
      try stage.nodes(of: Line(x: [5, 6], y: [5, .nan], series: series)).compactMap(\.fill).count
        == 2)
  }

  @Test("a gap amid the numbers is no divergence")
  func gap() throws {
    #expect(Divergence.index(in: [1, .nan, 2]) == nil)
    #expect(Divergence.index(in: [1, .nan, 2, .infinity, .nan]) == 3)
    #expect(Divergence.index(in: [.nan]) == 0)
    #expect(Divergence.index(in: []) == nil)
    var stage = try MarkStage()
    let line = Line(x: [0, 1, 2], y: [1, .nan, 2], series: series, isNamed: false)
    #expect(try stage.nodes(of: line).isEmpty)
  }

  // MARK: Raw and smoothed

  @Test("all raw lines lie under all smoothed ones, and the sign stands at the last raw number")
  func smoothing() throws {
    let curves = [
      Curve(x: [0, 1], y: [0, 8], series: Series(0, "a")),
      Curve(x: [0, 1, 2], y: [4, 8, .nan], series: Series(1, "b")),
    ]
    let marks = Line.rawAndSmoothed(curves, average: try ExponentialAverage(weight: 0.5))
    let lines = try marks.map { try #require($0 as? Line) }
    #expect(lines.map(\.isNamed) == [false, false, true, true])
    #expect(
      lines.map(\.ink) == [
        .faint(.series(0), 0.68), .faint(.series(1), 0.68), .series(0), .series(1),
      ])
    // The first number stands alone, then a neighbour counts half: (8 + 0/2) / (3/2)...
    #expect(lines[2].y == [0, 16 / 3.0])
    #expect(lines[3].y[0] == 4 && lines[3].y[1] == 20 / 3.0 && lines[3].y[2].isNaN)
    #expect(lines.map(\.divergence) == [Divergence(), Divergence(), nil, nil])
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: lines[1])
    #expect(nodes[2].fill?.path.points.first == at(24, 30))
    #expect(nodes[2].fill?.color == Color(hex: 0xD55E00))
  }

  @Test("the median of several runs lies over the band of their spread")
  func runs() throws {
    let runs = [3.0, 1, 8].map { RunCurve(x: [0, 1], y: [$0, $0 + 1]) }
    let marks = RunBand.range.marks(of: runs, series: series, meaning: "min to max of 3 seeds")
    let band = try #require(marks[0] as? Band)
    let line = try #require(marks[1] as? Line)
    #expect(band.low == [1, 2] && band.high == [8, 9] && line.y == [3, 4])
    #expect(band.meaning == "min to max of 3 seeds")
  }
}
