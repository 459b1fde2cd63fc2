package import Figures
package import Provenance

/// Every kind of figure, by the name of its experiment.
package enum FigureKinds {
  package static let all: [any Figure.Type] = [
    ActivationsFigure.self, TrajectoriesFigure.self, OptimizersFigure.self,
    InitializersFigure.self, BatchNormFigure.self, OverfitFigure.self, LayersFigure.self,
    TrainFigure.self, SearchFigure.self, StudyFigure.self,
  ]

  /// The kind of a recipe.
  ///
  /// - Throws: `FigureFileError.unknownExperiment`.
  package static func kind(of recipe: Recipe) throws(FigureFileError) -> any Figure.Type {
    for kind in all where kind.experiment == recipe.experiment { return kind }
    throw .unknownExperiment(recipe.experiment, known: all.map { $0.experiment })
  }
}
