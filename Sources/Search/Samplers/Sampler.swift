/// A rule that chooses the parameters of the next trial.
package protocol Sampler: Sendable {
  /// Returns the parameters of a trial, in the order of the study's space.
  ///
  /// Trials of the study that are running are known to be under way, those that finished are
  /// learned from. A sampler follows one study, whose finished trials do not change.
  ///
  /// - Throws: `SamplerError` where there are none.
  mutating func suggest(
    number: Int, for study: Study
  ) throws(SamplerError) -> [TrialParameter]
}

extension Sampler {
  /// Returns the next trials of a study, running, drawn one after the other: each knows those
  /// before it as running, none knows how any of them ends.
  ///
  /// So a generation depends on the finished trials before it alone, and not on how many workers
  /// there are or which of them is faster.
  ///
  /// - Parameter size: The number of trials in a generation.
  /// - Throws: `SamplerError` where there are not as many.
  package mutating func generation(
    of size: Int, for study: Study
  ) throws(SamplerError) -> [Trial] {
    var study = study
    var trials: [Trial] = []
    while trials.count < size {
      // Written so that a generation of one does not copy the study.
      if let last = trials.last { study.trials.append(last) }
      let number = study.trials.count
      let parameters = try suggest(number: number, for: study)
      trials.append(Trial(number: number, state: .running, parameters: parameters))
    }
    return trials
  }
}
