/// A rule that stops trials which do not promise anything.
package protocol Pruner: Sendable {
  /// Whether a trial should stop after what it reported last.
  ///
  /// - Parameters:
  ///   - trial: A running trial with its reports. Rungs that it reaches are taken down in it.
  ///   - study: The trials to compare with; an older state of the trial among them does not count.
  mutating func shouldPrune(_ trial: inout Trial, in study: Study) -> Bool
}
