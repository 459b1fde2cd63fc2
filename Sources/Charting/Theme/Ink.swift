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
  /// A state of health.
  case health(Health)

  /// The ink without the paper that shows through.
  var solid: Ink {
    if case .faint(let base, _) = self { base.solid } else { self }
  }
}

/// How well something does, for colours that say so beside the word.
package enum Health: String, Codable, Equatable, Sendable {
  case good, poor, bad
}
