package import Search

/// Where the trials of a search are taken down: in memory, or in a file that several processes share.
///
/// It is called by one thread at a time.
package protocol TrialLedger: AnyObject, Sendable {
  /// What there is to do next for a worker.
  ///
  /// - Parameters:
  ///   - most: Trials that there are to be.
  ///   - config: Of the search.
  ///   - propose: Gives the parameters of the trial that follows on those of a study.
  func next(
    most: Int, config: SearchConfig, propose: (Study) throws -> [TrialParameter]
  ) throws -> TrialWork

  /// Takes down how a trial ended.
  func finish(_ trial: SearchTrial) throws

  /// All trials that have ended, by their numbers.
  func results() throws -> [SearchTrial]

  /// How many trials have begun by now, whoever runs them.
  func begun() throws -> Int

  /// Takes down, before it happens, that the test images are judged after so many trials.
  ///
  /// - Returns: After how many trials they were judged before; more than one number where the search
  ///   went on after its end.
  func judge(after trials: Int) throws -> [Int]

  /// How far the search has come, as of the last call of another function.
  var tally: TrialTally { get }
}

/// What a worker is to do.
package enum TrialWork: Sendable {
  /// Run a trial; the study holds what its pruner may know.
  case run(Trial, Study)
  /// Others are at work on all that can be done now.
  case wait
  case done
}

extension SearchConfig {
  /// The study that samplers and pruners see.
  func study(of trials: [Trial]) -> Study {
    Study(name: "search", direction: metric.direction, space: space, trials: trials)
  }

  /// Whether the trial that follows on `trials` may be created: where trials learn from others, only
  /// once all before its generation have ended.
  func mayCreate(after trials: [Trial]) -> Bool {
    let stage = trials.count < self.trials ? 0 : self.trials
    let start = waitsForGenerations ? generationStart(of: trials.count) : 0
    return trials[..<max(stage, start)].allSatisfy { $0.state.isFinished }
  }

  /// The space of the second stage: that of the best trials of the first; nil where there is no
  /// second stage, the first has not ended, or none of its trials came to its end.
  func narrowedSpace(after trials: [Trial]) -> SearchSpace? {
    guard let narrow, trials.count >= self.trials else { return nil }
    return Narrowing.narrowed(study(of: Array(trials.prefix(self.trials))), best: narrow)
  }

  /// What the pruner of a trial may know: how the trials before its generation ended.
  func known(to trial: Trial, of trials: [Trial]) -> Study {
    study(of: Array(trials[..<generationStart(of: trial.number)]))
  }
}

extension SearchTrial {
  /// The trial as samplers and pruners see it.
  package func trial(of parameters: [TrialParameter]) -> Trial {
    Trial(
      number: number, state: state, parameters: parameters, value: value.isNaN ? nil : value,
      intermediates: reports, rungs: rungs)
  }

  /// The same, with the distributions of a space.
  func trial(of space: SearchSpace) -> Trial {
    trial(
      of: zip(space.parameters, settings).map {
        TrialParameter(
          name: $0.name, distribution: $0.distribution, value: $1.internalValue)
      })
  }

  /// What was reported after each epoch but the first, which is before all training.
  package var reports: [IntermediateValue] {
    zip(epochs, measured).filter { $0.0 > 0 }.map { IntermediateValue(step: $0.0, value: $0.1) }
  }
}
