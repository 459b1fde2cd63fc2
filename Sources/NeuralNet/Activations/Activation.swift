/// The nonlinearity of a layer, applied to each element.
package enum Activation: String, CaseIterable, Codable, Equatable, Hashable, Sendable {
  /// `1 / (1 + exp(-z))`, between 0 and 1; its slope is at most 1/4.
  case sigmoid
  /// Hyperbolic tangent, between -1 and 1; its slope is at most 1.
  case tanh
  /// `max(0, z)`.
  ///
  /// - Source: Nair and Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines",
  ///   ICML 2010.
  case relu
  /// `z` where `z > 0`, else `0.01 z`.
  ///
  /// - Source: Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic
  ///   Models", ICML workshop 2013.
  case leakyReLU = "leaky-relu"
  /// `z Φ(z)` with the normal distribution function Φ, by erf and not by an approximation.
  ///
  /// - Source: Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.
  case gelu

  /// Slope of the leaky ReLU where its input is negative.
  package static let leak: Float = 0.01

  /// The ends of the output, or nil where it grows without bound.
  package var bounds: ClosedRange<Double>? {
    switch self {
    case .sigmoid: 0...1
    case .tanh: -1...1
    case .relu, .leakyReLU, .gelu: nil
    }
  }

  /// Whether the unit rests for negative input (the ReLU family).
  package var isRectifier: Bool { bounds == nil }
}
