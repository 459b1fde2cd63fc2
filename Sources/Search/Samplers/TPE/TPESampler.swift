internal import DenseMath

/// The tree-structured Parzen estimator of Optuna 5.0.0, or of 4.9.0.
///
/// With NumPy's generator and the same trials it gives the parameters that Optuna gives, to rounding.
/// With a counter it is the same rule with other random numbers: then trial `i` depends on the seed,
/// its number and the trials before it alone, and the first ones are those of ``RandomSampler``.
package struct TPESampler: Sampler {
  package let options: TPEOptions
  private let seed: SamplerSeed
  private var random: RandomSampler
  private var state: LegacyRandomState?
  private var finished = FinishedTrials()
  /// Of the parameters that all finished trials share.
  private var joint: ParzenEstimator?
  /// Of single parameters.
  private var separate: [ParzenEstimator] = []

  package init(_ seed: SamplerSeed, options: TPEOptions = .optuna5) {
    self.options = options
    self.seed = seed
    random = RandomSampler(seed)
    if case .numpy(let word) = seed { state = LegacyRandomState(seed: word) }
  }

  package mutating func suggest(
    number: Int, for study: Study
  ) throws(SamplerError) -> [TrialParameter] {
    finished.update(to: study)
    let isStartup = finished.count < options.startupTrials
    let shared = isStartup ? [] : suggestTogether(number, study)
    var parameters: [TrialParameter] = []
    for (place, parameter) in study.space.parameters.enumerated() {
      let value: Double
      if parameter.distribution.isSingle || isStartup {
        value = random.value(of: parameter, number: number)
      } else if let known = shared.first(where: { $0.name == parameter.name }),
        known.distribution.isSameKind(as: parameter.distribution),
        parameter.distribution.contains(known.value)
      {
        value = known.value
      } else {
        value = suggestAlone(parameter, place, number, study)
      }
      parameters.append(
        TrialParameter(
          name: parameter.name, distribution: parameter.distribution, value: value))
    }
    return parameters
  }

  /// The parameters that all finished trials share, sampled together; none where the kind of
  /// estimator takes each alone.
  private mutating func suggestTogether(_ number: Int, _ study: Study) -> [TrialParameter] {
    guard options.isMultivariate else { return [] }
    let parameters = finished.shared.filter { !$0.distribution.isSingle }
    if parameters.isEmpty { return [] }
    var estimator = joint.take() ?? ParzenEstimator(parameters, direction: study.direction)
    if estimator.dimensions.map(\.parameter) != parameters
      || estimator.history.direction != study.direction
    {
      estimator = ParzenEstimator(parameters, direction: study.direction)
    }
    estimator.update(to: study.trials)
    let values = propose(&estimator, number, part: 0)
    joint = estimator
    return zip(parameters, values).map {
      TrialParameter(name: $0.name, distribution: $0.distribution, value: $1)
    }
  }

  /// A parameter sampled by itself.
  private mutating func suggestAlone(
    _ parameter: SearchParameter, _ place: Int, _ number: Int, _ study: Study
  ) -> Double {
    let known = separate.firstIndex {
      $0.dimensions[0].parameter == parameter && $0.history.direction == study.direction
    }
    var estimator =
      known.map { separate.remove(at: $0) }
      ?? ParzenEstimator([parameter], direction: study.direction)
    estimator.update(to: study.trials)
    let values = propose(&estimator, number, part: 1 + place)
    separate.append(estimator)
    return values[0]
  }

  /// Proposes with numbers of the generator, or of a stream for the trial and the part of it.
  private mutating func propose(
    _ estimator: inout ParzenEstimator, _ number: Int, part: Int
  ) -> [Double] {
    switch seed {
    case .counter(let seed):
      let trial = RandomStream(seed: seed).substream(.search).substream(number)
      var source = CounterSource(trial.substream(part))
      return estimator.propose(options, using: &source)
    case .numpy(let word):
      var source = state.take() ?? LegacyRandomState(seed: word)
      defer { state = source }
      return estimator.propose(options, using: &source)
    }
  }
}
