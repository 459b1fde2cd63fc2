import CKernels
import DenseMath

extension Activation {
  /// Replaces every pre-activation by `f(z)`.
  func apply(to z: Block) {
    switch self {
    case .relu: dlplot_relu(z.base, z.count)
    case .leakyReLU: dlplot_leaky_relu(z.base, Self.leak, z.count)
    case .sigmoid: dlplot_sigmoid_map(z.base, z.base, z.count)
    case .tanh: dlplot_tanh_map(z.base, z.base, z.count)
    case .gelu: dlplot_gelu_map(z.base, z.base, z.count)
    }
  }

  /// Whether the slope needs the pre-activations and not the outputs alone.
  var slopeNeedsInput: Bool { self == .gelu }

  /// Multiplies every gradient with respect to `f(z)` by the slope `f'(z)`.
  ///
  /// - Parameters:
  ///   - outputs: `f(z)`.
  ///   - slopes: `f'(z)` where `slopeNeedsInput`.
  func multiplyBySlope(_ gradient: Block, outputs: Block, slopes: Block?) {
    switch self {
    case .relu: dlplot_relu_gradient(outputs.base, gradient.base, gradient.count)
    case .leakyReLU:
      dlplot_leaky_relu_gradient(outputs.base, Self.leak, gradient.base, gradient.count)
    case .sigmoid: dlplot_sigmoid_gradient(outputs.base, gradient.base, gradient.count)
    case .tanh: dlplot_tanh_gradient(outputs.base, gradient.base, gradient.count)
    case .gelu:
      guard let slopes else { return }
      dlplot_multiply(gradient.base, slopes.base, gradient.base, gradient.count)
    }
  }
}
