package import Search

/// A trial as a study file holds it, whoever wrote it.
package struct TrialRecord: Equatable, Sendable {
  /// A parameter with the value that Optuna stores: an integer as a float, a choice by its index.
  package struct Parameter: Equatable, Sendable {
    package var name: String
    package var internalValue: Double
    /// The distribution that it was drawn from, as Optuna's JSON.
    package var distribution: String

    package init(name: String, internalValue: Double, distribution: String) {
      self.name = name
      self.internalValue = internalValue
      self.distribution = distribution
    }
  }

  /// What a trial reported on its way.
  package struct Intermediate: Equatable, Sendable {
    package var step: Int
    /// May be NaN or infinite.
    package var value: Double

    package init(step: Int, value: Double) {
      self.step = step
      self.value = value
    }

    package static func == (a: Intermediate, b: Intermediate) -> Bool {
      a.step == b.step && (a.value == b.value || (a.value.isNaN && b.value.isNaN))
    }
  }

  /// From 0 in each study, in the order of creation.
  package var number: Int
  package var state: TrialState
  /// One for each direction of the study; nil before the end, and for trials that failed.
  package var values: [Double]?
  /// In the order in which they were drawn.
  package var parameters: [Parameter] = []
  /// In the order of their steps.
  package var intermediates: [Intermediate] = []
  package var userAttributes: [AttributeRecord] = []
  package var systemAttributes: [AttributeRecord] = []
  package var started: StudyDate?
  package var completed: StudyDate?

  package init(number: Int, state: TrialState) {
    self.number = number
    self.state = state
  }

  /// Puts a reported value at its place, over an earlier one of the same step.
  mutating func report(_ value: Double, step: Int) {
    if let place = intermediates.firstIndex(where: { $0.step >= step }) {
      if intermediates[place].step == step {
        intermediates[place].value = value
      } else {
        intermediates.insert(Intermediate(step: step, value: value), at: place)
      }
    } else {
      intermediates.append(Intermediate(step: step, value: value))
    }
  }

  /// Sets a parameter, which keeps its place where it is there already.
  mutating func set(_ parameter: Parameter) {
    if let place = parameters.firstIndex(where: { $0.name == parameter.name }) {
      parameters[place] = parameter
    } else {
      parameters.append(parameter)
    }
  }
}
