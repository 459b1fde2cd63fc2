package import NeuralNet

/// What a layer does while the network trains.
///
/// The first line that holds decides. Activations are judged at the end of the training, gradients
/// and updates by their median over the epochs:
///
/// 1. **diverged**: a number is not finite.
/// 2. **dead** (ReLU family): more than half of the units rest for every probe image.
/// 3. **saturated** (sigmoid, tanh): more than half of the values lie within 5 % of the range's
///    width from one of its ends.
/// 4. **vanishing**: the norm of the gradient is under a hundredth of the output layer's.
/// 5. **exploding**: it is over a hundred times the output layer's.
/// 6. **fading**: what depends on the image, the spread over images, is under a tenth of the first
///    layer's, as where ``SignalHealth`` calls a signal vanishing.
/// 7. **slow**: a step moves the weights by less than a ten-thousandth of their norm.
/// 8. **restless**: it moves them by more than a twentieth.
/// 9. **healthy**: none of these; about a thousandth is usual.
package enum LayerHealth: String, Codable, CaseIterable, Equatable, Sendable {
  case diverged, dead, saturated, vanishing, exploding, fading, slow, restless, healthy

  /// Share of units or values that counts as dead or saturated.
  package static let majority = 0.5
  /// Part of the output layer's gradient under which a layer's counts as vanishing; over its
  /// inverse it counts as exploding.
  package static let faint = 0.01
  /// Ratios of update to weight that count as healthy.
  package static let healthyUpdates = 1e-4...0.05

  /// The verdicts of all layers, the output layer last.
  package static func verdicts(of layers: [LayerCourse], activation: Activation) -> [LayerHealth] {
    layers.map { layer in
      LayerHealth(
        layer, first: layers[0], output: layers[layers.count - 1], activation: activation)
    }
  }

  init(
    _ layer: LayerCourse, first: LayerCourse, output: LayerCourse, activation: Activation
  ) {
    let all =
      layer.mean + layer.spread + layer.blockedShare + layer.gradientNorm + layer.updateRatio
    let gradient = layer.relativeGradient(to: output)
    let update = layer.typicalUpdateRatio
    if all.contains(where: { !$0.isFinite }) {
      self = .diverged
    } else if let blocked = layer.blockedShare.last, blocked > Self.majority {
      self = activation.isRectifier ? .dead : .saturated
    } else if gradient < Self.faint {
      self = .vanishing
    } else if gradient > 1 / Self.faint {
      self = .exploding
    } else if layer.relativeSpread(to: first) < SignalHealth.faint {
      self = .fading
    } else if update < Self.healthyUpdates.lowerBound {
      self = .slow
    } else if update > Self.healthyUpdates.upperBound {
      self = .restless
    } else {
      self = .healthy
    }
  }
}

extension LayerCourse {
  /// The gradient's norm as a part of the output layer's: the median over the epochs.
  package func relativeGradient(to output: LayerCourse) -> Double {
    RunMedian.of(zip(gradientNorm, output.gradientNorm).map { $0 / $1 })
  }

  /// The spread over images at the end as a part of the first layer's; one where there is none to
  /// compare.
  package func relativeSpread(to first: LayerCourse) -> Double {
    guard let own = spread.last, let whole = first.spread.last, whole > 0 else { return 1 }
    return own / whole
  }

  /// The median over the epochs.
  package var typicalUpdateRatio: Double { RunMedian.of(updateRatio) }
}
