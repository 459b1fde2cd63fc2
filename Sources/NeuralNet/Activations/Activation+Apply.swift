import DenseMath

extension Activation {
  /// Replaces every pre-activation `z` by `f(z)`.
  package func apply(to values: inout MutableSpan<Float>) {
    switch self {
    case .sigmoid: Elementary.apply(.sigmoid, to: &values)
    case .tanh: Elementary.apply(.tanh, to: &values)
    case .gelu: Elementary.apply(.gelu, to: &values)
    case .relu:
      // A NaN stays one: it is not at most zero, and must not be hidden.
      for index in values.indices { values[index] = values[index] <= 0 ? 0 : values[index] }
    case .leakyReLU:
      for index in values.indices {
        let value = values[index]
        values[index] = value <= 0 ? Self.leak * value : value
      }
    }
  }

  /// Multiplies every gradient with respect to `f(z)` by the slope `f'(z)`.
  ///
  /// Slopes: sigmoid `a (1 - a)`, tanh `1 - a^2`, ReLU 1 above zero and 0 elsewhere, leaky ReLU 1
  /// above zero and 0.01 elsewhere, GELU `Φ(z) + z φ(z)`.
  package func multiplyBySlope(_ gradient: inout MutableSpan<Float>, preActivations: [Float]) {
    var slopes = preActivations
    var span = slopes.mutableSpan
    switch self {
    case .sigmoid:
      Elementary.apply(.sigmoid, to: &span)
      for index in span.indices { span[index] = span[index] * (1 - span[index]) }
    case .tanh:
      Elementary.apply(.tanh, to: &span)
      for index in span.indices { span[index] = 1 - span[index] * span[index] }
    case .relu:
      for index in span.indices { span[index] = span[index] > 0 ? 1 : 0 }
    case .leakyReLU:
      for index in span.indices { span[index] = span[index] > 0 ? 1 : Self.leak }
    case .gelu:
      Elementary.apply(.geluDerivative, to: &span)
    }
    for index in gradient.indices { gradient[index] *= span[index] }
  }
}
