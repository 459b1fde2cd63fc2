import Charting
import Linting
import Testing

/// Each rule by itself: a figure with which nothing is wrong, and the same one spoiled in the one
/// way that this rule is for. All rules look at both: the first has no finding, the second those of
/// its rule and no other.
struct RuleMutationTests {
  @Test(
    "a figure that breaks one rule is found by it alone, a healthy one by none",
    arguments: LintRule.allCases)
  func mutation(rule: LintRule) throws {
    let (healthy, spoiled) = try Self.pair(for: rule)
    let before = Lint.findings(healthy)
    #expect(before.isEmpty, "\(before.map(\.line))")
    let after = Lint.findings(spoiled)
    #expect(Set(after.map(\.rule)) == [rule], "\(after.map(\.line))")
    #expect(after.allSatisfy { $0.severity == rule.severity && !$0.place.isEmpty })
    #expect(Linter(rules: LintRule.allCases.filter { $0 != rule }).findings(in: spoiled).isEmpty)
  }

  private typealias Pair = (healthy: DrawnChart, spoiled: DrawnChart)

  private static func pair(for rule: LintRule) throws -> Pair {
    switch rule {
    case .textOverlap, .textOnData, .legendOverData, .clipped, .contrast, .grey, .colorVision,
      .smallText, .alternativeText, .fewNumbers, .emptyPanel:
      try drawing(for: rule)
    case .unnamed, .hiddenData, .covered, .unequalAxes, .barsFromZero, .smoothedWithoutRaw,
      .truncatedMeasure, .axisTitle, .manySeries, .leftOut:
      try chart(for: rule)
    }
  }

  // MARK: What is drawn

  /// Faults of the drawing: the chart is the same.
  private static func drawing(for rule: LintRule) throws -> Pair {
    var chart = GoodChart.lines()
    // A word of the panel's ink, so that only its place can be wrong.
    if rule == .textOnData {
      chart.sections[0].panels[0]?.marks.append(TextMark(x: 15, y: 0.8, text: "word"))
    }
    let healthy = try Lint.draw(chart)
    var spoiled = healthy
    func box(of text: String) throws -> SceneRect {
      try #require(healthy.scene.runs.first { $0.text == text }).box
    }
    let note = try box(of: "Made up.")
    switch rule {
    case .textOverlap:
      let title = try box(of: "Two losses")
      spoiled.scene = healthy.scene.changing(text: "Made up.") {
        $0.moved(0, title.y - note.y)
      }
    case .textOnData:
      // From over the lines down to them, at the middle of the panel.
      let frame = healthy.panels[0].frame
      let (word, line) = (try box(of: "word"), frame.point(15, 0.6))
      spoiled.scene = healthy.scene.changing(text: "word") {
        $0.moved(0, Int32(line.y * 512) - word.y - word.height / 2)
      }
    case .legendOverData:
      spoiled.scene = healthy.scene.changing(.legend) { $0.moved(-60 * 512, -10 * 512) }
    case .clipped:
      spoiled.scene = healthy.scene.changing(text: "Made up.") { $0.moved(-note.x - 3 * 512, 0) }
    case .contrast:
      spoiled.scene = healthy.scene.changing(text: "Made up.") {
        $0.colored(Color(hex: 0x777777))
      }
    case .grey:
      // 3.6 apart in grey, 53 at the least in color, by the formulas of `Reference/palette.py`.
      spoiled.scene = solid(healthy.scene, 0xB46B0D, 0x517FF9)
    case .colorVision:
      // 17 apart in grey, 2.4 for protanopes.
      spoiled.scene = solid(healthy.scene, 0xFF2002, 0x27610B)
    case .smallText:
      var theme = Theme(.light)
      theme.sizes.note = 5.5
      spoiled = try Lint.draw(chart, theme: theme)
    case .alternativeText:
      spoiled.alternativeText = ""
    case .fewNumbers:
      spoiled.panels[0].xNumbers = ["10"]
    case .emptyPanel:
      spoiled.scene = healthy.scene.changing(.data) { _ in nil }
    default:
      break
    }
    return (healthy, spoiled)
  }

  /// The first line in one color, the second in another, both without dashes.
  private static func solid(_ scene: Scene, _ first: UInt32, _ second: UInt32) -> Scene {
    scene.changing(.data) { $0.colored(Color(hex: $0.number == 0 ? first : second)) }
  }

  // MARK: What is shown

  /// Faults of the chart, which is drawn with them.
  private static func chart(for rule: LintRule) throws -> Pair {
    var healthy = GoodChart.lines()
    var spoiled = healthy
    switch rule {
    case .unnamed:
      spoiled.legend = .none
    case .hiddenData:
      spoiled.sections[0].y.domain = .fixed(0, 0.8)
    case .covered:
      // The second line, which has dashes, runs under the first.
      let y = GoodChart.x.map { 0.9 - 0.02 * $0 }
      let dashed = Line(x: GoodChart.x, y: y, series: Series(1, "fast"))
      let solid = Line(x: GoodChart.x, y: y, series: Series(0, "slow"))
      healthy = GoodChart.lines([solid, dashed])
      spoiled = GoodChart.lines([dashed, solid])
    case .unequalAxes:
      healthy = GoodChart.bars(y: Axis(title: "share (%)", domain: .data(includeZero: true)))
      spoiled = healthy
      spoiled.sections[0].shareY = .none
    case .barsFromZero:
      healthy = GoodChart.bars()
      spoiled = GoodChart.bars(y: Axis(title: "share (%)", domain: .fixed(4, 60)))
    case .smoothedWithoutRaw:
      healthy = GoodChart.lines(GoodChart.smoothed)
      spoiled = GoodChart.lines(Array(GoodChart.smoothed.dropFirst()))
    case .truncatedMeasure:
      healthy = GoodChart.lines(y: Axis(title: "share", domain: .fixed(0, 1), bounds: .share))
      spoiled = GoodChart.lines(y: Axis(title: "share", domain: .fixed(0.05, 1), bounds: .share))
    case .axisTitle:
      spoiled = GoodChart.lines(y: Axis(domain: .fixed(0, 1)))
    case .manySeries:
      healthy = GoodChart.lines(fan(8))
      spoiled = GoodChart.lines(fan(9))
    case .leftOut:
      let words = String(repeating: "a very long name of a minimum ", count: 6)
      spoiled = GoodChart.lines(GoodChart.two + [TextMark(x: 5, y: 0.5, text: words)])
    default:
      break
    }
    return (try Lint.draw(healthy), try Lint.draw(spoiled))
  }

  /// Lines that spread from one point.
  private static func fan(_ count: Int) -> [any Mark] {
    (0..<count).map { index in
      Line(
        x: GoodChart.x, y: GoodChart.x.map { 0.9 - (0.005 + 0.004 * Double(index)) * $0 },
        series: Series(index, "s\(index)"))
    }
  }
}
