/// A search as far as it has come: what samplers and pruners look at.
package struct Study: Equatable, Codable, Sendable {
  /// The name, which Hyperband assigns brackets by.
  package let name: String
  package let direction: StudyDirection
  package let space: SearchSpace
  /// By ascending number.
  package var trials: [Trial]

  package init(
    name: String, direction: StudyDirection, space: SearchSpace, trials: [Trial] = []
  ) {
    self.name = name
    self.direction = direction
    self.space = space
    self.trials = trials
  }

  /// The complete trial with the best value, of equal ones the first; nil where none is complete.
  package var best: Trial? {
    var best: (trial: Trial, loss: Double)?
    for trial in trials where trial.state == .complete {
      guard let value = trial.value, !value.isNaN else { continue }
      let loss = direction.loss(value)
      if best.map({ loss < $0.loss }) ?? true { best = (trial, loss) }
    }
    return best?.trial
  }
}
