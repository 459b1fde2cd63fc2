/// What a chart of a study shows.
package enum StudyPlot: String, CaseIterable, Codable, Equatable, Sendable {
  /// Learning curves of the best trials.
  case best
  /// Value by trial, with the best so far.
  case history
  /// Values that trials reported on their way, and where they were pruned.
  case intermediate
  /// How much each parameter decides.
  case importance
  /// Share of trials up to each value.
  case edf
  /// All parameters beside each other, one line a trial.
  case parallel
  /// Value by parameter.
  case scatter
  /// Pairs of parameters, coloured by rank.
  case rank
  /// Where the best trials lie as the study goes on.
  case narrowing
  /// When each trial ran.
  case timeline
  /// One page of all that the study has the numbers for.
  case all
}
