/// What a mark shows.
package enum MarkContent: Equatable, Sendable {
  /// Numbers as they are, of a series if they have a name.
  case values(Series?)
  /// Averages over neighbouring numbers of a series: their raw numbers belong under them.
  case smoothed(Series)
  /// The numbers under a smoothed line.
  case raw(Series)
  /// A translucent area around lines or between them.
  case spread
  /// The colours of a whole panel, or of points and lines, which are read by their key.
  case ground
  /// A value to compare with.
  case reference
  /// Signs and words.
  case sign

  /// The series whose numbers or averages the mark shows; nil for the rest.
  package var series: Series? {
    switch self {
    case .values(let series): series
    case .smoothed(let series): series
    case .raw, .spread, .ground, .reference, .sign: nil
    }
  }
}
