package import Experiments
import NeuralNet
package import Provenance
import Training

extension InitializersFigure {
  package var config: InitializersConfig { result.config }

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
