import Figures
import Provenance

/// Every kind of figure, by the name of its experiment.
enum FigureKinds {
  static let all: [any Figure.Type] = [
    ActivationsFigure.self, TrajectoriesFigure.self, OptimizersFigure.self,
    InitializersFigure.self, BatchNormFigure.self, OverfitFigure.self, LayersFigure.self,
    TrainFigure.self,
  ]

  /// The kind of a recipe.
  ///
  /// - Throws: `UsageError` for an experiment that this version does not know.
  static func kind(of recipe: Recipe) throws(UsageError) -> any Figure.Type {
    for kind in all where kind.experiment == recipe.experiment { return kind }
    throw .invalid(
      "experiment", value: MessageText.quoted(recipe.experiment),
      allowed: all.map { $0.experiment }.joined(separator: ", "))
  }
}
