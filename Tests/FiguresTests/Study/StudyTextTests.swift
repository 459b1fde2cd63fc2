import Charting
import Figures
import Search
import Testing

@testable import Experiments

/// What figures of studies say, about studies whose answers a hand can work out.
struct StudyTextTests {
  /// Ten trials whose values fall from 10 to 1, over rates of 0.1 to 1; two were pruned.
  private static func trials(
    _ direction: StudyDirection = .minimize, change: (inout StudyTrials) -> Void = { _ in }
  ) throws -> StudyTrials {
    var trials = StudyTrials(direction: direction, objective: "", isShare: false)
    trials.numbers = Array(0..<12)
    trials.states = [TrialState](repeating: .complete, count: 10) + [.pruned, .pruned]
    trials.values = (0..<10).map { Double(10 - $0) } + [40, 50]
    trials.columns = [
      StudyTrials.Column(
        name: "rate", distributions: [try .float(0, 2)],
        distribution: [Int](repeating: 0, count: 12),
        values: (0..<12).map { 0.1 + 0.1 * Double($0) }),
      StudyTrials.Column(
        name: "kind", distributions: [.categorical([.string("a"), .string("b")])],
        distribution: [Int](repeating: 0, count: 12),
        values: (0..<12).map { $0 < 5 ? 0 : 1 }),
    ]
    trials.steps = (0..<10).map { _ in [0, 1, 2, 3] } + [[0], [0, 1]]
    trials.reports = trials.steps.map { $0.map { 10 - Double($0) } }
    trials.starts = (0..<12).map { 1_000_000 * $0 }
    trials.ends = (0..<12).map { 1_000_000 * $0 + 500_000 }
    change(&trials)
    return trials
  }

  private static func findings(
    _ plot: StudyPlot, _ trials: StudyTrials, baseline: StudyTrials? = nil,
    language: Language = .english
  ) throws -> [String] {
    try MadeUpStudies.figure(plot, trials, baseline: baseline, language: language).findings
  }

  @Test("the history names the best trial and when it was found")
  func history() throws {
    #expect(
      try Self.findings(.history, Self.trials()) == [
        "Best: trial 9, value 1.00 (rate 1.0, kind b).",
        "It was found after 10 of 12 trials.",
      ])
    let other = try Self.trials { $0.values[3] = 0.25 }
    #expect(
      try Self.findings(.history, other).first
        == "Best: trial 3, value 0.250 (rate 0.40, kind a).")
    #expect(
      try Self.findings(.history, Self.trials(.maximize)).first
        == "Best: trial 0, value 10.0 (rate 0.10, kind a).")
    #expect(
      try Self.findings(.history, Self.trials(), language: .korean) == [
        "최고: 시행 9, 값 1.00 (rate 1.0, kind b).", "12번 중 10번째 시행에서 나왔다.",
      ])
  }

  @Test("a comparison claims no more than its baseline can carry")
  func comparison() throws {
    func baseline(_ values: [Double]) throws -> StudyTrials {
      var other = try MadeUpStudies.trials(values.count, columns: 0)
      other.values = values
      other.states = values.map { _ in .complete }
      return other
    }
    func verdict(_ values: [Double]) throws -> String {
      try Self.findings(.history, Self.trials(), baseline: baseline(values))[1]
    }
    // The best of ten trials cannot say how good the best of twelve others would have been.
    #expect(
      try verdict((2..<12).map(Double.init))
        == "None of the 10 complete trials of “random” is as good: its best is 2.00.")
    // Of two thousand, 5 % of the picks of twelve are among the best eight.
    let many = (0..<2000).map { 0.5 + 0.09 * Double($0) }
    #expect(
      try verdict(many)
        == "That is clearly better than as many trials of “random”, typically 10.6.")
    #expect(
      try verdict((1..<100).map { 0.01 * Double($0) })
        == "That is worse than as many trials of “random”, typically 0.0600.")
    #expect(
      try verdict((0..<100).map { 0.5 + 0.1 * Double($0) })
        == "As many trials of “random” find 2.70 to 0.500 (90 %): no clear difference.")
  }

  @Test("the distribution counts complete trials only, and compares where it can")
  func distribution() throws {
    #expect(
      try Self.findings(.edf, Self.trials())
        == ["Half of the complete trials reach 5.00 or better, one in ten 1.00."])
    #expect(
      try Self.findings(.edf, Self.trials(.maximize))
        == ["Half of the complete trials reach 6.00 or better, one in ten 10.0."])
    let other = try Self.trials { $0.values = $0.values.map { 2 * $0 } }
    #expect(
      try Self.findings(.edf, Self.trials(), baseline: other).first?
        .hasSuffix("one in ten 1.00; of “random” 10.0 and 2.00.") == true)
    #expect(
      try Self.findings(.edf, Self.trials(.maximize), language: .korean)
        == ["완료한 시행의 절반이 6.00 이상, 10 %가 10.0 이상이다."])
  }

  @Test("pruning is told by its trials, its steps and what it saved where that is known")
  func intermediate() throws {
    func sentence(
      _ language: Language = .english, _ change: (inout StudyTrials) -> Void = { _ in }
    ) throws -> String? {
      try Self.findings(.intermediate, Self.trials(change: change), language: language).first
    }
    // 43 of 48 steps were done.
    #expect(
      try sentence()
        == "2 of 12 trials were pruned, half of them by step 0. That saved 10 % of the steps.")
    #expect(
      try sentence(.korean)
        == "시행 12번 중 2번을 중단했다 (절반은 0단계까지). 전체 단계의 10 %를 아꼈다.")
    #expect(
      try sentence { $0.states[11] = .failed }
        == "1 of 11 trials was pruned, at step 0. That saved 6.8 % of the steps.")
    #expect(
      try sentence {
        $0.steps[11] = [0]
        $0.reports[11] = [1]
      }?
      .hasPrefix("2 of 12 trials were pruned, all at step 0.") == true)
    #expect(
      try sentence {
        $0.steps[11] = []
        $0.reports[11] = []
      }
        == "2 of 12 trials were pruned, the one that had reported at step 0.")
    // Nobody knows how far the pruned ones would have gone.
    #expect(
      try sentence {
        $0.steps[3] = [0, 1]
        $0.reports[3] = [1, 2]
      }
        == "2 of 12 trials were pruned, half of them by step 0.")
    // They went further than any complete one.
    #expect(
      try sentence {
        $0.steps[11] = Array(0..<6)
        $0.reports[11] = [1, 1, 1, 1, 1, 1]
      } == "2 of 12 trials were pruned, half of them by step 0.")
    // Reports that are not one for each step say nothing of the steps between them.
    #expect(
      try sentence { $0.steps = $0.steps.map { $0.map { 2 * $0 } } }?.contains("saved") == false)
    #expect(
      try sentence { $0.steps[0] = [0, 1, 2, 9] }?.contains("saved") == false)
  }

  @Test("where the number of epochs is searched, each trial is measured by its own")
  func searchedLength() throws {
    var trials = try Self.trials()
    let epochs = trials.numbers.map { $0 < 5 ? 2 : 8 }
    trials.columns.append(
      StudyTrials.Column(
        name: "epochs", distributions: [try .int(1, 10)],
        distribution: [Int](repeating: 0, count: 12), values: epochs.map(Double.init)))
    trials.steps = epochs.enumerated().map { Array(1...($0.offset < 10 ? $0.element : 4)) }
    trials.reports = trials.steps.map { $0.map { 10 - Double($0) } }
    // Of 5 times 2 and 7 times 8 steps the last two trials left out 4 each.
    #expect(
      try Self.findings(.intermediate, trials)
        == ["2 of 12 trials were pruned, all at step 4. That saved 12 % of the steps."])
    // Here the number of epochs is not that of the steps.
    trials.columns[2].values[0] = 3
    #expect(
      try Self.findings(.intermediate, trials) == ["2 of 12 trials were pruned, all at step 4."])
  }

  /// Trials whose values rise one by one; of the second hyper-parameter only `best` lie together.
  private static func ranked(_ count: Int, best: Int) throws -> StudyTrials {
    var trials = try MadeUpStudies.trials(count, columns: 2) { Double($0) }
    trials.states = trials.states.map { _ in .complete }
    trials.columns[1] = StudyTrials.Column(
      name: "n", distributions: [try .int(0, 100)],
      distribution: [Int](repeating: 0, count: count),
      values: (0..<count).map { Double($0 < best ? 7 : min(100, $0)) })
    return trials
  }

  @Test("what the best trials have in common is named, the narrowest first")
  func common() throws {
    #expect(
      try Self.findings(.rank, Self.trials()).first
        == "Best: trial 9, value 1.00 (rate 1.0, kind b).")
    // Sixty complete trials have a tenth of six.
    var trials = try Self.ranked(60, best: 6)
    #expect(
      try Self.findings(.scatter, trials) == ["The best tenth of the trials (6) all have n 7."])
    trials.columns[1].values[1] = 9
    #expect(
      try Self.findings(.scatter, trials)
        == ["The best tenth of the trials (6) lie within 2.0 % of the range of n: 7…9."])
    #expect(
      try Self.findings(.parallel, trials).first?
        .hasPrefix("The best tenth of the trials (6) have n 7…9 and η ") == true)
    #expect(
      try Self.findings(.narrowing, trials).first?
        .hasPrefix("The best 10 trials have n 6…9 (3.0 % of its range) and η ") == true)
    // What only some of them have is no common trait.
    trials.columns[1].distribution[2] = -1
    trials.columns[1].values[2] = .nan
    let parallel = try #require(try Self.findings(.parallel, trials).first)
    #expect(
      parallel.hasPrefix("The best tenth of the trials (6) have η ") && !parallel.contains(" n "))
  }

  @Test("of few trials, and of those that are half of all, nothing is said")
  func uncommon() throws {
    let plots: [StudyPlot] = [.scatter, .parallel, .rank]
    for plot in plots {
      // A tenth of four, and one of five.
      let few = try Self.findings(plot, Self.ranked(40, best: 4))
      #expect(few.first?.hasPrefix("Best: trial 0, value 0") == true, "\(plot)")
      let enough = try Self.findings(plot, Self.ranked(41, best: 5))
      #expect(enough.first?.hasPrefix("The best tenth of the trials (5)") == true, "\(plot)")
    }
    // The best ten of ten.
    #expect(
      try Self.findings(.narrowing, Self.trials()).first
        == "Best: trial 9, value 1.00 (rate 1.0, kind b).")
  }

  @Test("trials that are as good as the last of the best count among them")
  func ties() throws {
    var trials = try Self.ranked(60, best: 14)
    trials.values = trials.values.map { max(0, $0 - 13) }
    #expect(try Self.findings(.scatter, trials) == ["The best 14 trials all have n 7."])
    #expect(
      try Self.findings(.narrowing, trials).first?.hasPrefix("The best 14 trials have n 7") == true)
    let chart = try MadeUpStudies.figure(.narrowing, trials).chart
    #expect(
      chart.notes.contains {
        $0 == "Trials that are as good as the last of the best 10 count among them: 14 in the end."
      })
    // All are equal: none is among the best, and none has a rank of its own.
    trials.values = trials.values.map { _ in 0.5 }
    for plot in [StudyPlot.scatter, .parallel, .rank, .narrowing] {
      #expect(
        try Self.findings(plot, trials).first?.hasPrefix("Best: trial 0, value 0.500") == true,
        "\(plot)")
    }
  }

  @Test("equal values have one rank, the share of the others that are better")
  func ranks() throws {
    func ranks(_ values: [Double]) throws -> [Double: [Double]] {
      var trials = try Self.ranked(values.count, best: 2)
      trials.values = values
      let panels = try MadeUpStudies.figure(.rank, trials).chart.sections[0].panels
      let points = try #require(panels[0]?.marks.first as? ShadedPoints)
      // By the place of the trial on the first axis.
      return Dictionary(grouping: zip(points.x, points.values)) { $0.0 }
        .mapValues { $0.map(\.1) }
    }
    let made = try Self.ranked(5, best: 2)
    let places = made.columns[0].values
    let mixed = try ranks([2, 1, 2, 3, 2])
    #expect(places.map { mixed[$0] } == [[25], [0], [25], [100], [25]])
    let same = try ranks([0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(places.map { same[$0] } == [[0], [0], [0], [0], [0]])
  }

  @Test("the band of the best so far holds those that are as good")
  func bandOfTies() throws {
    // Ten trials at 5, then one at 50 that is as good, then better ones at 7.
    var trials = try Self.ranked(40, best: 0)
    trials.values = trials.numbers.map { $0 < 11 ? 1 : $0 < 30 ? 2 : 0 }
    trials.columns[1].values = trials.numbers.map { $0 < 10 ? 5 : $0 == 10 ? 50 : $0 < 30 ? 90 : 7 }
    let panels = try MadeUpStudies.figure(.narrowing, trials).chart.sections[0].panels
    let band = try #require(panels[1]?.marks.compactMap { $0 as? Band }.first)
    func range(at number: Double) -> [Double] {
      guard let place = band.x.lastIndex(where: { $0 <= number }) else { return [] }
      return [band.low[place], band.high[place]]
    }
    #expect(range(at: 9) == [5, 5])
    #expect(range(at: 10) == [5, 50] && range(at: 29) == [5, 50])
    // Nine of them still leave one of the first to be among the ten.
    #expect(range(at: 38) == [5, 50])
    #expect(range(at: 39) == [7, 7])
  }

  @Test("times are told in their unit, with lanes where trials ran side by side")
  func timeline() throws {
    #expect(
      try Self.findings(.timeline, Self.trials()) == [
        "12 trials in 12 s.", "A complete one typically takes 0.50 s.",
        "They ran one by one, 52 % of the time.",
      ])
    let wide = try Self.trials { $0.ends = $0.starts.map { $0 + 3_000_000 } }
    #expect(
      try Self.findings(.timeline, wide).last
        == "Up to 3 ran at a time; the lanes were busy 86 % of the time.")
    let long = try Self.trials {
      $0.starts = $0.starts.map { 3600 * $0 }
      $0.ends = $0.ends.map { 3600 * $0 }
    }
    #expect(try Self.findings(.timeline, long).first == "12 trials in 12 h.")
  }

  @Test("importance names the most decisive, and doubts a lead whose intervals overlap")
  func importance() throws {
    let figure = try MadeUpStudies.figure(.importance, Self.trials())
    let first = try #require(figure.result.numbers.importances.first)
    let share = DisplayNumber.fixed(100 * first.share, decimals: 0)
    #expect(
      figure.findings[0].hasPrefix("The most decisive is \(first.name): \(share) % (90 % interval ")
    )
    let last = figure.result.numbers.importances[1]
    #expect(figure.findings[0].contains("is not certain") == (last.high >= first.low))
    var result = figure.result
    result.numbers.importances[1].high = first.low - 1e-6
    #expect(!StudyFigure(result, language: .english).findings[0].contains("is not certain"))
  }

  @Test("facts and the alternative text hold the numbers, and change with them")
  func facts() throws {
    let figure = try MadeUpStudies.figure(.history, Self.trials())
    let facts = StatedFacts(figure)
    #expect(facts.keysAreUnique)
    #expect(facts.number("", .bestValue) == 1 && facts.number("", .trialNumber) == 9)
    #expect(facts.number("", .trials) == 12 && facts.number("", .givenUp) == 2)
    let page = StatedFacts(try MadeUpStudies.figure(.all, Self.trials()))
    #expect(page["rate", .bestSetting] == "1.0" && page["kind", .bestSetting] == "b")
    #expect(page.number("rate", .importance) != nil && page.keysAreUnique)
    for plot in StudyPlot.allCases {
      for language in Language.allCases {
        let one = try MadeUpStudies.figure(plot, Self.trials(), language: language)
        let other = try MadeUpStudies.figure(
          plot,
          Self.trials {
            $0.values = $0.values.map { 1.5 * $0 }
            $0.values[2] = 0.125
            $0.columns[0].values[2] = 1.5
            $0.states[11] = .failed
            $0.ends[3] += 7_000_000
          }, language: language)
        #expect(StatedFacts(one).keysAreUnique, "\(plot)")
        #expect(one.alternativeText != other.alternativeText, "\(plot) \(language)")
        #expect(one.findings != other.findings, "\(plot) \(language)")
        for finding in one.findings { #expect(one.alternativeText.contains(finding), "\(plot)") }
      }
    }
  }

  @Test("alternative texts say what the axes show, and one sentence of each rank and parameter")
  func alternativeTexts() throws {
    func text(
      _ plot: StudyPlot, _ language: Language = .english, _ trials: StudyTrials? = nil
    ) throws -> String {
      try MadeUpStudies.figure(plot, trials ?? Self.trials(), language: language).alternativeText
    }
    let history = try text(.history)
    #expect(history.contains("best so far. Axes: trial 0 to 11; value −1.45 to 52.5"), "\(history)")
    #expect(try text(.history, .korean).contains(" 축: 시행 0~11; 값 −1.45~52.5"))
    #expect(try text(.parallel).contains(" Axes: rate 0 to 2; kind a|b; value 1 to 10. rate: "))
    #expect(try text(.parallel, .korean).contains(" 축: rate 0~2; kind a|b; 값 1~10. rate: "))
    let shares = try MadeUpStudies.trials(40, columns: 1, .maximize, isShare: true)
    #expect(
      try text(.history, .english, shares).contains(
        "; validation accuracy (%) 0 to 100."))
    #expect(try text(.scatter, .english, shares).contains("(log)"))
    // Choices are named once, whichever way they run.
    #expect(
      try text(.all).split(separator: " kind a|b", omittingEmptySubsequences: false).count == 2)
    #expect(try text(.all).contains("; step 0 to 3;"))

    let figure = try MadeUpStudies.figure(.importance, Self.trials())
    for importance in figure.result.numbers.importances {
      let ends = [importance.low, importance.high].map {
        DisplayNumber.fixed(100 * $0, decimals: 1) + " %"
      }
      #expect(
        figure.alternativeText.contains(", importance interval \(ends[0]) to \(ends[1])."))
      #expect(
        try text(.importance, .korean).contains(", 중요도의 구간 \(ends[0])~\(ends[1])."))
    }

    // Twenty of thirty-two; two facts are one sentence.
    let best = try text(.best, .english, MadeUpStudies.trials(40))
    #expect(best.contains("8 more are not described."))
    #expect(best.contains("rank 12: trial ") && !best.contains("rank 13"))
    #expect(
      try text(.best, .korean, MadeUpStudies.trials(40)).contains("나머지 8개는 적지 않는다."))

    #expect(try text(.intermediate).contains("pruned ones end in a cross"))
    let whole = try Self.trials { $0.states = $0.states.map { _ in .complete } }
    for (language, word) in [(Language.english, "cross"), (.korean, "가위표")] {
      #expect(try text(.intermediate, language).contains(word))
      #expect(try !text(.intermediate, language, whole).contains(word))
    }
  }

  @Test("the small print says which values are good, and what is left out")
  func notes() throws {
    #expect(
      try MadeUpStudies.figure(.history, Self.trials()).chart.notes.contains(
        "Lower values are better."))
    #expect(
      try MadeUpStudies.figure(.edf, Self.trials(.maximize)).chart.notes
        .contains("Higher values are better."))
    let many = try MadeUpStudies.trials(60, columns: 15)
    #expect(
      try MadeUpStudies.figure(.parallel, many).chart.notes
        .contains("The 7 least important hyper-parameters are left out."))
    for plot in [StudyPlot.edf, .scatter, .parallel, .rank] {
      #expect(
        try MadeUpStudies.figure(plot, many).chart.notes
          .contains("The 12 pruned trials are left out."))
      let whole = try Self.trials { $0.states = $0.states.map { _ in .complete } }
      #expect(
        try !MadeUpStudies.figure(plot, whole).chart.notes.joined().contains("pruned"))
    }
    #expect(
      try MadeUpStudies.figure(.all, many).chart.notes.contains {
        $0.hasPrefix("Pruned trials (12) are shown by trial and by step alone")
      })
    let thin = try MadeUpStudies.trials(5000, columns: 1)
    #expect(
      try MadeUpStudies.figure(.history, thin).chart.notes.contains {
        $0.hasPrefix("3,000 of 4,000 trials are drawn")
      })
  }
}
