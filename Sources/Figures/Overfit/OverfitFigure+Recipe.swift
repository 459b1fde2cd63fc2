package import Experiments
import NeuralNet
package import Provenance
import Training

extension OverfitFigure {
  package var config: OverfitConfig { result.config }

  package var arguments: [String] {
    let config = result.config
    let standard = OverfitConfig()
    var arguments = [Self.experiment]
    // With --weight-decay or --dropout alone the command draws only the panels that they name.
    let hasDecay = config.weightDecay != standard.weightDecay
    let hasDropout = config.dropout != standard.dropout
    if hasDecay { arguments += ["--weight-decay", TrainingArguments.plain(config.weightDecay)] }
    if hasDropout { arguments += ["--dropout", TrainingArguments.plain(config.dropout)] }
    if config.panels != OverfitConfig.panels(hasDecay: hasDecay, hasDropout: hasDropout) {
      arguments += ["--only", config.panels.map(\.rawValue).joined(separator: ",")]
    }
    let isUsual =
      config.training.length == standard.training.length
      && config.dropoutEpochs == standard.dropoutEpochs
    if !isUsual { arguments += ["--epochs", "\(config.training.length)"] }
    return arguments
      + TrainingArguments.list(
        config.training, unlike: standard.training, source: result.source, seeds: config.seeds,
        except: [.dropout, .weightDecay, .length])
  }

  /// One row for each epoch of each run and each set of images.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: [
      "panel", "weight_decay", "dropout", "seed", "epoch", "images", "accuracy",
    ])
    for panel in result.panels {
      for (index, run) in panel.runs.enumerated() {
        let training = result.config.run(panel.panel, seed: index)
        for (place, epoch) in panel.epochs.enumerated() {
          for (name, accuracy) in [
            ("training", run.trainingAccuracy), ("test", run.testAccuracy),
          ] where place < accuracy.count {
            try table.append([
              .text(panel.panel.rawValue), .number(training.weightDecay),
              .number(training.network.dropout), .integer(Int(run.seed)), .integer(epoch),
              .text(name), .number(accuracy[place]),
            ])
          }
        }
      }
    }
    return table
  }
}
