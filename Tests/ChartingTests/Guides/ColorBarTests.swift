import Testing

@testable import Charting

struct ColorBarTests {
  private func plan(
    _ title: String, missing: String = "", width: Double = 400
  ) throws -> ColorBarPlan? {
    let scale = try ColorScale(kind: .log10, lower: 1e-4, upper: 1)
    return try ColorBarPlan(
      ColorBar(title, scale: scale, missing: missing), at: Point(x: 10, y: 20), width: width,
      theme: Theme(.light), text: TextSetter(typography: .test))
  }

  @Test("title, bar and the sample of an empty cell stand in one row")
  func row() throws {
    let plan = try #require(try plan("abcd", missing: "none"))
    // Four letters of half of 9.5 points, eight points of air.
    #expect(plan.strip.x == 10 + 19 + 8)
    #expect(plan.strip.width == 180)
    #expect(plan.title.place == Point(x: 10, y: 20 + 0.8 * 9.5))
    #expect(plan.missing?.text == "none")
    let box = try #require(plan.missingBox)
    #expect(box.x >= plan.strip.maxX + 12)
  }

  @Test("on a narrow page the title stands above, on a narrower one there is no bar")
  func narrow() throws {
    let plan = try #require(try plan("a title of letters", missing: "none", width: 150))
    #expect(plan.strip.x == 10 && plan.strip.y > 20 + 9.5)
    #expect(try #require(plan.missing).place.x + 4 * 4.75 <= 160)
    // 18 letters of half of 9.5 points need 85.5.
    #expect(try self.plan("a title of letters", missing: "none", width: 85) == nil)
  }

  @Test("a short bar has the numbers of its ends, and without room for two there is none")
  func short() throws {
    // "10⁻⁴" is four characters of half of 8.5 points.
    let plan = try #require(try plan("", width: 38))
    let numbers = plan.numbers.compactMap { $0 }
    #expect(numbers.count >= 2)
    #expect(numbers.first?.text == plan.ticks.first { !$0.isMinor }?.label)
    #expect(numbers.last?.text == plan.ticks.last { !$0.isMinor && !$0.label.isEmpty }?.label)
    #expect(numbers.allSatisfy { $0.place.x >= 10 - 2 && $0.place.x <= 10 + 38 })
    for (left, right) in zip(numbers, numbers.dropFirst()) {
      #expect(right.place.x >= left.place.x + 4.25 * Double(left.text.count) + 3)
    }
    #expect(try self.plan("", width: 20) == nil)
  }

  @Test("numbers of a log bar stand at equal ratios, the strip is without seams")
  func scene() throws {
    let plan = try #require(try plan("abcd"))
    #expect(plan.ticks.filter { !$0.isMinor }.map(\.value) == [1e-4, 1e-3, 1e-2, 1e-1, 1])
    var canvas = Canvas(
      pixelsPerPoint: 1, theme: Theme(.light), text: TextSetter(typography: .test))
    try plan.draw(on: &canvas)
    let nodes = try #require(canvas.nodes.first?.group).nodes
    let bar = try #require(nodes.compactMap(\.group).first { $0.role == .colorBar })
    let strips = bar.nodes.compactMap(\.rectangles)
    #expect(strips.count == 128)
    let rects = strips.flatMap(\.rects)
    #expect(rects.first?.x == px(37) && rects.last?.maxX == px(217))
    for (left, right) in zip(rects, rects.dropFirst()) { #expect(left.maxX == right.x) }
    let theme = Theme(.light)
    #expect(strips.first?.color == theme.magnitudes.color(at: 0.5 / 128))
    // A tick of every decade, 45 points apart: a hairline of one pixel beside or on it.
    let ticks = nodes.compactMap(\.rectangles).flatMap(\.rects)
    let longest = ticks.map(\.height).max()
    let majors = ticks.filter { $0.height == longest }.map { Double($0.x) / 256 + 0.5 }
    for (major, place) in zip(majors, [37.0, 82, 127, 172, 217]) {
      #expect(abs(major - place) <= 0.5)
    }
    #expect(majors.count == 5)
  }

  @Test("print has greys that rise in lightness")
  func print() {
    let theme = Theme(.print)
    let colors = (0...10).map { theme.magnitudes.color(at: Double($0) / 10) }
    #expect(colors.allSatisfy { $0.red == $0.green && $0.green == $0.blue })
    #expect(zip(colors, colors.dropFirst()).allSatisfy { $0.red < $1.red })
  }
}
