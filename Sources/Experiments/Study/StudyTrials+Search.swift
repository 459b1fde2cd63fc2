import Search

extension StudyTrials {
  /// Takes in the trials of a search.
  package init(_ result: SearchResult) {
    let config = result.config
    self.init(
      direction: config.metric.direction, objective: "validation \(config.metric.rawValue)",
      isShare: config.metric == .accuracy)
    isRandom = config.sampler == .random && config.narrow == nil
    numbers = result.trials.map(\.number)
    states = result.trials.map(\.state)
    // A pruned trial has the value of its last report.
    values = result.trials.map {
      $0.state == .complete ? $0.value : $0.measured.last { !$0.isNaN } ?? .nan
    }
    // What was measured before the first epoch is no report.
    let reported = result.trials.map { trial in
      zip(trial.epochs, trial.measured).filter { $0.0 > 0 }
    }
    steps = reported.map { $0.map(\.0) }
    reports = reported.map { $0.map(\.1) }
    if config.seeds > 1 {
      lows = result.trials.map(\.low)
      highs = result.trials.map(\.high)
    }
    columns = config.space.parameters.map { parameter in
      let spaces = [parameter.distribution] + [result.narrowed?[parameter.name]].compactMap { $0 }
      let values = result.trials.map { trial in
        trial.settings.first { $0.name == parameter.name }?.internalValue ?? .nan
      }
      return Column(
        name: parameter.name, distributions: spaces,
        distribution: zip(result.trials, values).map { trial, value in
          let stage = trial.number < config.trials ? 0 : spaces.count - 1
          return spaces[stage].contains(value) ? stage : -1
        }, values: values)
    }
  }
}
