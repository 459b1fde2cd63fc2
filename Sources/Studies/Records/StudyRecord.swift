package import Search

/// A study as a file holds it, whoever wrote it.
package struct StudyRecord: Equatable, Sendable {
  package var name: String
  /// One for each objective.
  package var directions: [StudyDirection]
  package var userAttributes: [AttributeRecord] = []
  package var systemAttributes: [AttributeRecord] = []
  /// By their numbers.
  package var trials: [TrialRecord] = []

  package init(name: String, directions: [StudyDirection]) {
    self.name = name
    self.directions = directions
  }
}
