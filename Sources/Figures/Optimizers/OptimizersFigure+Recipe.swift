package import Experiments
import NeuralNet
package import Provenance
import Training

extension OptimizersFigure {
  package var config: OptimizersConfig { result.config }

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
