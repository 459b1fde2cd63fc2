package import Datasets
package import Experiments
import NeuralNet
package import Provenance
package import Training

extension OptimizersFigure {
  package var config: OptimizersConfig { result.config }

  package static func extent(of config: OptimizersConfig) -> DatasetExtent? {
    config.training.extent
  }

  package static func run(
    _ config: OptimizersConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> OptimizersResult {
    guard let data else { throw MissingData.noImages(experiment: experiment) }
    return try OptimizersExperiment(config, data: data, source: ImageSource(data))
      .run(threads: threads, progress: progress)
  }

  package var arguments: [String] {
    let config = result.config
    let convention = config.training.convention
    var arguments = [Self.experiment]
    if config.optimizers
      != OptimizersConfig.defaultKinds.map({ Optimizer($0, convention: convention) })
    {
      let names = config.optimizers.map { $0.name(convention: convention) }
      arguments += ["--optimizer", names.joined(separator: ",")]
    }
    arguments += TrainingArguments.list(
      config.training, unlike: OptimizersConfig.defaultTraining, source: result.source,
      seeds: config.seeds, except: [.optimizer])
    return arguments + LossCurves.arguments(smoothing: config.smoothing, axis: config.axis)
  }

  /// One row for each step of each run.
  package func table() throws -> CSVTable { try curves.table(variantColumn: "optimizer") }
}
