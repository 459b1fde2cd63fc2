package import Charting
package import Provenance

/// A result made visible: the chart, what it says, and how to ask for it again.
///
/// `dlplot` writes, inspects and redraws any figure through this; a new figure is a new type here
/// and one entry in `AnyFigure`.
package protocol Figure: Sendable {
  associatedtype Result: Codable & Sendable

  /// The experiment's name, which is that of its command.
  static var experiment: String { get }

  init(_ result: Result, language: Language)

  var result: Result { get }
  var chart: Chart { get }
  /// Page in points unless the user gives another.
  var defaultSize: Size { get }
  /// What the figure shows, one sentence each.
  var findings: [String] { get }
  /// The experiment's config as a JSON value.
  func config() throws -> JSONValue
  /// The arguments, the command's name first, that give this config.
  var arguments: [String] { get }
  /// The numbers that are drawn, one observation a row.
  func table() throws -> CSVTable
}
