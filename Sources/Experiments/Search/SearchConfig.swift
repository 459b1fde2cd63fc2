import NeuralNet
package import Search
package import Training

/// A search for hyper-parameters: what is tried, how it is judged, and when it ends.
///
/// The defaults are the experiment of "Deep Learning from Scratch", section 6.5: 500 digits, a fifth
/// of them for validation, learning rate 10^U(−6, −2), weight decay 10^U(−8, −4), 100 trials.
package struct SearchConfig: Codable, Equatable, Sendable {
  /// How the next parameters are chosen.
  package enum SamplerKind: String, CaseIterable, Codable, Equatable, Sendable {
    case random, grid, sobol, tpe
  }

  /// Which trials are given up early.
  package enum PrunerKind: String, CaseIterable, Codable, Equatable, Sendable {
    case none, median, halving, hyperband
  }

  /// Whose random numbers the sampler draws.
  package enum Generator: String, CaseIterable, Codable, Equatable, Sendable {
    /// Counter-based: each trial's depend on the seed and its number alone.
    case counter
    /// NumPy's, so that Optuna 5.0.0 draws the same trials from the same seed.
    case numpy
  }

  /// What is measured on the validation images.
  package enum Metric: String, CaseIterable, Codable, Equatable, Sendable {
    case accuracy, loss

    package var direction: StudyDirection { self == .accuracy ? .maximize : .minimize }
  }

  /// When it is measured.
  package enum Moment: String, CaseIterable, Codable, Equatable, Sendable {
    case last, best
  }

  /// What all trials have in common. `images` counts those for training and validation together.
  package var training: TrainingConfig
  package var space: SearchSpace
  package var metric: Metric
  package var moment: Moment
  package var sampler: SamplerKind
  package var generator: Generator
  package var pruner: PrunerKind
  package var trials: Int
  /// Trials that are drawn without knowing how any of them ends; 1 draws each with all before it
  /// finished. Random, grid and Sobol search without pruning does not depend on it.
  package var generation: Int
  /// Share of the images that trials are judged on, which none of them is trained on.
  package var validationShare: Double
  /// Runs of each trial; its value is their median.
  package var seeds: Int
  /// Trials that are drawn, the best first.
  package var shown: Int
  /// After the trials, as many again over the ranges of so many best ones; nil for no second stage.
  package var narrow: Int?
  /// A chart of the study in place of the learning curves of the best trials; nil for these.
  package var plot: StudyPlot?
  /// Whether as many trials are drawn at random and run besides, for charts to compare with; nil for
  /// no.
  package var baseline: Bool?
  /// Trials after which time was up; nil for a search that came to its end. A config with it is that
  /// of the trials that were made, and gives them again.
  package var stoppedAfter: Int?
  /// Trials after which the test images were judged before, in ascending order; nil for a search that
  /// judges them for the first time.
  package var judgedAfter: [Int]?

  package init(
    training: TrainingConfig = SearchConfig.standardTraining,
    space: SearchSpace = SearchConfig.standardSpace, metric: Metric = .accuracy,
    moment: Moment = .last, sampler: SamplerKind = .random, generator: Generator = .counter,
    pruner: PrunerKind = .none, trials: Int = 100, generation: Int = 8,
    validationShare: Double = 0.2, seeds: Int = 1, shown: Int = 20,
    narrow: Int? = nil, plot: StudyPlot? = nil, baseline: Bool? = nil,
    stoppedAfter: Int? = nil, judgedAfter: [Int]? = nil
  ) {
    self.training = training
    self.space = space
    self.metric = metric
    self.moment = moment
    self.sampler = sampler
    self.generator = generator
    self.pruner = pruner
    self.trials = trials
    self.generation = generation
    self.validationShare = validationShare
    self.seeds = seeds
    self.shown = shown
    self.narrow = narrow
    self.plot = plot
    self.baseline = baseline
    self.stoppedAfter = stoppedAfter
    self.judgedAfter = judgedAfter
  }

  package static let standardTraining = TrainingConfig(
    network: NetworkConfig(hidden: Array(repeating: 100, count: 6)), optimizer: Optimizer(.sgd),
    batch: 100, length: 50, unit: .epochs, images: 500, testImages: 0)

  /// The ranges of the book.
  package static let standardRanges = [
    "learning-rate=log:1e-6..1e-2", "weight-decay=log:1e-8..1e-4",
  ]

  package static let standardSpace: SearchSpace = {
    let parameters: [(String, Double, Double)] = [
      ("learning-rate", 1e-6, 1e-2), ("weight-decay", 1e-8, 1e-4),
    ]
    let space = try? SearchSpace(
      parameters.map { name, low, high in
        SearchParameter(name: name, distribution: try .float(low, high, isLog: true))
      })
    guard let space else { preconditionFailure("the standard space is one") }
    return space
  }()

  /// The search at random that this one is compared with: as many trials over the same space, none
  /// of them given up.
  package var randomSearch: SearchConfig {
    var config = self
    config.trials = allTrials
    config.sampler = .random
    config.pruner = .none
    config.narrow = nil
    config.plot = nil
    config.baseline = nil
    config.judgedAfter = nil
    return config
  }

  /// Trials of both stages.
  package var allTrials: Int { narrow == nil ? trials : 2 * trials }

  /// Trials that are made: of both stages, unless time was up before.
  package var madeTrials: Int { min(allTrials, stoppedAfter ?? allTrials) }

  /// Whether a trial depends on how others ended, so that generations wait for each other.
  package var waitsForGenerations: Bool { sampler == .tpe || pruner != .none }

  /// The first trial of the generation of another.
  package func generationStart(of number: Int) -> Int { number - number % generation }

  /// The trials that there are once those that have begun are complete generations: at least one.
  /// Where trials do not depend on others, each is a generation of its own.
  func trials(afterBeginning count: Int) -> Int {
    let size = waitsForGenerations ? generation : 1
    return max(1, (count + size - 1) / size) * size
  }

  /// The config of a trial, but for its seed.
  ///
  /// - Throws: `TuningError`.
  package func training(
    with parameters: [(name: String, value: ParameterValue)]
  ) throws(TuningError) -> TrainingConfig {
    var config = training
    var known: [(parameter: TuningParameter, value: ParameterValue)] = []
    for (name, value) in parameters { known.append((try TuningParameter(named: name), value)) }
    for parameter in TuningParameter.allCases {
      for case (parameter, let value) in known { try parameter.apply(value, to: &config) }
    }
    return config
  }
}

extension SearchConfig {
  /// Sets the options that the search decides back to what is usual, so that equal searches have
  /// equal configs. Units, an optimizer and sizes stay: others may build on them.
  package mutating func forgetSearched() {
    let usual = SearchConfig().training
    for parameter in space.parameters {
      switch TuningParameter(rawValue: parameter.name) {
      case .weightDecay: training.weightDecay = usual.weightDecay
      case .activation: training.network.activation = usual.network.activation
      case .initializer: training.network.initializer = usual.network.initializer
      case .batchNorm: training.network.batchNorm = usual.network.batchNorm
      case .dropout: training.network.dropout = usual.network.dropout
      default: break
      }
    }
  }
}

// MARK: - Limits

extension SearchConfig {
  package static let trialRange = 1...100_000
  package static let generationRange = 1...1000
  package static let shareRange = 0.01...0.9
  package static let seedsRange = 1...100
  package static let shownRange = 1...100
  /// Of how many judgements before a config tells.
  package static let judgedRange = 1...100

  /// Checks every number that does not depend on the images.
  ///
  /// - Throws: `ExperimentError`, `TuningError`, `TrainingError`.
  package func validate() throws {
    try ExperimentError.check("--trials", trials, in: Self.trialRange)
    try ExperimentError.check("--generation", generation, in: Self.generationRange)
    try ExperimentError.check("--validation", validationShare, in: Self.shareRange)
    try ExperimentError.check("--seeds", seeds, in: Self.seedsRange)
    try ExperimentError.check("--shown", shown, in: Self.shownRange)
    if let narrow { try ExperimentError.check("--narrow", narrow, in: 2...max(2, trials)) }
    if plot == .timeline {
      throw ExperimentError.invalidOption(
        "--plot", value: "timeline",
        allowed: "times are no part of a result: dlplot study FILE --plot timeline draws them")
    }
    if plot == .importance || plot == .rank, space.parameters.count < 2 {
      throw ExperimentError.invalidOption(
        "--plot", value: plot?.rawValue ?? "", allowed: "two hyper-parameters or more in --space")
    }
    if generator == .numpy, sampler == .sobol || sampler == .grid {
      throw ExperimentError.invalidOption(
        "--rng", value: "numpy with --sampler \(sampler.rawValue)",
        allowed: "with random or tpe, whose draws of Optuna it repeats")
    }
    if baseline == true {
      guard plot == .history || plot == .edf || plot == .all else {
        throw ExperimentError.invalidOption(
          "--baseline", value: "with --plot \(plot?.rawValue ?? "best")",
          allowed: "with --plot history, edf or all, which show it")
      }
      guard sampler != .random || narrow != nil else {
        throw ExperimentError.invalidOption(
          "--baseline", value: "with --sampler random",
          allowed: "another sampler: a random search is its own baseline")
      }
      guard stoppedAfter == nil else {
        throw ExperimentError.invalidOption(
          "--baseline", value: "with a search that --timeout stopped",
          allowed: "a search that comes to its end")
      }
    }
    if let stoppedAfter {
      try ExperimentError.check("--stopped-after", stoppedAfter, in: 1...allTrials)
    }
    if let judgedAfter { try Self.checkJudged(judgedAfter) }
    guard training.unit == .epochs else {
      throw ExperimentError.invalidOption(
        "--iterations", value: "\(training.length)", allowed: "--epochs, of which trials report")
    }
    guard training.testImages == 0 else {
      throw ExperimentError.invalidOption(
        "--test-images", value: training.testImages.map { "\($0)" } ?? "all",
        allowed: "0: trials are judged on validation images")
    }
    guard training.evaluateEvery == 1 else {
      throw ExperimentError.invalidOption(
        "--evaluate-every", value: "\(training.evaluateEvery)",
        allowed: "1: trials report after each epoch")
    }
    // Both ends of every range, and every choice, give a config within its limits.
    for end in [0.0, 1.0] {
      try validate(at: space.parameters.map { ($0.name, $0.distribution.ends(end)) })
    }
    for parameter in space.parameters {
      guard case .categorical(let choices) = parameter.distribution else { continue }
      for choice in choices {
        try validate(
          at: space.parameters.map {
            ($0.name, $0.name == parameter.name ? choice : $0.distribution.ends(0))
          })
      }
    }
  }

  private static func checkJudged(_ counts: [Int]) throws {
    let range = 1...2 * trialRange.upperBound
    let isAscending = zip(counts, counts.dropFirst()).allSatisfy(<)
    guard judgedRange.contains(counts.count), isAscending, counts.allSatisfy(range.contains) else {
      throw ExperimentError.invalidOption(
        "--judged-after", value: counts.map { "\($0)" }.joined(separator: ","),
        allowed: "\(judgedRange.lowerBound) to \(judgedRange.upperBound) ascending numbers of "
          + "trials, such as 100,150")
    }
  }

  private func validate(at parameters: [(name: String, value: ParameterValue)]) throws {
    try training(with: parameters).validate()
  }
}

extension Distribution {
  /// The value at one end of the range, the first or the last choice.
  func ends(_ end: Double) -> ParameterValue {
    switch self {
    case .float(let range): .double(end == 0 ? range.low : range.high)
    case .int(let range): .int(end == 0 ? range.low : range.high)
    case .categorical(let choices): end == 0 ? choices[0] : choices[choices.count - 1]
    }
  }
}
