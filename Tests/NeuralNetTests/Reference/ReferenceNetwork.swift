import Foundation
import NeuralNet

/// A fully connected classifier in Double, written from its formulas in plain loops.
///
/// It shares the config types with the network under test and nothing else; its gradient is the
/// quotient of central differences. Parameters lie in the documented order: all weights, layer by
/// layer, then each layer's bias and, where it is normalised, gain and shift.
struct ReferenceNetwork {
  let config: NetworkConfig
  /// Units of every layer, inputs and classes included.
  let sizes: [Int]
  var parameters: [Double]

  /// What a batch left behind on its way up.
  struct Pass {
    /// `[batch][classes]`.
    var logits: [[Double]] = []
    /// After activation and dropout, `[layers][batch][units]`.
    var outputs: [[[Double]]] = []
    /// Of each normalised layer over the batch, the variance biased.
    var means: [[Double]] = []
    var variances: [[Double]] = []
    /// How close a unit came to the kink of the rectifiers.
    var nearestKink = Double.infinity
    /// How much normalisation can enlarge a relative error: largest |z| over σ, layer by layer.
    var condition = 1.0
  }

  /// Running mean and variance of a layer.
  struct Moments {
    var mean: [Double]
    var variance: [Double]
  }

  private struct Layer {
    var weights: Int
    var bias: Int
    var gain: Int?
  }

  private var layers: [Layer] {
    var place = 0
    var layers: [Layer] = []
    for (inputs, units) in zip(sizes, sizes.dropFirst()) {
      layers.append(Layer(weights: place, bias: 0, gain: nil))
      place += inputs * units
    }
    for index in layers.indices {
      let units = sizes[index + 1]
      layers[index].bias = place
      place += units
      if config.batchNorm && index + 1 < layers.count {
        layers[index].gain = place
        place += 2 * units
      }
    }
    return layers
  }

  /// Ioffe and Szegedy's ε is 1e-5 in common use; the book has `10e-7`.
  private var epsilon: Double { config.convention == .book ? 1e-6 : 1e-5 }

  // MARK: Up

  /// - Parameters:
  ///   - x: `[batch][inputs]`.
  ///   - masks: Of the dropout, `[layers][batch][units]`, factors included; empty for none.
  ///   - running: Moments to normalise by, nil for those of the batch.
  func forward(
    _ x: [[Double]], masks: [[[Double]]] = [], running: [Moments]? = nil
  ) -> Pass {
    var pass = Pass()
    var below = x
    for (index, layer) in layers.enumerated() {
      let isLast = index + 2 == sizes.count
      var z = affine(below, layer, units: sizes[index + 1])
      if isLast {
        pass.logits = z
        break
      }
      if let gain = layer.gain {
        normalize(&z, gain: gain, moments: running?[index], pass: &pass)
      }
      for r in z.indices {
        for u in z[r].indices {
          pass.nearestKink = min(pass.nearestKink, abs(z[r][u]))
          z[r][u] = activate(z[r][u])
          if !masks.isEmpty { z[r][u] *= masks[index][r][u] }
          if running != nil && config.dropoutForm == .scaledEvaluation {
            z[r][u] *= 1 - config.dropout
          }
        }
      }
      pass.outputs.append(z)
      below = z
    }
    return pass
  }

  private func affine(_ x: [[Double]], _ layer: Layer, units: Int) -> [[Double]] {
    x.map { row in
      (0..<units).map { unit in
        var sum = parameters[layer.bias + unit]
        for (i, value) in row.enumerated() {
          sum += value * parameters[layer.weights + i * units + unit]
        }
        return sum
      }
    }
  }

  private func normalize(_ z: inout [[Double]], gain: Int, moments: Moments?, pass: inout Pass) {
    let units = z[0].count
    let count = Double(z.count)
    var worst = 1.0
    var means: [Double] = []
    var variances: [Double] = []
    for u in 0..<units {
      let mean = moments?.mean[u] ?? z.reduce(0) { $0 + $1[u] } / count
      let variance =
        moments?.variance[u] ?? z.reduce(0) { $0 + ($1[u] - mean) * ($1[u] - mean) } / count
      let deviation = (variance + epsilon).squareRoot()
      for r in z.indices {
        worst = max(worst, abs(z[r][u]) / deviation)
        z[r][u] =
          parameters[gain + u] * (z[r][u] - mean) / deviation + parameters[gain + units + u]
      }
      means.append(mean)
      variances.append(variance)
    }
    pass.means.append(means)
    pass.variances.append(variances)
    pass.condition *= worst
  }

  private func activate(_ z: Double) -> Double {
    switch config.activation {
    case .sigmoid: 1 / (1 + exp(-z))
    case .tanh: tanh(z)
    case .relu: max(0, z)
    case .leakyReLU: z > 0 ? z : 0.01 * z
    case .gelu: z * 0.5 * (1 + erf(z / 2.0.squareRoot()))
    }
  }

  // MARK: Loss and gradient

  /// Mean cross-entropy of the softmax of `logits` in nats.
  static func loss(_ logits: [[Double]], _ labels: [Int]) -> Double {
    var total = 0.0
    for (row, label) in zip(logits, labels) {
      let largest = row.max() ?? 0
      total += log(row.reduce(0) { $0 + exp($1 - largest) }) + largest - row[label]
    }
    return total / Double(labels.count)
  }

  /// Derivative of the loss by each parameter, by central differences.
  ///
  /// With steps of 2^-17 the quotient is off by about 1e-11 times a third derivative, and its
  /// rounding is of the same size.
  func gradient(_ x: [[Double]], _ labels: [Int], masks: [[[Double]]]) -> [Double] {
    let step = 0x1p-17
    var moved = self
    return parameters.indices.map { index in
      moved.parameters[index] = parameters[index] + step
      let above = Self.loss(moved.forward(x, masks: masks).logits, labels)
      moved.parameters[index] = parameters[index] - step
      let under = Self.loss(moved.forward(x, masks: masks).logits, labels)
      moved.parameters[index] = parameters[index]
      return (above - under) / (2 * step)
    }
  }
}
