package import Datasets
package import Experiments
package import Provenance
package import Training

extension LayersFigure {
  package var config: LayersConfig { result.config }

  package static func extent(of config: LayersConfig) -> DatasetExtent? {
    config.training.extent
  }

  package static func run(
    _ config: LayersConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> LayersResult {
    guard let data else { throw MissingData.noImages(experiment: experiment) }
    return try LayersExperiment(config, data: data, source: ImageSource(data))
      .run(threads: threads, progress: progress)
  }

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
