package import Datasets
package import Experiments
import NeuralNet
package import Provenance
package import Training

extension InitializersFigure {
  package var config: InitializersConfig { result.config }

  package static func extent(of config: InitializersConfig) -> DatasetExtent? {
    config.training.extent
  }

  package static func run(
    _ config: InitializersConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> InitializersResult {
    guard let data else { throw MissingData.noImages(experiment: experiment) }
    return try InitializersExperiment(config, data: data, source: ImageSource(data))
      .run(threads: threads, progress: progress)
  }

  package var arguments: [String] {
    let config = result.config
    var arguments = [Self.experiment]
    if config.initializers != InitializersConfig.defaultInitializers {
      arguments += ["--init", config.initializers.map(\.name).joined(separator: ",")]
    }
    arguments += TrainingArguments.list(
      config.training, unlike: InitializersConfig.defaultTraining, source: result.source,
      seeds: config.seeds, except: [.initializer])
    return arguments + LossCurves.arguments(smoothing: config.smoothing, axis: config.axis)
  }

  /// One row for each step of each run.
  package func table() throws -> CSVTable { try curves.table(variantColumn: "initializer") }
}
