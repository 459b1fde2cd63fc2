import DenseMath

extension Activation {
  /// Replaces every pre-activation `z` by `f(z)`.
  package func apply(to values: inout [Float]) {
    switch self {
    case .sigmoid: map(.sigmoid, &values)
    case .tanh: map(.tanh, &values)
    case .gelu: map(.gelu, &values)
    case .relu:
      var span = values.mutableSpan
      // A NaN stays one: it is neither above zero nor may it be hidden.
      for index in span.indices { span[index] = span[index] <= 0 ? 0 : span[index] }
    case .leakyReLU:
      var span = values.mutableSpan
      for index in span.indices {
        let value = span[index]
        span[index] = value <= 0 ? Self.leak * value : value
      }
    }
  }

  /// Multiplies every gradient with respect to `f(z)` by the slope `f'(z)`.
  ///
  /// Slopes: sigmoid `a (1 - a)`, tanh `1 - a^2`, ReLU 1 above zero and 0 elsewhere, leaky ReLU 1
  /// above zero and 0.01 elsewhere, GELU `Φ(z) + z φ(z)`.
  package func multiplyBySlope(_ gradient: inout [Float], preActivations: [Float]) {
    var slopes = preActivations
    switch self {
    case .sigmoid:
      map(.sigmoid, &slopes)
      var span = slopes.mutableSpan
      for index in span.indices { span[index] = span[index] * (1 - span[index]) }
    case .tanh:
      map(.tanh, &slopes)
      var span = slopes.mutableSpan
      for index in span.indices { span[index] = 1 - span[index] * span[index] }
    case .relu:
      var span = slopes.mutableSpan
      for index in span.indices { span[index] = span[index] > 0 ? 1 : 0 }
    case .leakyReLU:
      var span = slopes.mutableSpan
      for index in span.indices { span[index] = span[index] > 0 ? 1 : Self.leak }
    case .gelu:
      map(.geluDerivative, &slopes)
    }
    var target = gradient.mutableSpan
    let span = slopes.span
    for index in target.indices { target[index] *= span[index] }
  }
}

/// Replaces every value by a function of it.
private func map(_ function: Elementary.Map, _ values: inout [Float]) {
  var span = values.mutableSpan
  Elementary.apply(function, to: &span)
}
