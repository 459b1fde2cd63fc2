package import Search

/// The trials of a study by columns, as its charts look at them.
package struct StudyTrials: Codable, Equatable, Sendable {
  /// A parameter over all trials.
  package struct Column: Codable, Equatable, Sendable {
    package var name: String
    /// What it was drawn from, in the order in which the distributions came up.
    package var distributions: [Distribution]
    /// The distribution of each trial, −1 where the trial has no such parameter.
    package var distribution: [Int]
    /// Internal values; NaN where the trial has none.
    package var values: [Double]

    package init(name: String, distributions: [Distribution], distribution: [Int], values: [Double])
    {
      self.name = name
      self.distributions = distributions
      self.distribution = distribution
      self.values = values
    }
  }

  package var direction: StudyDirection
  /// What the value is, in the words of whoever made the study; empty where nobody said.
  package var objective: String
  /// Whether the value is a share of 1, shown in percent.
  package var isShare: Bool
  /// Whether the parameters were drawn at random, as far as the study says.
  package var isRandom: Bool
  /// As trials count themselves, ascending.
  package var numbers: [Int]
  package var states: [TrialState]
  /// Value of each trial; that of its last report where it was pruned; NaN for none.
  package var values: [Double]
  /// By their first appearance.
  package var columns: [Column]
  /// Steps of the reports of each trial, and what was reported; empty where no trial reported.
  package var steps: [[Int]]
  package var reports: [[Double]]
  /// Least and greatest value over the seeds of each trial; empty where trials are single runs.
  package var lows: [Double]
  package var highs: [Double]
  /// Start and end of each trial in microseconds from the first start, −1 for unknown; empty where
  /// no trial has its times.
  package var starts: [Int]
  package var ends: [Int]

  package var count: Int { numbers.count }

  /// Without trials.
  package init(direction: StudyDirection, objective: String, isShare: Bool) {
    self.direction = direction
    self.objective = objective
    self.isShare = isShare
    isRandom = false
    numbers = []
    states = []
    values = []
    columns = []
    steps = []
    reports = []
    lows = []
    highs = []
    starts = []
    ends = []
  }

  /// Places of the complete trials with a finite value.
  package var complete: [Int] {
    numbers.indices.filter { states[$0] == .complete && values[$0].isFinite }
  }

  /// Their values.
  package var completeValues: [Double] { complete.map { values[$0] } }

  /// All trials with an end, as what trials at random are picked from.
  package var pool: StudyNumbers.Pool {
    StudyNumbers.Pool(values: completeValues, pruned: states.count { $0 == .pruned })
  }

  /// The trials themselves where they were drawn at random; nothing else.
  package var ownPool: StudyNumbers.Pool { isRandom ? pool : StudyNumbers.Pool() }

  /// Whether some complete trial is better than another.
  package var differs: Bool {
    let values = completeValues
    return values.contains { $0 != values[0] }
  }

  /// Their places, the best first; of equal ones the first.
  package var ranking: [Int] {
    let losses = values.map(direction.loss)
    return complete.sorted { losses[$0] != losses[$1] ? losses[$0] < losses[$1] : $0 < $1 }
  }

  /// The study as samplers know it.
  package var study: Study? {
    let parameters = columns.map {
      SearchParameter(name: $0.name, distribution: $0.distributions[0])
    }
    guard let space = try? SearchSpace(parameters) else { return nil }
    let trials = numbers.indices.map { place in
      Trial(
        number: numbers[place], state: states[place],
        parameters: columns.compactMap { column in
          let distribution = column.distribution[place]
          guard distribution >= 0 else { return nil }
          return TrialParameter(
            name: column.name, distribution: column.distributions[distribution],
            value: column.values[place])
        }, value: values[place].isNaN ? nil : values[place])
    }
    return Study(name: "", direction: direction, space: space, trials: trials)
  }
}

// MARK: - Coding

extension StudyTrials {
  /// As the compiler would do it, but for the states, whose numbers are encoded all at once: one by
  /// one, those of 100,000 trials take longer than all else.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(direction, forKey: .direction)
    try container.encode(objective, forKey: .objective)
    try container.encode(isShare, forKey: .isShare)
    try container.encode(isRandom, forKey: .isRandom)
    try container.encode(numbers, forKey: .numbers)
    try container.encode(states.map(\.rawValue), forKey: .states)
    try container.encode(values, forKey: .values)
    try container.encode(columns, forKey: .columns)
    try container.encode(steps, forKey: .steps)
    try container.encode(reports, forKey: .reports)
    try container.encode(lows, forKey: .lows)
    try container.encode(highs, forKey: .highs)
    try container.encode(starts, forKey: .starts)
    try container.encode(ends, forKey: .ends)
  }
}

// MARK: - Checks

extension StudyTrials {
  /// Charts of more are slow and say no more.
  package static let mostTrials = 1_000_000
  package static let mostColumns = 1000

  /// Checks that the columns fit each other.
  func validate() throws(ResultError) {
    let count = numbers.count
    try ResultCheck.integer(count, in: 0...Self.mostTrials, "the count of trials.numbers")
    try ResultCheck.count(states.count, count, "trials.states")
    try ResultCheck.count(values.count, count, "trials.values")
    for (one, next) in zip(numbers, numbers.dropFirst()) where one >= next {
      throw .unfit(place: "trials.numbers", got: "\(next) after \(one)", allowed: "ascending")
    }
    if let first = numbers.first, first < 0 {
      throw .unfit(place: "trials.numbers", got: "\(first)", allowed: "not negative")
    }
    try ResultCheck.integer(columns.count, in: 0...Self.mostColumns, "the count of trials.columns")
    for column in columns { try validate(column) }
    for (list, place) in [(lows, "trials.lows"), (highs, "trials.highs")] where !list.isEmpty {
      try ResultCheck.count(list.count, count, place)
    }
    try ResultCheck.count(highs.count, lows.count, "trials.highs")
    if !steps.isEmpty { try ResultCheck.count(steps.count, count, "trials.steps") }
    try ResultCheck.count(reports.count, steps.count, "trials.reports")
    for (steps, reports) in zip(steps, reports) {
      try ResultCheck.count(reports.count, steps.count, "trials.reports of a trial")
      for (one, next) in zip(steps, steps.dropFirst()) where one >= next {
        throw .unfit(place: "trials.steps", got: "\(next) after \(one)", allowed: "ascending")
      }
    }
    if !starts.isEmpty { try ResultCheck.count(starts.count, count, "trials.starts") }
    try ResultCheck.count(ends.count, starts.count, "trials.ends")
    for time in starts + ends { try ResultCheck.integer(time, in: -1...(1 << 53), "trials.starts") }
  }

  private func validate(_ column: Column) throws(ResultError) {
    try ResultCheck.count(column.values.count, numbers.count, "trials.columns.values")
    try ResultCheck.count(column.distribution.count, numbers.count, "trials.columns.distribution")
    try ResultCheck.integer(
      column.distributions.count, in: 1...Self.mostTrials, "the count of distributions")
    for (place, distribution) in column.distribution.enumerated() {
      try ResultCheck.integer(
        distribution, in: -1...(column.distributions.count - 1), "trials.columns.distribution")
      let value = column.values[place]
      guard distribution < 0 || column.distributions[distribution].contains(value) else {
        throw .unfit(
          place: "trials.columns.values", got: "\(value) for \(column.name)",
          allowed: "within its range")
      }
    }
  }
}
