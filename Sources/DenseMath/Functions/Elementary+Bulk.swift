internal import CKernels

/// Functions of whole buffers: each element has the bits that the function of one value gives.
extension Elementary {
  /// A function that has a kernel for whole buffers.
  package enum Map: CaseIterable, Sendable {
    /// `e` raised to `x`.
    case exp
    /// The natural logarithm.
    case log
    /// The hyperbolic tangent.
    case tanh
    /// The logistic function `1 / (1 + exp(-x))`.
    case sigmoid
    /// The error function.
    case erf
    /// The Gaussian error linear unit `x Phi(x)`.
    case gelu
    /// The derivative of the Gaussian error linear unit.
    case geluDerivative

    fileprivate var kernel:
      @convention(c) (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int)
        -> Void
    {
      switch self {
      case .exp: dlplot_exp_map
      case .log: dlplot_log_map
      case .tanh: dlplot_tanh_map
      case .sigmoid: dlplot_sigmoid_map
      case .erf: dlplot_erf_map
      case .gelu: dlplot_gelu_map
      case .geluDerivative: dlplot_gelu_derivative_map
      }
    }

    /// Returns the function of one value.
    package func callAsFunction(_ x: Float) -> Float {
      switch self {
      case .exp: Elementary.exp(x)
      case .log: Elementary.log(x)
      case .tanh: Elementary.tanh(x)
      case .sigmoid: Elementary.sigmoid(x)
      case .erf: Elementary.erf(x)
      case .gelu: Elementary.gelu(x)
      case .geluDerivative: Elementary.geluDerivative(x)
      }
    }
  }

  /// Replaces every value by the function of it.
  package static func apply(_ map: Map, to values: inout MutableSpan<Float>) {
    values.withUnsafeMutableBufferPointer { map.kernel($0.baseAddress, $0.baseAddress, $0.count) }
  }

  /// Writes the function of every value to the same place of `results`.
  ///
  /// - Precondition: `results` has as many elements as `values`.
  package static func apply(
    _ map: Map, to values: Span<Float>, into results: inout MutableSpan<Float>
  ) {
    precondition(values.count == results.count, "\(values.count) values, \(results.count) places")
    values.withUnsafeBufferPointer { x in
      results.withUnsafeMutableBufferPointer { y in
        map.kernel(x.baseAddress, y.baseAddress, x.count)
      }
    }
  }
}
