package import Datasets
package import Experiments
import FigureFiles
package import Figures
import NeuralNet
package import Provenance
import Training

/// One small config of each kind of figure, drawn within a blink.
package enum TinyFigures {
  /// The bundled digits of the checkout.
  package static let digits: String = {
    // Tests/Mutants/TinyFigures.swift: three steps up is the checkout.
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/data/mnist5k"
  }()

  /// Something that is done for a figure of any kind.
  package protocol Visitor {
    associatedtype Value
    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Value
  }

  /// Visits each kind.
  package static func visitAll<Some: Visitor>(_ visitor: Some) throws -> [Some.Value] {
    try names.map { try visit($0, visitor) }
  }

  package static let names = FigureKinds.all.map { $0.experiment }

  package static func visit<Some: Visitor>(_ name: String, _ visitor: Some) throws -> Some.Value {
    switch name {
    case "activations": try visitor.visit(ActivationsFigure.self, activations)
    case "trajectories":
      try visitor.visit(TrajectoriesFigure.self, trajectories)
    case "optimizers":
      try visitor.visit(
        OptimizersFigure.self,
        OptimizersConfig(
          training: training(.iterations, length: 15),
          optimizers: [.sgd(rate: 0.01), Optimizer(.adam)], seeds: 2))
    case "initializers":
      try visitor.visit(
        InitializersFigure.self,
        InitializersConfig(
          training: training(.iterations, length: 15), initializers: [.he, .glorot]))
    case "batchnorm":
      try visitor.visit(
        BatchNormFigure.self,
        BatchNormConfig(training: training(.epochs, length: 3), scales: 4))
    case "overfit":
      try visitor.visit(OverfitFigure.self, overfit)
    case "layers":
      try visitor.visit(
        LayersFigure.self, LayersConfig(training: training(.epochs, length: 3), probe: 40))
    case "search":
      try visitor.visit(
        SearchFigure.self,
        SearchConfig(training: training(.epochs, length: 2), trials: 2, shown: 2))
    case "study": try visitor.visit(StudyFigure.self, try TinyStudy.result().config)
    default: try visitor.visit(TrainFigure.self, training(.epochs, length: 3))
    }
  }

  package static let trajectories = TrajectoriesConfig(steps: 10)

  private static let activations = ActivationsConfig(
    initializers: [.xavier, .normal(standardDeviation: 1)], layers: 3, width: 30, samples: 100,
    gradients: true)

  private static let overfit: OverfitConfig = {
    var training = Self.training(.epochs, length: 3)
    training.testImages = 40
    return OverfitConfig(training: training, dropoutEpochs: 4)
  }()

  private static func training(_ unit: TrainingConfig.Unit, length: Int) -> TrainingConfig {
    TrainingConfig(
      network: NetworkConfig(hidden: [20, 20]), optimizer: Optimizer(.adam), batch: 20,
      length: length, unit: unit, images: 60, testImages: 0)
  }

  /// The images that a config needs, with their entry in the recipe.
  package static func images(_ extent: DatasetExtent?) throws -> (
    data: Dataset, set: Recipe.DataSet
  )? {
    guard let extent else { return nil }
    let found = try Dataset(reading: try DatasetLocator().locate(digits), extent: extent)
    let data = found.renamed("mnist5k")
    return (data, Recipe.DataSet(name: data.name, digest: try data.digest()))
  }

  /// The figure of a config, and what makes mutants of it.
  package static func mutants<Shown: Figure>(
    _ kind: Shown.Type, _ config: Shown.Config, drawing: Drawing = Drawing()
  ) throws -> Mutants<Shown> {
    let images = try images(Shown.extent(of: config))
    // A study is read, not run.
    let result =
      try TinyStudy.result() as? Shown.Result
      ?? Shown.run(config, data: images?.data, threads: 1, progress: TrainingProgress())
    return try Mutants(
      Shown(result, language: drawing.language), drawing: drawing,
      dataSets: images.map { [$0.set] } ?? [])
  }
}
