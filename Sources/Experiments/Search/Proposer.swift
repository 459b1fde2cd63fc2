import Search
import Training

/// Chooses the parameters of one trial after the other, by the config alone.
struct Proposer {
  private let config: SearchConfig
  private var sampler: any Sampler
  /// Of the second stage, with its space; nil before it begins.
  private var second: (sampler: any Sampler, space: SearchSpace)?
  /// Trials that the samplers were asked for.
  private var asked = 0
  /// What they said of the last of them, for a trial that could not be created at once.
  private var last: [TrialParameter] = []

  /// - Throws: `SamplerError` for a grid that is too large, or a seed that NumPy does not take.
  init(_ config: SearchConfig) throws(SamplerError) {
    self.config = config
    sampler = try Self.sampler(config, over: config.space)
  }

  private static func sampler(
    _ config: SearchConfig, over space: SearchSpace
  ) throws(SamplerError) -> any Sampler {
    let seed: SamplerSeed =
      switch config.generator {
      case .counter: .counter(config.training.seed)
      case .numpy: try .numpy(checking: config.training.seed)
      }
    switch config.sampler {
    case .random: return RandomSampler(seed)
    case .tpe: return TPESampler(seed)
    case .sobol: return try SobolSampler(space, seed: config.training.seed)
    case .grid:
      if case .numpy(let word) = seed {
        return try GridSampler(space, order: .numpy(seed: word), points: 10)
      }
      return try GridSampler(
        space, order: .shuffled(seed: config.training.seed), points: 10)
    }
  }

  /// The parameters of the trial that follows on those of a study.
  ///
  /// The trials before its generation must have finished where the sampler learns from them; those
  /// of its generation count as running, whatever has become of them.
  mutating func next(for study: Study) throws(SamplerError) -> [TrialParameter] {
    let number = study.trials.count
    // NumPy's generator is one stream: a search that goes on draws again what it has drawn.
    if config.generator == .counter { asked = number }
    while asked <= number {
      let start = config.generationStart(of: asked)
      var known = Study(
        name: study.name, direction: study.direction, space: study.space,
        trials: Array(study.trials[..<min(asked, study.trials.count)]))
      for place in known.trials.indices where place >= start {
        known.trials[place] = Trial(number: place, parameters: known.trials[place].parameters)
      }
      last = try suggest(asked, known)
      asked += 1
    }
    return last
  }

  private mutating func suggest(
    _ number: Int, _ known: Study
  ) throws(SamplerError) -> [TrialParameter] {
    if number < config.trials { return try sampler.suggest(number: number, for: known) }
    if second == nil {
      let space = config.narrowedSpace(after: known.trials) ?? config.space
      second = (try Self.sampler(config, over: space), space)
    }
    guard var stage = second else { return [] }
    defer { second = stage }
    let study = Study(
      name: known.name, direction: known.direction, space: stage.space, trials: known.trials)
    // Points of grids and sequences begin anew.
    let isSequence = config.sampler == .grid || config.sampler == .sobol
    return try stage.sampler.suggest(
      number: isSequence ? number - config.trials : number, for: study)
  }

  /// Trials that there are to be, as far as the time sufficed when they were first made.
  ///
  /// - Throws: `SamplerError`.
  static func count(_ config: SearchConfig) throws(SamplerError) -> Int {
    min(try wanted(config), config.madeTrials)
  }

  /// Trials that were asked for: a grid has no more than its points.
  fileprivate static func wanted(_ config: SearchConfig) throws(SamplerError) -> Int {
    guard config.sampler == .grid else { return config.allTrials }
    return min(
      config.trials, try GridSampler(config.space, order: .written, points: 10).count)
  }
}

extension SearchConfig {
  /// Trials that were asked for, whether or not the time sufficed for them.
  package var wantedTrials: Int { (try? Proposer.wanted(self)) ?? allTrials }
}
