import Provenance
import Search
import Studies
import Testing

@testable import Experiments

/// Which studies can be drawn, and what a figure's study must be.
struct StudyResultTests {
  @Test("a study of several objectives is refused")
  func severalObjectives() {
    var study = HandmadeStudy.rich
    study.directions = [.minimize, .maximize]
    let error = #expect(throws: StudyPlotError.self) { try StudyTrials(study, path: "s.db") }
    #expect(
      error?.description
        == "the study handmade in s.db has 2 objectives (charts show studies of one)")
  }

  @Test("a study without what a chart shows is refused in a line that says what")
  func lacks() throws {
    let bare = HandmadeStudy.study([HandmadeStudy.trial(0, .complete, 1)])
    let pruned = HandmadeStudy.study([
      HandmadeStudy.trial(0, .complete, 1, rate: 0.1),
      HandmadeStudy.trial(1, .pruned, rate: 0.1, reports: [(0, 1)]),
    ])
    let constant = HandmadeStudy.study(
      (0..<5).map { HandmadeStudy.trial($0, .complete, 1, rate: 0.1, units: 20) })
    let none = HandmadeStudy.study([HandmadeStudy.trial(0, .failed, rate: 0.1)])
    let infinite = HandmadeStudy.study([HandmadeStudy.trial(0, .complete, .infinity, rate: 0.1)])
    let cases: [(StudyRecord, StudyPlot, String)] = [
      (none, .history, "complete trial with a finite value"),
      (infinite, .all, "complete trial with a finite value"),
      (bare, .intermediate, "values that trials reported on their way"),
      (bare, .best, "complete trial that reported values on its way"),
      (pruned, .best, "complete trial that reported values on its way"),
      (bare, .timeline, "times of its trials"),
      (bare, .parallel, "hyper-parameters"), (bare, .scatter, "hyper-parameters"),
      (bare, .narrowing, "hyper-parameters"), (pruned, .rank, "two hyper-parameters"),
      (pruned, .importance, "two hyper-parameters"),
      (constant, .importance, "two complete trials with different values"),
    ]
    for (study, plot, what) in cases {
      let error = #expect(throws: StudyPlotError.self) { try HandmadeStudy.result(study, plot) }
      #expect(
        error?.description
          == "the study handmade has no \(what), which --plot \(plot.rawValue) shows")
    }
    for plot in [StudyPlot.history, .edf, .all] { _ = try HandmadeStudy.result(bare, plot) }
    _ = try HandmadeStudy.result(constant, .rank)
  }

  @Test("trials that came to nothing have ways and times, and a page of what there is")
  func nothingComplete() throws {
    let reported = HandmadeStudy.study([
      HandmadeStudy.trial(0, .pruned, rate: 0.1, units: 20, reports: [(0, 1), (1, 2)])
    ])
    let timed = HandmadeStudy.study([
      HandmadeStudy.trial(0, .failed, rate: 0.1, units: 20, from: 1_000_000, to: 2_000_000)
    ])
    for (study, plot) in [(reported, StudyPlot.intermediate), (timed, .timeline)] {
      for shown in [plot, .all] {
        let result = try HandmadeStudy.result(study, shown)
        try result.validate()
        #expect(result.numbers.importances.isEmpty && result.numbers.random == nil)
      }
      for other in StudyPlot.allCases where other != plot && other != .all {
        #expect(throws: StudyPlotError.self, "\(other)") {
          _ = try HandmadeStudy.result(study, other)
        }
      }
    }
  }

  @Test("a baseline has the study's direction and a value")
  func baseline() throws {
    var other = HandmadeStudy.rich
    other.name = "other"
    #expect(try HandmadeStudy.result(baseline: other).baseline == [3, 1])
    #expect(try HandmadeStudy.result(baseline: other).config.baseline?.pruned == 1)
    other.directions = [.maximize]
    let error = #expect(throws: StudyPlotError.self) { try HandmadeStudy.result(baseline: other) }
    #expect(
      error?.description.contains("other maximizes its value (the study minimizes it)") == true)
    let empty = HandmadeStudy.study([HandmadeStudy.trial(0, .failed)])
    #expect(throws: StudyPlotError.emptyBaseline(name: "handmade")) {
      try HandmadeStudy.result(baseline: empty)
    }
  }

  @Test("numbers are made anew from the trials that a figure carries, and from no others")
  func remade() throws {
    var other = HandmadeStudy.rich
    other.name = "other"
    let result = try HandmadeStudy.result(baseline: other)
    var carried = result
    carried.numbers.importances = []
    carried.numbers.random = nil
    #expect(try carried.remade(for: result.config) == result)

    carried = result
    carried.trials.values[0] = 0.5
    #expect(throws: StudyPlotError.self) { try carried.remade(for: result.config) }
    carried = result
    carried.baseline[0] = 0.5
    #expect(throws: StudyPlotError.self) { try carried.remade(for: result.config) }
  }

  @Test("a result whose parts do not fit each other is refused, whichever part it is")
  func hostile() throws {
    let result = try HandmadeStudy.result(baseline: HandmadeStudy.rich)
    try result.validate()
    let changes: [(String, (inout StudyResult) -> Void)] = [
      ("states", { $0.trials.states.removeLast() }),
      ("values", { $0.trials.values.append(1) }),
      ("numbers", { $0.trials.numbers[1] = 0 }),
      ("numbers", { $0.trials.numbers[0] = -1 }),
      ("states", { $0.trials.numbers = [] }),
      ("steps", { $0.trials.steps.removeLast() }),
      ("reports", { $0.trials.reports.removeLast() }),
      ("reports", { $0.trials.reports[0].removeLast() }),
      ("steps", { $0.trials.steps[0] = [1, 1] }),
      ("lows", { $0.trials.lows = [1] }),
      ("highs", { $0.trials.lows = $0.trials.values }),
      ("starts", { $0.trials.starts.removeLast() }),
      ("ends", { $0.trials.ends = [] }),
      ("starts", { $0.trials.starts[0] = -2 }),
      ("starts", { $0.trials.ends[0] = .max }),
      ("columns", { $0.trials.columns[0].values.removeLast() }),
      ("columns", { $0.trials.columns[0].distribution.removeLast() }),
      ("columns", { $0.trials.columns[0].distribution[0] = 1 }),
      ("columns", { $0.trials.columns[0].distribution[0] = -2 }),
      ("columns", { $0.trials.columns[0].values[0] = 2 }),
      ("columns", { $0.trials.columns[2].values[1] = 0.5 }),
      ("distributions", { $0.trials.columns[0].distributions = [] }),
      ("complete", { $0.trials.states = $0.trials.states.map { _ in .failed } }),
      ("importances", { $0.numbers.importances[0].share = 1.5 }),
      ("importances", { $0.numbers.importances[0].low = .nan }),
      ("importances", { $0.numbers.importances[0].name = "none" }),
      ("importances", { $0.numbers.importances[0].name = $0.numbers.importances[1].name }),
      ("importances", { $0.numbers.importances += $0.numbers.importances }),
      ("random", { $0.numbers.random?.counts[0] = 0 }),
      ("random", { $0.numbers.random?.counts = [] }),
      ("random", { $0.numbers.random?.low.removeLast() }),
      ("random", { $0.numbers.random?.middle[0] = .infinity }),
      ("random", { $0.numbers.random?.high.append(1) }),
      ("baseline", { $0.baseline = [] }),
      ("baseline", { $0.baseline[0] = .nan }),
      ("baseline", { $0.config.baseline = nil }),
    ]
    for (index, (place, change)) in changes.enumerated() {
      var altered = result
      change(&altered)
      #expect(altered != result, "\(index)")
      let error = #expect(throws: ResultError.self, "\(index) \(place)") { try altered.validate() }
      #expect(error?.description.contains(place) == true, "\(index): \(error?.description ?? "")")
    }
  }

  @Test("a config with names without end or bad digests is refused")
  func config() throws {
    let config = try HandmadeStudy.result(baseline: HandmadeStudy.rich).config
    try config.validate()
    let changes: [(inout StudyConfig) -> Void] = [
      { $0.shown = 0 }, { $0.file = String(repeating: "a", count: 5000) },
      { $0.study = String(repeating: "a", count: 5000) }, { $0.trials = "1234" },
      { $0.baseline?.name = String(repeating: "a", count: 5000) },
      { $0.baseline?.trials = "" }, { $0.baseline?.pruned = -1 },
    ]
    for (index, change) in changes.enumerated() {
      var altered = config
      change(&altered)
      #expect(throws: (any Error).self, "\(index)") { try altered.validate() }
    }
  }
}
