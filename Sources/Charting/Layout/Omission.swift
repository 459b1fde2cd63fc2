/// What a small page leaves out, in this order, until the panels have room.
///
/// Nothing is ever squeezed or cut: each step drops one kind of text from the whole page, the
/// least important first, and what turns out to have room after all comes back, the most important
/// first. Before anything is left out, grids that wrap and sections are arranged by the page's
/// shape. Axis numbers and the names of rows, columns and series always stay; a page that cannot
/// hold those of a quarter of the rows and columns is refused with the size that could.
package enum Omission: Int, CaseIterable, Comparable, Sendable {
  /// The small print under the panels.
  case notes
  /// The facts above each plot.
  case statistics
  /// The sentence beside a verdict; its word stays.
  case reasons
  /// The second line of a row's name.
  case headingDetails
  /// Titles and names in full; their short forms stay.
  case longForms
  /// The sentence under the title.
  case subtitle
  /// The column of verdicts; its words go under the row names.
  case verdictColumn
  /// What the axes measure.
  case axisTitles
  /// Some of the panels; the page says how many it shows.
  case panels

  package static func < (a: Omission, b: Omission) -> Bool { a.rawValue < b.rawValue }
}
