package import Charting
package import Datasets
package import Experiments
package import Provenance
package import Training

/// A result made visible: how it is made, the chart, what it says, and how to ask for it again.
///
/// `dlplot` draws, checks, inspects and redraws any figure through this; a new figure is a new type
/// here and one entry in `FigureKinds`.
package protocol Figure: Sendable {
  /// What the experiment is asked for.
  associatedtype Config: ExperimentConfig
  /// What it gave.
  associatedtype Result: ExperimentResult where Result.Config == Config

  /// The experiment's name, which is that of its command.
  static var experiment: String { get }

  /// How much of a data set a config needs; nil where it needs none.
  static func extent(of config: Config) -> DatasetExtent?

  /// Makes the result anew.
  ///
  /// - Parameters:
  ///   - data: As much of a data set as `extent` says, nil for none.
  ///   - threads: Workers; their number changes the time and nothing else.
  ///   - progress: Told of every step that was trained.
  static func run(
    _ config: Config, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> Result

  /// Makes the result anew from one that a figure carries, where that holds all that is needed; nil
  /// where the experiment has to be run.
  ///
  /// - Parameters:
  ///   - carried: What the figure carries, unchecked; nil for nothing.
  ///   - file: Where to look for it first, named by whoever asks; nil for nowhere.
  static func remade(_ config: Config, from carried: Result?, file: String?) throws -> Result?

  init(_ result: Result, language: Language)

  var result: Result { get }
  var chart: Chart { get }
  /// Page in points unless the user gives another.
  var defaultSize: Size { get }
  /// What the figure shows, one sentence each.
  var findings: [String] { get }
  /// What it states in numbers and verdicts: of the chart as a whole first, then series by series in
  /// the order in which they are drawn. The order within is that of the figure.
  var facts: [FigureFact] { get }
  /// What the figure shows, in words, for readers that cannot see it; see `AlternativeText`.
  var alternativeText: String { get }
  /// What the result was made from.
  var config: Config { get }
  /// The arguments, the command's name first, that give this config.
  var arguments: [String] { get }
  /// The numbers that are drawn, one observation a row.
  func table() throws -> CSVTable
}

extension Figure {
  package static func remade(
    _ config: Config, from carried: Result?, file: String?
  ) throws -> Result? { nil }
}
