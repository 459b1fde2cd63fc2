package import Datasets
import NeuralNet
package import NumPyFiles
import Provenance

/// All that another program needs to repeat a run step by step, and what came out of it.
///
/// | array | shape | |
/// |---|---|---|
/// | `config.json` | text | the `TrainingConfig` |
/// | `layer1.weight`, `layer2.weight`, ... | `[inputs, units]` | before the first step |
/// | `layer1.bias`, ... | `[units]` | |
/// | `layer1.gain`, `layer1.shift`, ... | `[units]` | of normalised layers |
/// | `batches` | `[steps, batch]` | the training images of each step, counted from 0 |
/// | `mask1`, `mask2`, ... | `[steps, batch, units]` | 1 for a hidden unit that dropout keeps |
/// | `losses` | `[steps]` | as in `TrainingHistory` |
/// | `epochs` | `[evaluations]` | as there |
/// | `trainingAccuracy`, `trainingLoss` | `[evaluations]` | as there |
/// | `testAccuracy`, `testLoss` | `[evaluations]` | where there are test images |
/// | `trained.layer1.weight`, ... | | the parameters after the last step, named as before it |
/// | `trained.layer1.mean`, `trained.layer1.variance`, ... | `[units]` | running moments |
///
/// Parameters and losses are Float32, accuracies and evaluated losses Float64, images and epochs
/// Int64, masks bytes. Layers count from 1, the last one gives the logits.
package struct TrainingExport: Equatable, Sendable {
  package let history: TrainingHistory
  package private(set) var archive = NPZFile()

  /// Most bytes of batches and masks together.
  package static let mostBytes = 1 << 31

  /// Trains and keeps what went in and what came out.
  ///
  /// - Parameters: As of `Trainer`.
  /// - Throws: `TrainingError`, also where batches and masks would take more than `mostBytes`;
  ///   `ProvenanceError`.
  package init(
    _ config: TrainingConfig, data: Dataset, threads: Int = 1, progress: TrainingProgress? = nil
  ) throws {
    let trainer = try Trainer(config, data: data, threads: threads, progress: progress)
    let steps = trainer.stepCount
    try Self.checkSize(config, steps: steps)
    let initial = trainer.network.parameters.elements
    history = try trainer.run()

    let json = try JSONValueEncoder(root: "config").encode(config)
    try archive.add(NPYArray(text: json.canonicalText), as: "config.json")
    try add(initial, of: trainer.network.layout, prefix: "")
    try addBatches(of: config, data: data, steps: steps)
    try addMasks(of: config, network: trainer.network, steps: steps)
    try addOutcome()
    try add(trainer.network.parameters.elements, of: trainer.network.layout, prefix: "trained.")
    try addRunningMoments(of: trainer.network)
  }

  private static func checkSize(_ config: TrainingConfig, steps: Int) throws(TrainingError) {
    let units = config.network.dropout > 0 ? config.network.hidden.reduce(0, +) : 0
    let bytes = Double(steps) * Double(config.batch) * Double(8 + units)
    guard bytes <= Double(mostBytes) else {
      let option = config.unit == .epochs ? "--epochs" : "--iterations"
      throw .invalidOption(
        option, value: "\(config.length)",
        allowed: "at most \(mostBytes) bytes of exported batches and masks, this has "
          + "\(Int(min(bytes, 1e18)))")
    }
  }

  // MARK: What goes in

  private mutating func add(
    _ values: [Float], of layout: ParameterLayout, prefix: String
  ) throws {
    for (index, layer) in layout.layers.enumerated() {
      func part(_ start: Int, _ shape: [Int]) -> NPYArray {
        NPYArray(Array(values[start..<start + shape.reduce(1, *)]), shape: shape)
      }
      let name = "\(prefix)layer\(index + 1)"
      try archive.add(part(layer.weights, [layer.inputs, layer.units]), as: "\(name).weight")
      try archive.add(part(layer.bias, [layer.units]), as: "\(name).bias")
      if let gain = layer.gain, let shift = layer.shift {
        try archive.add(part(gain, [layer.units]), as: "\(name).gain")
        try archive.add(part(shift, [layer.units]), as: "\(name).shift")
      }
    }
  }

  private mutating func addBatches(
    of config: TrainingConfig, data: Dataset, steps: Int
  ) throws {
    var sampler = BatchSampler(
      imageCount: config.images ?? data.training.count, batch: config.batch,
      convention: config.convention, seed: config.seed)
    var indices: [Int64] = []
    indices.reserveCapacity(steps * config.batch)
    for step in 0..<steps { indices += sampler.indices(ofBatch: step).map(Int64.init) }
    try archive.add(NPYArray(indices, shape: [steps, config.batch]), as: "batches")
  }

  private mutating func addMasks(
    of config: TrainingConfig, network: Network, steps: Int
  ) throws {
    guard config.network.dropout > 0 else { return }
    for (layer, units) in config.network.hidden.enumerated() {
      var kept: [UInt8] = []
      kept.reserveCapacity(steps * config.batch * units)
      for step in 0..<steps {
        kept += network.keptUnits(ofLayer: layer, step: step, rows: config.batch)
      }
      try archive.add(
        NPYArray(kept, shape: [steps, config.batch, units]), as: "mask\(layer + 1)")
    }
  }

  // MARK: What comes out

  private mutating func addOutcome() throws {
    try archive.add(NPYArray(history.losses), as: "losses")
    try archive.add(NPYArray(history.epochs.map(Int64.init)), as: "epochs")
    try archive.add(NPYArray(history.trainingAccuracy), as: "trainingAccuracy")
    try archive.add(NPYArray(history.trainingLoss), as: "trainingLoss")
    if history.testAccuracy.isEmpty { return }
    try archive.add(NPYArray(history.testAccuracy), as: "testAccuracy")
    try archive.add(NPYArray(history.testLoss), as: "testLoss")
  }

  private mutating func addRunningMoments(of network: Network) throws {
    for (index, moments) in network.runningMoments.enumerated() {
      let units = moments.count / 2
      let name = "trained.layer\(index + 1)"
      try archive.add(NPYArray(Array(moments[..<units])), as: "\(name).mean")
      try archive.add(NPYArray(Array(moments[units...])), as: "\(name).variance")
    }
  }
}
