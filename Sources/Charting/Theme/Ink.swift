/// What a colour is for; a theme says which colour that is.
package enum Ink: Equatable, Sendable {
  /// Text and axes.
  case ink
  /// The colour under everything, for what lies on dark fills.
  case paper
  /// Text and lines of less weight.
  case muted
  /// Grid lines.
  case grid
  /// What the reader should look at.
  case accent
  /// The series of this number, counted from zero.
  case series(Int)
  /// The same with the share of paper that shows through, 0 (solid) to 1.
  indirect case faint(Ink, Double)
  /// The same with as much of the text's ink as words in it need to be read on paper.
  indirect case legible(Ink)
  /// A state of health.
  case health(Health)

  /// The ink without the paper that shows through.
  var solid: Ink {
    switch self {
    case .faint(let base, _), .legible(let base): base.solid
    default: self
    }
  }
}

/// How well something does, for colours that say so beside the word.
package enum Health: String, Codable, Equatable, Sendable {
  case good, poor, bad
}
