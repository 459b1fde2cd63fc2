import Testing

@testable import Charting

/// What gives way to what inside a plot that has no room for all its words.
struct InnerWordTests {
  /// The words that are set in a plot of these marks, 100 x 50 points.
  private func words(_ marks: [any Mark]) throws -> [String] {
    var stage = try MarkStage()
    try PanelContent(marks: marks, frame: stage.frame).draw(on: &stage.canvas)
    return texts(stage.canvas.nodes)
  }

  private func texts(_ nodes: [SceneNode]) -> [String] {
    nodes.flatMap { node in
      if let text = node.text { return [text.text] }
      return node.group.map { texts($0.nodes) } ?? []
    }
  }

  /// 24 letters of half of 8 points: as wide as the plot but for four points.
  private func long(_ letter: Character) -> String { String(repeating: letter, count: 24) }

  /// Rules whose names fill the plot from top to bottom, six lines of eight.
  private var rules: [any Mark] {
    (1...9).map { Rule(.horizontal(Double($0)), label: long("r")) }
  }

  @Test("names of rules give way to a place, and both to what a bracket measures")
  func order() throws {
    let crowded = try words(rules)
    #expect(crowded.count >= 4)
    // Alone, the later mark would find no place left.
    let place = TextMark(x: 0, y: 5, text: long("p"))
    let withPlace = try words(rules + [place])
    #expect(withPlace.contains(long("p")))
    #expect(withPlace.count <= crowded.count)
    let bracket = Bracket(x: 0, from: 4, to: 6, label: String(repeating: "b", count: 22))
    let all = try words(rules + [place, bracket])
    #expect(all.contains(bracket.label))
  }

  @Test("no word stands under the sign of a run that diverged")
  func sign() throws {
    let line = Line(
      x: [0, 5, 10], y: [5, 5, .nan], series: Series(0, "a"),
      divergence: Divergence(label: "diverged"))
    var stage = try MarkStage()
    let rule = Rule(.horizontal(5), label: long("r"))
    try PanelContent(marks: [rule, line], frame: stage.frame).draw(on: &stage.canvas)
    #expect(texts(stage.canvas.nodes).contains("diverged"))
    let sign = Rect(x: 60 - 5, y: 45 - 5, width: 10, height: 10)
    for claim in stage.canvas.labelBoard.taken where claim.word != .sign {
      #expect(!claim.box.overlaps(sign), "\(claim)")
    }
  }

  @Test("where all find room, marks place their words in their own order")
  func roomy() throws {
    let marks: [any Mark] = [
      Rule(.horizontal(2), label: "rule"), TextMark(x: 1, y: 8, text: "place"),
    ]
    var stage = try MarkStage()
    try PanelContent(marks: marks, frame: stage.frame).draw(on: &stage.canvas)
    #expect(texts(stage.canvas.nodes) == ["rule", "place"])
    #expect(stage.canvas.labelBoard.reserved.isEmpty)
  }

  @Test("a name never hides the data of a plot that is hardly larger")
  func smallPlot() throws {
    let points = (0...100).map { Point(x: 10 + Double($0), y: 20 + Double($0) / 2) }
    var board = LabelBoard(room: MarkStage.rect, obstacles: points)
    // A third of the plot, across the diagonal.
    let name = Rect(x: 30, y: 30, width: 60, height: 30)
    #expect(board.takeBest(of: [name], for: .place) == nil)
    #expect(board.isCrowded)
    #expect(board.takeBest(of: [name], for: .divergence) == name)
  }

  @Test("a name stays at its place unless it would cover data there, and then numbers give way")
  func near() throws {
    let (beside, away) = (
      Rect(x: 30, y: 30, width: 20, height: 8), Rect(x: 30, y: 50, width: 20, height: 8)
    )
    // Thin lines are no reason to go away.
    var board = LabelBoard(room: MarkStage.rect, obstacles: [])
    board.keepOff([Point(x: 40, y: 34)])
    #expect(board.takeBest(of: [beside, away], for: .place, near: 1) == beside)
    #expect(!board.isCrowded)
    // Data are, and then the words are placed once more.
    board = LabelBoard(room: MarkStage.rect, obstacles: [Point(x: 40, y: 34)])
    #expect(board.takeBest(of: [beside, away], for: .place, near: 1) == away)
    #expect(board.isCrowded)
    // A series is never covered: without another place there is no name.
    board = LabelBoard(
      room: MarkStage.rect, obstacles: [Point(x: 40, y: 34)], series: [Point(x: 40, y: 34)])
    #expect(board.takeBest(of: [beside], for: .place, near: 1) == nil)
    // A word in the way is a reason too.
    board = LabelBoard(room: MarkStage.rect, obstacles: [])
    board.take(beside, for: .contourLevel)
    #expect(board.takeBest(of: [beside, away], for: .place, near: 1) == away)
    #expect(board.isCrowded)
  }
}
