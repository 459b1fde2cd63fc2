/// What is written inside plots, the least important first.
///
/// Where a plot has no room for all of it, places are found in the opposite order: what finds none
/// is left out, never cut or set over another.
package enum InnerWord: Int, CaseIterable, Comparable, Sendable {
  /// The number on a contour.
  case contourLevel
  /// The name of a rule.
  case rule
  /// The name of a place, such as a start.
  case place
  /// What a bracket measures.
  case bracket
  /// What is said of a run that diverged.
  case divergence
  /// No word, but a sign that stands where it must: words keep off it.
  case sign

  package static func < (a: InnerWord, b: InnerWord) -> Bool { a.rawValue < b.rawValue }
}
