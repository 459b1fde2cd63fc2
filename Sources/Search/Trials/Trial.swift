/// One configuration of a study and what became of it.
package struct Trial: Equatable, Codable, Sendable {
  /// The place in the study, from 0.
  package let number: Int
  package var state: TrialState
  /// In the order in which they were asked for.
  package var parameters: [TrialParameter]
  /// The value of the objective, where there is one.
  package var value: Double?
  /// What was reported while the trial ran, by ascending step.
  package private(set) var intermediates: [IntermediateValue]
  /// The value with which each rung of successive halving was reached, first rung first.
  package var rungs: [Double]

  package init(
    number: Int, state: TrialState = .running, parameters: [TrialParameter] = [],
    value: Double? = nil, intermediates: [IntermediateValue] = [], rungs: [Double] = []
  ) {
    self.number = number
    self.state = state
    self.parameters = parameters
    self.value = value
    self.intermediates = intermediates.sorted { $0.step < $1.step }
    self.rungs = rungs
  }

  /// The internal value of a parameter; nil where the trial has none of that name.
  package subscript(name: String) -> Double? {
    parameters.first { $0.name == name }?.value
  }

  /// The last step that was reported.
  package var lastStep: Int? { intermediates.last?.step }

  /// The value that was reported at a step.
  package func intermediate(at step: Int) -> Double? {
    let place = place(of: step)
    guard place < intermediates.count, intermediates[place].step == step else { return nil }
    return intermediates[place].value
  }

  /// Takes down a value; of two at one step the first stays.
  package mutating func report(_ value: Double, at step: Int) {
    let place = place(of: step)
    if place < intermediates.count && intermediates[place].step == step { return }
    intermediates.insert(IntermediateValue(step: step, value: value), at: place)
  }

  /// The first place whose step is not below the given one.
  private func place(of step: Int) -> Int {
    if let last = intermediates.last, last.step < step { return intermediates.count }
    var (low, high) = (0, intermediates.count)
    while low < high {
      let middle = (low + high) / 2
      if intermediates[middle].step < step { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
