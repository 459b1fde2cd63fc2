package import Experiments
package import Provenance
import Training

extension BatchNormFigure {
  package var config: BatchNormConfig { result.config }

  package var arguments: [String] {
    let config = result.config
    let standard = BatchNormConfig()
    var arguments = [Self.experiment]
    if config.scales != standard.scales { arguments += ["--scales", "\(config.scales)"] }
    if config.range != standard.range {
      arguments += ["--range", config.range.map(\.description).joined(separator: "..")]
    }
    return arguments
      + TrainingArguments.list(
        config.training, unlike: standard.training, source: result.source, seeds: config.seeds,
        except: [.initializer])
  }

  /// One row for each network, seed and epoch.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: [
      "weight_scale", "batch_norm", "seed", "epoch", "training_accuracy",
    ])
    for row in result.rows {
      for (isNormalized, runs) in [(false, row.plain), (true, row.normalized)] {
        for (index, run) in runs.enumerated() {
          let seed = Int(result.config.training.seed) + index
          for (epoch, accuracy) in zip(result.epochs, run.trainingAccuracy) {
            try table.append([
              .number(row.standardDeviation), .flag(isNormalized), .integer(seed),
              .integer(epoch), .number(accuracy),
            ])
          }
        }
      }
    }
    return table
  }
}
