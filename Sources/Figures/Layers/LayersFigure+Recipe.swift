package import Experiments
package import Provenance
import Training

extension LayersFigure {
  package var config: LayersConfig { result.config }

  package var arguments: [String] {
    let config = result.config
    let standard = LayersConfig()
    var arguments = [Self.experiment]
    if config.probe != standard.probe { arguments += ["--probe", "\(config.probe)"] }
    return arguments
      + TrainingArguments.list(
        config.training, unlike: standard.training, source: result.source, seeds: config.seeds)
  }

  /// One row for each quantity of each layer, seed and epoch.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: ["seed", "layer", "epoch", "quantity", "value"])
    for (index, run) in result.runs.enumerated() {
      let seed = Int(result.config.training.seed) + index
      for (number, layer) in run.layers.enumerated() {
        for quantity in LayerQuantity.allCases {
          let first = quantity.isOfSteps ? 1 : 0
          for (place, value) in quantity.values(of: layer).enumerated() {
            try table.append([
              .integer(seed), .integer(number + 1), .integer(first + place),
              .text(quantity.rawValue), .number(value),
            ])
          }
        }
      }
    }
    return table
  }
}
