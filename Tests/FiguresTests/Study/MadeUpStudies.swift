import Figures
import Search

@testable import Experiments

/// Studies with trials of the test's own, so that what a figure says of them is known.
enum MadeUpStudies {
  /// A place in 0..<1 that depends on both numbers, in no order that could be seen.
  private static func noise(_ index: Int, _ salt: Int) -> Double {
    var bits = UInt64(truncatingIfNeeded: index &* 7919 &+ salt &* 104_729 &+ 17)
    for _ in 0..<3 {
      bits = (bits ^ bits >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
    return Double(bits >> 11) / Double(1 << 53)
  }

  private static let names = [
    "learning-rate", "hidden", "dropout_probability_of_the_first_encoder_layer", "kind", "β₂",
    "weight_decay", "n", "momentum", "학습률의 감쇠 계수", "w", "warm-up", "batch", "x1", "x2", "z",
  ]

  private static func column(_ place: Int, count: Int) throws -> StudyTrials.Column {
    let distribution: Distribution
    switch place {
    case 0: distribution = try .float(1e-5, 1, isLog: true)
    case 1: distribution = try .int(16, 512, isLog: true)
    case 3:
      distribution = .categorical(
        ["sgd", "adam", "a choice with a long name of its own"].map(ParameterValue.string))
    case 6: distribution = try .int(1, 4)
    case 11: distribution = .categorical((1...16).map(ParameterValue.int))
    default: distribution = try .float(0, 1)
    }
    let values = (0..<count).map { index -> Double in
      let share = noise(index, place)
      switch distribution {
      case .categorical(let choices): return Double(Int(share * Double(choices.count)))
      case .int(let range):
        return Double(range.low + Int(share * Double(range.high - range.low + 1)))
      case .float(let range): return range.low + share * (range.high - range.low)
      }
    }
    return StudyTrials.Column(
      name: names[place], distributions: [distribution],
      distribution: [Int](repeating: 0, count: count), values: values)
  }

  /// Trials with so many hyper-parameters of all kinds, reports, times, and every fifth pruned.
  static func trials(
    _ count: Int, columns: Int = 4, _ direction: StudyDirection = .minimize,
    isShare: Bool = false, value: (Int) -> Double = { noise($0, 99) }
  ) throws -> StudyTrials {
    var trials = StudyTrials(
      direction: direction, objective: isShare ? "validation accuracy" : "", isShare: isShare)
    trials.numbers = Array(0..<count)
    trials.states = (0..<count).map { $0 % 5 == 4 ? .pruned : .complete }
    trials.values = (0..<count).map(value)
    trials.columns = try (0..<columns).map { try column($0, count: count) }
    trials.steps = trials.states.map { Array(0...($0 == .pruned ? 2 : 6)) }
    trials.reports = zip(trials.steps, trials.values).map { steps, value in
      steps.map { value * (1 + 0.5 * Double(steps.count - 1 - $0)) }
    }
    trials.starts = (0..<count).map { 400_000 * $0 }
    trials.ends = (0..<count).map { 400_000 * $0 + ($0 == 2 ? -1 - 800_000 : 700_000) }
    return trials
  }

  static func figure(
    _ plot: StudyPlot, _ trials: StudyTrials, baseline: StudyTrials? = nil,
    name: String = "made-up",
    language: Language = .english
  ) throws -> StudyFigure {
    let result = try StudyResult(
      plot: plot, file: "studies.db", name: name, trials: trials,
      baseline: baseline.map { ("random", $0) }, shown: 20)
    try result.validate()
    return StudyFigure(result, language: language)
  }

  /// Studies that strain a chart, by name.
  static let all: [(name: String, make: @Sendable () throws -> StudyTrials)] = [
    ("usual", { try trials(40) }),
    ("shares", { try trials(40, columns: 2, .maximize, isShare: true) }),
    ("one trial", { try trials(1) }),
    ("two trials", { try trials(2, columns: 1) }),
    ("constant values", { try trials(12) { _ in 3 } }),
    (
      "not finite",
      {
        try trials(30) { index in
          index % 3 == 0 ? .nan : index % 3 == 1 ? .infinity : Double(index)
        }
      }
    ),
    ("decades", { try trials(50) { 1e-12 * Double($0 * $0 * $0 * $0 + 1) * 1e4 } }),
    ("huge", { try trials(20) { $0 == 3 ? -1e300 : 1e300 * noise($0, 1) } }),
    ("no hyper-parameters", { try trials(20, columns: 0) }),
    ("fifteen", { try trials(60, columns: 15) }),
    (
      "choices only",
      {
        var made = try trials(40, columns: 12)
        made.columns = [made.columns[3], made.columns[11]]
        return made
      }
    ),
    (
      "all pruned but one",
      {
        var made = try trials(25)
        made.states = made.numbers.map { $0 == 7 ? .complete : .pruned }
        return made
      }
    ),
    (
      "conditional and narrowed",
      {
        var made = try trials(40, columns: 8)
        for place in 0..<40 {
          if place % 2 == 0 {
            clear(&made.columns[7], place)
          } else {
            clear(&made.columns[6], place)
          }
        }
        made.columns[2].distributions.append(try .float(0.2, 0.4))
        for place in 20..<40 {
          made.columns[2].distribution[place] = 1
          made.columns[2].values[place] = 0.2 + 0.2 * noise(place, 5)
        }
        made.lows = made.values.map { $0 - 0.1 }
        made.highs = made.values.map { $0 + 0.1 }
        return made
      }
    ),
    (
      "failed and running",
      {
        var made = try trials(30)
        made.states = made.numbers.map { [.complete, .failed, .pruned, .running][$0 % 4] }
        made.ends = made.numbers.map { $0 % 4 == 3 ? -1 : 400_000 * ($0 + 30) }
        return made
      }
    ),
    (
      "single reports",
      {
        var made = try trials(20)
        made.steps = made.numbers.map { _ in [0] }
        made.reports = made.numbers.map { [$0 % 3 == 0 ? .nan : Double($0)] }
        return made
      }
    ),
    (
      "nothing complete",
      {
        var made = try trials(20)
        made.states = made.numbers.map { [.failed, .pruned, .running][$0 % 3] }
        return made
      }
    ),
    ("many", { try trials(5000, columns: 3) }),
  ]

  private static func clear(_ column: inout StudyTrials.Column, _ place: Int) {
    column.distribution[place] = -1
    column.values[place] = .nan
  }
}
