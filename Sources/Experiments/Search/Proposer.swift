import Search
import Training

/// Chooses the parameters of one trial after the other, by the config alone.
struct Proposer {
  private let config: SearchConfig
  private var sampler: any Sampler
  /// Trials that the sampler was asked for.
  private var asked = 0

  /// - Throws: `SamplerError` for a grid that is too large, or a seed that NumPy does not take.
  init(_ config: SearchConfig) throws(SamplerError) {
    self.config = config
    sampler = try Self.sampler(config)
  }

  private static func sampler(_ config: SearchConfig) throws(SamplerError) -> any Sampler {
    let seed: SamplerSeed =
      switch config.generator {
      case .counter: .counter(config.training.seed)
      case .numpy: try .numpy(checking: config.training.seed)
      }
    switch config.sampler {
    case .random: return RandomSampler(seed)
    case .tpe: return TPESampler(seed)
    case .sobol: return try SobolSampler(config.space, seed: config.training.seed)
    case .grid:
      if case .numpy(let word) = seed {
        return try GridSampler(config.space, order: .numpy(seed: word), points: 10)
      }
      return try GridSampler(config.space, order: .written, points: 10)
    }
  }

  /// Trials that there can be: a grid has no more than its points.
  ///
  /// - Throws: `SamplerError`.
  static func most(_ config: SearchConfig) throws(SamplerError) -> Int {
    guard config.sampler == .grid else { return config.trials }
    return min(
      config.trials, try GridSampler(config.space, order: .written, points: 10).count)
  }

  /// The parameters of the trial that follows on those of a study.
  ///
  /// The trials before its generation must have finished where the sampler learns from them; those
  /// of its generation count as running, whatever has become of them.
  mutating func next(for study: Study) throws(SamplerError) -> [TrialParameter] {
    let number = study.trials.count
    // NumPy's generator is one stream: a search that goes on draws again what it has drawn.
    if config.generator == .counter { asked = number }
    var parameters: [TrialParameter] = []
    while asked <= number {
      let start = config.generationStart(of: asked)
      var known = Study(
        name: study.name, direction: study.direction, space: study.space,
        trials: Array(study.trials[..<min(asked, study.trials.count)]))
      for place in known.trials.indices where place >= start {
        known.trials[place] = Trial(number: place, parameters: known.trials[place].parameters)
      }
      parameters = try sampler.suggest(number: asked, for: known)
      asked += 1
    }
    return parameters
  }
}
