package import Datasets
import NeuralNet

/// All that another program needs to repeat a run step by step, and what came out of it.
///
/// | array | shape | |
/// |---|---|---|
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
  package let config: TrainingConfig
  package let history: TrainingHistory
  package let arrays: [NamedArray]

  /// Most bytes of batches and masks together.
  package static let mostBytes = 1 << 31

  /// Trains and keeps what went in and what came out.
  ///
  /// - Parameters: As of `Trainer`.
  /// - Throws: `TrainingError`, also where masks would take more than `mostBytes`;
  ///   `ProvenanceError`.
  package init(
    _ config: TrainingConfig, data: Dataset, threads: Int = 1, progress: TrainingProgress? = nil
  ) throws {
    let trainer = try Trainer(config, data: data, threads: threads, progress: progress)
    try Self.checkSize(config, steps: trainer.stepCount)
    var arrays = Self.parameters(of: trainer.network, prefix: "")
    arrays.append(Self.batches(of: config, data: data, steps: trainer.stepCount))
    arrays += Self.masks(of: config, network: trainer.network, steps: trainer.stepCount)
    history = try trainer.run()
    self.config = config
    self.arrays =
      arrays + Self.outcome(history) + Self.parameters(of: trainer.network, prefix: "trained.")
      + Self.runningMoments(of: trainer.network)
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

  private static func parameters(of network: Network, prefix: String) -> [NamedArray] {
    let values = network.parameters.elements
    var arrays: [NamedArray] = []
    for (index, layer) in network.layout.layers.enumerated() {
      func append(_ name: String, _ shape: [Int], from start: Int) {
        let part = Array(values[start..<start + shape.reduce(1, *)])
        arrays.append(NamedArray("\(prefix)layer\(index + 1).\(name)", shape, .float32(part)))
      }
      append("weight", [layer.inputs, layer.units], from: layer.weights)
      append("bias", [layer.units], from: layer.bias)
      if let gain = layer.gain, let shift = layer.shift {
        append("gain", [layer.units], from: gain)
        append("shift", [layer.units], from: shift)
      }
    }
    return arrays
  }

  private static func batches(of config: TrainingConfig, data: Dataset, steps: Int) -> NamedArray {
    var sampler = BatchSampler(
      imageCount: config.images ?? data.training.count, batch: config.batch,
      convention: config.convention, seed: config.seed)
    var indices: [Int64] = []
    indices.reserveCapacity(steps * config.batch)
    for step in 0..<steps { indices += sampler.indices(ofBatch: step).map(Int64.init) }
    return NamedArray("batches", [steps, config.batch], .int64(indices))
  }

  private static func masks(
    of config: TrainingConfig, network: Network, steps: Int
  ) -> [NamedArray] {
    guard config.network.dropout > 0 else { return [] }
    return config.network.hidden.enumerated().map { layer, units in
      var kept: [UInt8] = []
      kept.reserveCapacity(steps * config.batch * units)
      for step in 0..<steps {
        kept += network.keptUnits(ofLayer: layer, step: step, rows: config.batch)
      }
      return NamedArray("mask\(layer + 1)", [steps, config.batch, units], .uint8(kept))
    }
  }

  // MARK: What comes out

  private static func outcome(_ history: TrainingHistory) -> [NamedArray] {
    let evaluations = history.epochs.count
    var arrays = [
      NamedArray("losses", [history.losses.count], .float32(history.losses)),
      NamedArray("epochs", [evaluations], .int64(history.epochs.map(Int64.init))),
      NamedArray("trainingAccuracy", [evaluations], .float64(history.trainingAccuracy)),
      NamedArray("trainingLoss", [evaluations], .float64(history.trainingLoss)),
    ]
    if !history.testAccuracy.isEmpty {
      arrays.append(NamedArray("testAccuracy", [evaluations], .float64(history.testAccuracy)))
      arrays.append(NamedArray("testLoss", [evaluations], .float64(history.testLoss)))
    }
    return arrays
  }

  private static func runningMoments(of network: Network) -> [NamedArray] {
    network.runningMoments.enumerated().flatMap { index, moments in
      let units = moments.count / 2
      let name = "trained.layer\(index + 1)"
      return [
        NamedArray("\(name).mean", [units], .float32(Array(moments[..<units]))),
        NamedArray("\(name).variance", [units], .float32(Array(moments[units...]))),
      ]
    }
  }
}
