package import Datasets
package import Experiments
import NeuralNet
package import Provenance
package import Training

extension ActivationsFigure {
  package var config: ActivationsConfig { result.config }

  package static func extent(of config: ActivationsConfig) -> DatasetExtent? {
    config.input == .images ? DatasetExtent(training: config.samples, test: 0) : nil
  }

  package static func run(
    _ config: ActivationsConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> ActivationsResult {
    let images = data.map {
      ActivationsExperiment.Images(
        pixels: $0.training.scaled(), features: $0.training.featureCount, dataSet: $0.name)
    }
    return try ActivationsExperiment(config, images: images).run(threads: threads)
  }

  package var arguments: [String] {
    let config = result.config
    let standard = ActivationsConfig(activation: config.activation)
    var arguments = [Self.experiment]
    func add(_ option: String, _ value: String, unless isDefault: Bool) {
      if !isDefault { arguments += [option, value] }
    }
    add(
      "--init", config.initializers.map(\.name).joined(separator: ","),
      unless: config.initializers == standard.initializers)
    add("--activation", config.activation.rawValue, unless: config.activation == .sigmoid)
    add("--layers", "\(config.layers)", unless: config.layers == standard.layers)
    add("--width", "\(config.width)", unless: config.width == standard.width)
    add("--samples", "\(config.samples)", unless: config.samples == standard.samples)
    if config.input == .images { arguments += ["--input", "mnist"] }
    add("--bins", "\(config.bins)", unless: config.bins == standard.bins)
    add(
      "--range", config.range.map(\.description).joined(separator: ".."),
      unless: config.range == standard.range)
    if config.gradients { arguments.append("--gradients") }
    add("--seed", "\(config.seed)", unless: config.seed == 0)
    return arguments
  }

  /// One row for each bin of each layer of each initializer; counts beyond the range and not finite
  /// have rows of their own, with an empty end.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: [
      "initializer", "layer", "quantity", "from", "to", "count", "share",
    ])
    for row in result.rows {
      for (index, layer) in row.layers.enumerated() {
        try append(layer, of: row.initializer.name, number: index + 1, to: &table)
      }
      for (index, layer) in row.gradients.enumerated() {
        try append(layer, of: row.initializer.name, number: index + 1, to: &table)
      }
    }
    return table
  }

  private func append(
    _ layer: LayerActivations, of initializer: String, number: Int, to table: inout CSVTable
  ) throws {
    let range = result.config.range
    let step = (range[1] - range[0]) / Double(result.config.bins)
    let total = layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
    var line = CSVLine(initializer: initializer, layer: number, total: total)
    line.quantity = "activation"
    for (bin, count) in layer.counts.enumerated() {
      let isLast = bin + 1 == layer.counts.count
      let end = isLast ? range[1] : range[0] + step * Double(bin + 1)
      try table.append(line.cells(from: range[0] + step * Double(bin), to: end, count: count))
    }
    line.quantity = "below"
    try table.append(line.cells(from: nil, to: range[0], count: layer.below))
    line.quantity = "above"
    try table.append(line.cells(from: range[1], to: nil, count: layer.above))
    line.quantity = "not finite"
    try table.append(line.cells(from: nil, to: nil, count: layer.nonFinite))
  }

  private func append(
    _ layer: LayerGradients, of initializer: String, number: Int, to table: inout CSVTable
  ) throws {
    var total = layer.counts.reduce(0, +) + layer.zeros
    total += layer.below + layer.above + layer.nonFinite
    var line = CSVLine(initializer: initializer, layer: number, total: total)
    line.quantity = "gradient size"
    let edges = LayerGradients.edges
    for (bin, count) in layer.counts.enumerated() {
      try table.append(line.cells(from: edges[bin], to: edges[bin + 1], count: count))
    }
    line.quantity = "gradient zero"
    try table.append(line.cells(from: 0, to: 0, count: layer.zeros))
  }
}

/// What the lines of one layer have in common.
private struct CSVLine {
  let initializer: String
  let layer: Int
  let total: Int
  var quantity = ""

  init(initializer: String, layer: Int, total: Int) {
    self.initializer = initializer
    self.layer = layer
    self.total = total
  }

  func cells(from: Double?, to: Double?, count: Int) -> [CSVTable.Cell] {
    let share = Double(count) / Double(total)
    return [
      .text(initializer), .integer(layer), .text(quantity), Self.cell(from), Self.cell(to),
      .integer(count), .number(share),
    ]
  }

  private static func cell(_ value: Double?) -> CSVTable.Cell {
    guard let value else { return .missing }
    return .number(value)
  }
}
