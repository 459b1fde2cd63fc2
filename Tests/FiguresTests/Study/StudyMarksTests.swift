import Charting
import Figures
import Search
import Testing

@testable import Experiments

/// What charts of studies draw of trials that are easily lost: with one report, without a value.
struct StudyMarksTests {
  private static func marks(_ plot: StudyPlot, _ trials: StudyTrials) throws -> [[any Mark]] {
    try MadeUpStudies.figure(plot, trials).chart.sections[0].panels.compactMap { $0?.marks }
  }

  /// Ten trials of one report each; the fifth and the tenth were pruned.
  private static func single(_ report: (Int) -> Double = { Double($0) }) throws -> StudyTrials {
    var trials = try MadeUpStudies.trials(10) { Double($0) }
    trials.steps = trials.numbers.map { _ in [1] }
    trials.reports = trials.numbers.map { [report($0)] }
    return trials
  }

  @Test("a single report has a mark of its own")
  func singleReports() throws {
    let trials = try Self.single()
    let points = try Self.marks(.intermediate, trials)[0].compactMap { $0 as? Points }
    let places = points.filter { $0.series.name == "complete trial" }.map(\.y)
    #expect(places == [[0, 1, 2, 3, 5, 6, 7, 8]])
    #expect(points.filter { $0.series.name == "pruned trial" }.map(\.y) == [[4, 9]])
    #expect(points.filter { $0.series.name == "best trial" }.map(\.y) == [[0]])
    let best = try Self.marks(.best, trials)
    #expect(best.count == 8)
    #expect(best.map { $0.compactMap { $0 as? Points }.map(\.y) } == places[0].map { [[$0]] })
    // A line shows its reports itself.
    let lines = try Self.marks(.best, MadeUpStudies.trials(10))
    #expect(lines.allSatisfy { $0.allSatisfy { $0 is Line } })
  }

  @Test("a line ends in the sign of what became of its trial")
  func ends() throws {
    let trials = try MadeUpStudies.trials(10)
    let best = try #require(trials.ranking.first)
    let points = try Self.marks(.intermediate, trials)[0].compactMap { $0 as? Points }
    func ends(_ places: [Int]) -> [[Double]] { [places.compactMap { trials.reports[$0].last }] }
    #expect(
      points.filter { $0.series.name == "complete trial" }.map(\.y)
        == ends(trials.complete.filter { $0 != best }))
    let star = points.filter { $0.marker == .star }
    #expect(star.map(\.y) == ends([best]) && star.map(\.series.name) == ["best trial"])
  }

  @Test("a report between two that are not finite has a mark, and those have a sign")
  func notFinite() throws {
    var trials = try Self.single { $0 == 2 ? .nan : Double($0) }
    trials.steps[3] = [1, 2, 3]
    trials.reports[3] = [.nan, 7, .infinity]
    let marks = try Self.marks(.intermediate, trials)[0]
    let points = marks.compactMap { $0 as? Points }.first { $0.series.name == "complete trial" }
    #expect(try #require(points).y == [0, 1, 7, 5, 6, 7, 8])
    let signs = marks.compactMap { $0 as? Line }
      .filter { $0.divergence?.meaning == "not finite from here on" }
    #expect(signs.map(\.x) == [[1], [2, 3]])
    #expect(signs.allSatisfy { $0.legendEntries.map(\.name) == ["not finite from here on"] })
  }

  @Test("trials that failed or run are drawn with their reports")
  func unfinished() throws {
    var trials = try MadeUpStudies.trials(12)
    (trials.states[0], trials.states[1]) = (.failed, .running)
    let lines = try Self.marks(.intermediate, trials)[0].compactMap { $0 as? Line }
    let drawn = try #require(lines.first { $0.series.name == "failed or unfinished trial" })
    #expect(drawn.y.filter(\.isFinite) == trials.reports[0] + trials.reports[1])
  }

  @Test("without a complete trial there are its ways and times, and the page of both")
  func nothingComplete() throws {
    for state in [TrialState.pruned, .failed, .complete] {
      var trials = try MadeUpStudies.trials(8) { _ in state == .complete ? .nan : 1 }
      trials.states = trials.states.map { _ in state }
      for plot in StudyPlot.allCases {
        switch plot {
        case .intermediate, .timeline, .all:
          let marks = try Self.marks(plot, trials)
          #expect(marks.count == (plot == .all ? 2 : 1), "\(plot) \(state)")
          #expect(marks.allSatisfy { !$0.isEmpty }, "\(plot) \(state)")
          let figure = try MadeUpStudies.figure(plot, trials)
          #expect(!figure.findings.contains("") && !figure.alternativeText.isEmpty)
        default:
          #expect(throws: StudyPlotError.self, "\(plot) \(state)") {
            _ = try MadeUpStudies.figure(plot, trials)
          }
        }
      }
      // Nor without reports and times.
      trials.steps = []
      trials.reports = []
      trials.starts = []
      trials.ends = []
      for plot in [StudyPlot.intermediate, .timeline, .all] {
        #expect(throws: StudyPlotError.self, "\(plot) \(state)") {
          _ = try MadeUpStudies.figure(plot, trials)
        }
      }
    }
  }

  @Test("the states of trials on the time line differ by more than their colours")
  func states() throws {
    var trials = try MadeUpStudies.trials(12)
    trials.states = trials.numbers.map { [.complete, .pruned, .failed, .running][$0 % 4] }
    let marks = try Self.marks(.timeline, trials)[0]
    let bars = marks.compactMap { $0 as? Spans }
    #expect(bars.map(\.isHollow) == [false, false, false, true])
    #expect(bars.map(\.from.count) == [3, 3, 3, 3])
    for name in Theme.Name.allCases {
      let theme = Theme(name)
      // Lightness tells those that are filled apart.
      let contrasts = bars.prefix(3).map { theme.color($0.ink).contrast(with: theme.paper) }
        .sorted()
      #expect(contrasts[1] > 1.15 * contrasts[0] && contrasts[2] > 1.15 * contrasts[1], "\(name)")
    }
    // A mark tells those that run, however narrow they are.
    let points = marks.compactMap { $0 as? Points }
    #expect(points.map(\.series) == [bars[3].series] && points.map(\.x) == [bars[3].to])
  }

  @Test("trials of the same choices stand side by side in their cell, the best in its middle")
  func spread() throws {
    var trials = try #require(MadeUpStudies.all.first { $0.name == "choices only" }).make()
    let marks = try Self.marks(.rank, trials)[0]
    let points = try #require(marks.first as? ShadedPoints)
    #expect(points.x.count == 32)
    let places = zip(points.x, points.y).map { [$0, $1] }
    #expect(Set(places).count == 32)
    let cells = Set(places.map { $0.map { $0.rounded() } })
    #expect(cells.count < 32)
    for (x, y) in zip(points.x, points.y) {
      #expect(abs(x - x.rounded()) <= 0.35 && abs(y - y.rounded()) <= 0.35)
    }
    // The best is drawn last.
    #expect(points.values.last == 0 && places.last == places.last?.map { $0.rounded() })
    let note =
      "Trials of one choice are spread around its middle where they would cover each other."
    #expect(try MadeUpStudies.figure(.rank, trials).chart.notes.contains(note))

    // Over a choice, numbers stay where they are.
    trials.columns[1] = StudyTrials.Column(
      name: "n", distributions: [try .int(0, 3)], distribution: trials.columns[1].distribution,
      values: trials.numbers.map { Double($0 % 2) })
    let mixed = try #require(try Self.marks(.rank, trials)[0].first as? ShadedPoints)
    #expect(Set(mixed.y) == [0, 1] && Set(mixed.x.map { $0.rounded() }).count <= 3)
    #expect(Set(zip(mixed.x, mixed.y).map { [$0, $1] }).count == 32)
    // Numbers alone are not spread, and nothing is said of it.
    let numbers = try MadeUpStudies.figure(.rank, MadeUpStudies.trials(20, columns: 2))
    #expect(!numbers.chart.notes.contains(note))
  }
}
