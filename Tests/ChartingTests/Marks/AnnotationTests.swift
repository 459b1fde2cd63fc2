import Testing

@testable import Charting

/// Rules, words, brackets: what is written into a panel.
struct AnnotationTests {
  let muted = Theme(.light).color(.muted)

  // MARK: Rules

  @Test("a rule crosses the panel on whole pixels, its words stand on it at the right")
  func horizontalRule() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Rule(.horizontal(5), label: "abcd"))
    #expect(nodes[0].rectangles?.rects == [box(10, 45, 100, 1)])
    #expect(nodes[0].rectangles?.color == muted)
    // Four letters of half of 8 points, two points from the edge, one above the rule.
    let words = try #require(nodes[1].text)
    #expect(words.box.x == px(110 - 2 - 16) && words.box.width == px(16))
    #expect(words.box.maxY <= 44 * 256)
  }

  @Test("words of a rule at the top stand under it, a rule outside is not drawn")
  func ruleAtEdge() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Rule(.horizontal(10), label: "abcd"))
    #expect(try #require(nodes[1].text).box.y >= 22 * 256)
    stage = try MarkStage()
    #expect(try stage.nodes(of: Rule(.horizontal(11), label: "abcd")).isEmpty)
    #expect(try stage.nodes(of: Rule(.vertical(.nan), label: "abcd")).isEmpty)
  }

  @Test("words of an upright rule go to the side that has room")
  func verticalRule() throws {
    var stage = try MarkStage()
    let left = try stage.nodes(of: Rule(.vertical(1), label: "abcd"))
    #expect(left[0].rectangles?.rects == [box(20, 20, 1, 50)])
    #expect(left[1].text?.box.x == px(23))
    stage = try MarkStage()
    let right = try stage.nodes(of: Rule(.vertical(9.5), label: "abcd"))
    #expect(right[1].text?.box.maxX == px(102))
  }

  // MARK: Words

  @Test("words stand at their place and are moved into the panel")
  func text() throws {
    var stage = try MarkStage()
    let inside = try stage.nodes(of: TextMark(x: 5, y: 5, text: "abcd", align: .center))
    #expect(inside[0].text?.box.x == px(52))
    // The baseline lies on the value.
    #expect(inside[0].text?.glyphs.first?.origin == at(52, 45))
    stage = try MarkStage()
    let moved = try stage.nodes(
      of: TextMark(x: 10, y: 10, text: "abcd", offset: Point(x: 50, y: -50)))
    #expect(moved[0].text?.box.maxX == px(110))
    #expect(moved[0].text?.box.y == px(20))
  }

  @Test("words that are wider than the panel or have no number for a place are left out")
  func textWithoutRoom() throws {
    var stage = try MarkStage()
    let wide = String(repeating: "a", count: 26)
    #expect(try stage.nodes(of: TextMark(x: 5, y: 5, text: wide)).isEmpty)
    #expect(try stage.nodes(of: TextMark(x: .nan, y: 5, text: "a")).isEmpty)
  }

  @Test("words never cover words, wherever they want to stand")
  func textsKeepApart() throws {
    var random = TickRandom(seed: 7)
    for _ in 0..<200 {
      var stage = try MarkStage()
      for _ in 0..<12 {
        _ = try stage.nodes(
          of: TextMark(
            x: 12 * random.unit() - 1, y: 12 * random.unit() - 1, text: "abcdefg",
            align: .center))
      }
      let boxes = stage.canvas.nodes.compactMap { $0.text?.box }
      #expect(boxes.count >= 3)
      for (index, box) in boxes.enumerated() {
        #expect(box.x >= 10 * 256 && box.maxX <= 110 * 256)
        #expect(box.y >= 20 * 256 - 128 && box.maxY <= 70 * 256 + 128)
        for other in boxes[..<index] {
          let width = min(box.maxX, other.maxX) - max(box.x, other.x)
          let height = min(box.maxY, other.maxY) - max(box.y, other.y)
          #expect(width <= 0 || height <= 256)
        }
      }
    }
  }

  @Test("words keep off data where they can, and have a veil where they cannot")
  func textsKeepOffData() throws {
    // Data under the first choice, right of the rule.
    var stage = try MarkStage(obstacles: [Point(x: 65, y: 25)])
    let moved = try stage.nodes(of: Rule(.vertical(5), label: "abcd"))
    #expect(moved.count == 2 && moved[1].text?.box.maxX == px(57))
    // Data everywhere.
    let all = (0..<2000).map { Point(x: 10 + Double($0 % 40) * 2.5, y: 20 + Double($0 / 40)) }
    stage = try MarkStage(obstacles: all)
    let veiled = try stage.nodes(of: Rule(.vertical(5), label: "abcd"))
    #expect(veiled.count == 3)
    #expect(veiled[1].rectangles?.color.alpha == 184)
  }

  @Test("words that name a sign stand beside it, off data first and off thin lines next")
  func textAround() throws {
    let word = TextMark(x: 5, y: 5, text: "abcd", around: 6)
    var stage = try MarkStage()
    // Right of the sign at (60, 45), its middle level with it.
    let right = try #require(try stage.nodes(of: word)[0].text)
    #expect(right.box.x == px(66) && abs(right.box.y - px(45 - 4.16)) <= 1)
    // Thin lines on the right and the left, none above.
    stage = try MarkStage()
    stage.canvas.labelBoard.keepOff([Point(x: 70, y: 45), Point(x: 50, y: 45)])
    let above = try #require(try stage.nodes(of: word)[0].text)
    #expect(above.box.maxY <= px(39) + 1 && above.box.x == px(52))
    // Data everywhere but on the left: a thin line there is the lesser evil.
    let data = (0..<60).flatMap { x in
      (0..<25).map { y in Point(x: 50 + Double(x), y: 21 + Double(y) * 2) }
    }
    stage = try MarkStage(obstacles: data)
    stage.canvas.labelBoard.keepOff([Point(x: 40, y: 45)])
    let left = try #require(try stage.nodes(of: word).last?.text)
    #expect(left.box.maxX == px(54) || left.box.maxX < px(54))
    // Where all places are beyond the plot, there is none.
    stage = try MarkStage()
    #expect(try stage.nodes(of: TextMark(x: 30, y: 5, text: "abcd", around: 6)).isEmpty)
  }

  // MARK: Brackets

  @Test("a bracket spans its two values with a stroke at each and its words beside it")
  func bracket() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Bracket(x: 9, from: 2, to: 8, label: "abcd"))
    // 8 -> 30, 2 -> 60; strokes of 5.5 points, snapped.
    #expect(nodes[0].rectangles?.rects == [box(100, 30, 1, 30)])
    #expect(nodes[1].rectangles?.rects == [box(98, 30, 5, 1)])
    #expect(nodes[2].rectangles?.rects == [box(98, 60, 5, 1)])
    let words = try #require(nodes[3].text)
    #expect(words.box.maxX == px(94.5))
    // Bold words of 8 points: the middle of their 8.32 points at 45.
    #expect(abs(words.box.y - Int32(40.84 * 256)) <= 1)
  }

  @Test(
    "words without room beside a bracket stand clear of its foot and of the line that ends there")
  func bracketWords() throws {
    // A line of data up to x = 8, at 90 pt, and data in all of the room above it.
    let rising = (0...80).map { Point(x: 10 + Double($0), y: 60) }
    let wall = (0...10).flatMap { y in
      (0...40).map { Point(x: 50 + Double($0), y: 40 + 2 * Double(y)) }
    }
    var stage = try MarkStage(obstacles: rising + wall)
    let nodes = try stage.nodes(of: Bracket(x: 8, from: 4, to: 6, label: "abc", offset: 5))
    let words = try #require(nodes.compactMap(\.text).first)
    // The foot is at 50 pt, the end of the data at 90.
    #expect(words.box.y >= px(54) - 2 && words.box.x >= px(94) - 2)
  }

  @Test("an offset keeps a bracket in the panel; without two numbers there is none")
  func bracketAtEdge() throws {
    var stage = try MarkStage()
    let nodes = try stage.nodes(of: Bracket(x: 10, from: 8, to: 2, label: "", offset: 20))
    #expect(nodes.count == 3)
    #expect(nodes[0].rectangles?.rects == [box(107, 30, 1, 30)])
    stage = try MarkStage()
    #expect(try stage.nodes(of: Bracket(x: 5, from: .nan, to: 2, label: "a")).isEmpty)
    #expect(try stage.nodes(of: Bracket(x: 11, from: 1, to: 2, label: "a")).isEmpty)
  }
}
