import Charting
import Experiments
import NeuralNet

/// What one heat map of the layers figure shows.
enum LayerQuantity: String, CaseIterable {
  case mean, spread
  case blockedShare = "blocked_share"
  case gradientNorm = "gradient_norm"
  case updateRatio = "update_ratio"

  /// By number, the most telling first: verdicts rest on the first three.
  static let ranks = [gradientNorm, blockedShare, updateRatio, mean, spread].compactMap {
    allCases.firstIndex(of: $0)
  }

  func values(of layer: LayerCourse) -> [Double] {
    switch self {
    case .mean: layer.mean
    case .spread: layer.spread
    case .blockedShare: layer.blockedShare
    case .gradientNorm: layer.gradientNorm
    case .updateRatio: layer.updateRatio
    }
  }

  /// Whether it is measured on the steps of an epoch and not after it.
  var isOfSteps: Bool { self == .gradientNorm || self == .updateRatio }

  /// From the measured number to the drawn one: shares are drawn in percent.
  var factor: Double { self == .blockedShare ? 100 : 1 }

  /// The colours of the drawn numbers, one scale for all layers; nil where there can be none.
  func scale(of layers: [LayerCourse], activation: Activation) -> ColorScale? {
    let values = layers.flatMap { self.values(of: $0) }.filter(\.isFinite)
    switch self {
    case .mean:
      if let bounds = activation.bounds {
        return try? ColorScale(lower: bounds.lowerBound, upper: bounds.upperBound)
      }
      return try? ColorScale(of: values + [0])
    case .spread:
      return try? ColorScale(of: values + [0])
    case .blockedShare:
      return try? ColorScale(lower: 0, upper: 100)
    case .gradientNorm, .updateRatio:
      return decades(of: values.filter { $0 > 0 })
    }
  }

  /// A logarithmic scale from one power of ten to another, at least two apart; one of usual numbers
  /// where there are none.
  private func decades(of values: [Double]) -> ColorScale? {
    // Within these, powers of ten neither underflow nor become infinite.
    let reachable = values.filter(\.isFinite).map { min(max($0, 1e-300), 1e300) }
    guard let least = reachable.min(), let greatest = reachable.max() else {
      // Cells without a number are crossed out, and zeros have the lowest colour.
      return try? ColorScale(kind: .log10, lower: 1e-4, upper: 1)
    }
    var low = 1.0
    var high = 1.0
    while low > least { low /= 10 }
    while low * 10 <= least { low *= 10 }
    high = low * 100
    while high < greatest { high *= 10 }
    return try? ColorScale(kind: .log10, lower: low, upper: high)
  }
}
