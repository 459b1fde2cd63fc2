internal import DenseMath
import Provenance
import Search
import Training

/// What `dlplot study` draws: which chart, of which study.
package struct StudyConfig: ExperimentConfig {
  /// Another study, of random search, that the history is compared with.
  package struct Baseline: Codable, Equatable, Sendable {
    package var name: String
    /// SHA-256 of the values of its complete trials.
    package var trials: String
    /// How many of its trials were given up.
    package var pruned: Int

    package init(name: String, trials: String, pruned: Int = 0) {
      self.name = name
      self.trials = trials
      self.pruned = pruned
    }
  }

  package var plot: StudyPlot
  /// The file's name without its folder.
  package var file: String
  /// The study's name.
  package var study: String
  /// SHA-256 of its trials.
  package var trials: String
  package var baseline: Baseline?
  /// Trials that `best` draws, and that count as the best ones elsewhere.
  package var shown: Int

  package init(
    plot: StudyPlot, file: String, study: String, trials: String, baseline: Baseline? = nil,
    shown: Int = StudyConfig.standardShown
  ) {
    self.plot = plot
    self.file = file
    self.study = study
    self.trials = trials
    self.baseline = baseline
    self.shown = shown
  }

  package static let standardShown = 20
  package static let shownRange = SearchConfig.shownRange
  private static let longestName = 4096

  package func validate() throws {
    try ExperimentError.check("--shown", shown, in: Self.shownRange)
    for (option, name) in [("file", file), ("--study-name", study), ("--baseline", baseline?.name)]
    {
      guard (name ?? "").utf8.count <= Self.longestName else {
        throw ExperimentError.invalidOption(
          option, value: "a name of \((name ?? "").utf8.count) bytes",
          allowed: "at most \(Self.longestName)")
      }
    }
    try ResultCheck.digest(trials, "config.trials")
    if let baseline {
      try ResultCheck.digest(baseline.trials, "config.baseline.trials")
      try ResultCheck.integer(
        baseline.pruned, in: 0...StudyTrials.mostTrials, "config.baseline.pruned")
    }
  }

  /// Percentiles and importances take next to nothing beside training.
  package func work(on source: ImageSource?) -> Double { 1e8 }
}

/// A study and what its chart computes.
package struct StudyResult: ExperimentResult {
  package var config: StudyConfig
  package var trials: StudyTrials
  /// Values of the baseline's complete trials; empty without one.
  package var baseline: [Double]
  package var numbers: StudyNumbers

  /// Computes what the chart of a study shows.
  ///
  /// - Parameter threads: Workers; their number changes the time alone.
  /// - Throws: `StudyPlotError`.
  package init(
    plot: StudyPlot, file: String, name: String, trials: StudyTrials,
    baseline: (name: String, trials: StudyTrials)? = nil, shown: Int, threads: Int = 1
  ) throws {
    if let baseline, baseline.trials.direction != trials.direction {
      func word(_ direction: StudyDirection) -> String {
        direction == .minimize ? "minimizes" : "maximizes"
      }
      throw StudyPlotError.otherObjective(
        name: baseline.name, got: word(baseline.trials.direction), wanted: word(trials.direction))
    }
    let pool = baseline?.trials.pool ?? trials.ownPool
    let values = baseline == nil ? [] : pool.values
    let made = try Parallel.map(count: 2, threads: threads) { index throws(any Error) -> Part in
      index == 0
        ? .numbers(StudyNumbers(trials, plot: plot, pool: pool, threads: threads))
        : .digest(try trials.digest)
    }
    guard case .numbers(let numbers) = made[0], case .digest(let digest) = made[1] else {
      preconditionFailure("parts come in their order")
    }
    var config = StudyConfig(
      plot: plot, file: file, study: name, trials: digest.hex, shown: shown)
    if let baseline {
      config.baseline = StudyConfig.Baseline(
        name: baseline.name, trials: try DataDigest.digest(of: values).hex, pruned: pool.pruned)
    }
    self.config = config
    self.trials = trials
    self.baseline = values
    self.numbers = numbers
    try validateContent(name: name)
    if let baseline, values.isEmpty {
      throw StudyPlotError.emptyBaseline(name: baseline.name)
    }
  }

  /// What one worker makes.
  private enum Part: Sendable {
    case numbers(StudyNumbers)
    case digest(Digest)
  }

  /// The same from the trials that a figure carries.
  ///
  /// - Throws: `StudyPlotError.otherTrials` where they are not those of the config.
  package func remade(for config: StudyConfig) throws -> StudyResult {
    let digest = try trials.digest.hex
    guard digest == config.trials else {
      throw StudyPlotError.otherTrials(got: digest, wanted: config.trials)
    }
    var pool = trials.ownPool
    if let named = config.baseline {
      let digest = try DataDigest.digest(of: baseline).hex
      guard digest == named.trials else {
        throw StudyPlotError.otherTrials(got: digest, wanted: named.trials)
      }
      pool = StudyNumbers.Pool(values: baseline, pruned: named.pruned)
    }
    var result = self
    result.config = config
    result.numbers = StudyNumbers(trials, plot: config.plot, pool: pool)
    return result
  }

  private func validateContent(name: String) throws(StudyPlotError) {
    func lacks(_ what: String) -> StudyPlotError {
      .lacks(name: name, plot: config.plot, what: what)
    }
    let hasReports = trials.steps.contains { !$0.isEmpty }
    let hasTimes = trials.starts.contains { $0 >= 0 }
    // What trials did and when tells something of those too that came to nothing.
    if trials.complete.isEmpty {
      switch config.plot {
      case .intermediate, .timeline: break
      case .all where hasReports || hasTimes: break
      default: throw lacks("complete trial with a finite value")
      }
    }
    switch config.plot {
    case .best:
      if trials.steps.isEmpty || trials.complete.allSatisfy({ trials.steps[$0].isEmpty }) {
        throw lacks("complete trial that reported values on its way")
      }
    case .intermediate:
      if !hasReports { throw lacks("values that trials reported on their way") }
    case .timeline:
      if !hasTimes { throw lacks("times of its trials") }
    case .parallel, .scatter, .narrowing:
      if trials.columns.isEmpty { throw lacks("hyper-parameters") }
    case .rank:
      if trials.columns.count < 2 { throw lacks("two hyper-parameters") }
    case .importance:
      if trials.columns.count < 2 { throw lacks("two hyper-parameters") }
      if !trials.differs { throw lacks("two complete trials with different values") }
    case .history, .edf, .all: break
    }
  }

  package func validate() throws(ResultError) {
    try trials.validate()
    do {
      try validateContent(name: config.study)
    } catch {
      throw .unfit(place: "trials", got: error.description, allowed: "what the chart shows")
    }
    guard numbers.importances.isEmpty || !trials.complete.isEmpty else {
      throw .unfit(
        place: "numbers.importances",
        got: "\(numbers.importances.count) without a complete trial", allowed: "none")
    }
    try numbers.validate(trials: trials.count, columns: trials.columns.map(\.name))
    try ResultCheck.finite(baseline, "baseline")
    guard baseline.isEmpty == (config.baseline == nil) else {
      throw .unfit(
        place: "baseline", got: "\(baseline.count) values",
        allowed: config.baseline == nil ? "none" : "one at least")
    }
  }
}
