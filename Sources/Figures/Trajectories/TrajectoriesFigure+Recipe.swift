package import Datasets
package import Experiments
import NeuralNet
package import Provenance
package import Training

extension TrajectoriesFigure {
  package var config: TrajectoriesConfig { result.config }

  package static func extent(of config: TrajectoriesConfig) -> DatasetExtent? { nil }

  package static func run(
    _ config: TrajectoriesConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> TrajectoriesResult {
    try TrajectoriesExperiment(config).run()
  }

  package var arguments: [String] {
    let start: Surface.Place = (config.start[0], config.start[1])
    let standard = TrajectoriesConfig(surface: config.surface, start: start)
    let view = SurfaceView(
      of: config.optimizers, on: config.surface, steps: config.steps, start: start)
    var arguments = [Self.experiment]
    func add(_ option: String, _ value: String, unless isDefault: Bool) {
      if !isDefault { arguments += [option, value] }
    }
    add("--surface", config.surface.rawValue, unless: config.surface == .bowl)
    add(
      "--optimizers", config.optimizers.map(\.name).joined(separator: ","),
      unless: config.optimizers == standard.optimizers)
    let usual = config.surface.defaultStart
    add(
      "--start", config.start.map(\.description).joined(separator: ","),
      unless: config.start == [usual.x, usual.y])
    add("--steps", "\(config.steps)", unless: config.steps == standard.steps)
    add(
      "--view",
      [config.view.x, config.view.y].map { $0.map(\.description).joined(separator: "..") }
        .joined(separator: ","),
      unless: config.view == view)
    if config.field { arguments.append("--field") }
    return arguments
  }

  /// One row for the start and each step of each optimizer.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: ["optimizer", "step", "x", "y", "value", "distance"])
    for path in result.paths {
      for step in path.x.indices {
        try table.append([
          .text(path.optimizer.name), .integer(step), .number(path.x[step]),
          .number(path.y[step]), .number(path.values[step]), .number(path.distances[step]),
        ])
      }
    }
    return table
  }
}
