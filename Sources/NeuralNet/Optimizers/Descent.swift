import DenseMath

/// An optimizer at work on a few parameters in Double, as on a surface that is drawn.
///
/// Networks use the same formulas in Float, by kernels; see `OptimizerState`.
package struct Descent: Equatable, Sendable {
  package let optimizer: Optimizer
  /// `[parameters]` each: velocity or second moment, and for Adam first and second moment.
  private var first: [Double]
  private var second: [Double]
  /// β₁ᵗ and β₂ᵗ by multiplication, so that no library's power is in the result.
  private var beta1Power = 1.0
  private var beta2Power = 1.0

  /// Starts with the state at zero.
  package init(_ optimizer: Optimizer, parameterCount: Int) {
    self.optimizer = optimizer
    first = [Double](repeating: 0, count: parameterCount)
    second = first
  }

  /// Takes one step.
  ///
  /// - Parameters:
  ///   - parameters: `[parameters]`, changed in place.
  ///   - gradient: `[parameters]`, at the parameters.
  package mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    precondition(parameters.count == first.count && gradient.count == first.count)
    if case .adam(_, let beta1, let beta2, _) = optimizer { advance(beta1, beta2) }
    if case .adamw(_, let beta1, let beta2, _, _) = optimizer { advance(beta1, beta2) }
    for index in parameters.indices {
      step(&parameters[index], gradient[index], index)
    }
  }

  private mutating func advance(_ beta1: Double, _ beta2: Double) {
    beta1Power *= beta1
    beta2Power *= beta2
  }

  private mutating func step(_ w: inout Double, _ g: Double, _ index: Int) {
    switch optimizer {
    case .sgd(let rate):
      w -= rate * g
    case .momentum(let rate, let momentum):
      first[index] = momentum * first[index] - rate * g
      w += first[index]
    case .nesterov(let rate, let momentum):
      first[index] = momentum * first[index] - rate * g
      w += momentum * first[index] - rate * g
    case .adagrad(let rate, let epsilon):
      first[index] += g * g
      w -= rate * g / (Elementary.squareRoot(first[index]) + epsilon)
    case .rmsprop(let rate, let decay, let epsilon):
      first[index] = decay * first[index] + (1 - decay) * (g * g)
      w -= rate * g / (Elementary.squareRoot(first[index]) + epsilon)
    case .adam(let rate, let beta1, let beta2, let epsilon):
      w -= adamStep(g, index, rate, beta1, beta2, epsilon)
    case .adamw(let rate, let beta1, let beta2, let epsilon, let decay):
      w -= rate * decay * w
      w -= adamStep(g, index, rate, beta1, beta2, epsilon)
    }
  }

  private mutating func adamStep(
    _ g: Double, _ index: Int, _ rate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) -> Double {
    first[index] = beta1 * first[index] + (1 - beta1) * g
    second[index] = beta2 * second[index] + (1 - beta2) * (g * g)
    let mean = first[index] / (1 - beta1Power)
    let square = second[index] / (1 - beta2Power)
    return rate * mean / (Elementary.squareRoot(square) + epsilon)
  }
}
