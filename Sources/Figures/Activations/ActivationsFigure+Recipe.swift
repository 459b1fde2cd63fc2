package import Provenance
import Experiments
import NeuralNet

extension ActivationsFigure {
  package func config() throws -> JSONValue {
    try JSONValueEncoder(root: "config").encode(result.config)
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
    let range = result.config.range
    let step = (range[1] - range[0]) / Double(result.config.bins)
    for row in result.rows {
      let name = CSVTable.Cell.text(row.initializer.name)
      for (index, layer) in row.layers.enumerated() {
        let total =
          layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
        func add(
          _ quantity: String, _ from: Double?, _ to: Double?, _ count: Int
        ) throws {
          try table.append([
            name, .integer(index + 1), .text(quantity), from.map { .double($0) } ?? .empty,
            to.map { .double($0) } ?? .empty, .integer(count),
            .double(Double(count) / Double(total)),
          ])
        }
        for (bin, count) in layer.counts.enumerated() {
          let end = bin + 1 == layer.counts.count ? range[1] : range[0] + step * Double(bin + 1)
          try add("activation", range[0] + step * Double(bin), end, count)
        }
        try add("below", nil, range[0], layer.below)
        try add("above", range[1], nil, layer.above)
        try add("not finite", nil, nil, layer.nonFinite)
      }
      for (index, layer) in row.gradients.enumerated() {
        let total = layer.counts.reduce(0, +) + layer.zeros + layer.below + layer.above
          + layer.nonFinite
        for (bin, count) in layer.counts.enumerated() {
          try table.append([
            name, .integer(index + 1), .text("gradient size"),
            .double(LayerGradients.edges[bin]), .double(LayerGradients.edges[bin + 1]),
            .integer(count), .double(Double(count) / Double(total)),
          ])
        }
      }
    }
    return table
  }
}
