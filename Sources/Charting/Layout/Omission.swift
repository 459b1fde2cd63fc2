/// What a small page leaves out, in this order, until the panels have room.
///
/// Nothing is ever squeezed or cut: each step drops one kind of text from the whole page, the
/// least important first. Titles, axis numbers and the names of rows, columns and series always
/// stay; a page that cannot hold those is refused with the size that could.
package enum Omission: Int, CaseIterable, Comparable, Sendable {
  /// The small print under the panels.
  case notes
  /// The facts above each plot.
  case statistics
  /// The sentence beside a verdict; its word stays.
  case reasons
  /// The second line of a row's name.
  case headingDetails
  /// The sentence under the title.
  case subtitle
  /// The column of verdicts; its words go under the row names.
  case verdictColumn
  /// What the axes measure.
  case axisTitles

  package static func < (a: Omission, b: Omission) -> Bool { a.rawValue < b.rawValue }
}
