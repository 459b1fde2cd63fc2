import CKernels
package import DenseMath

/// An optimizer at work on the parameters of a network, in Float.
///
/// The formulas are those of `Optimizer`; each operation is rounded once, and velocities and moments
/// that decay below 2⁻¹²⁰ are zero. β₁ᵗ and β₂ᵗ and what follows from them are kept in Double and
/// rounded to Float for each step.
package final class OptimizerState {
  package let optimizer: Optimizer
  package let convention: Convention
  /// λ of the L2 term `λ/2 ‖W‖²` that is added to the loss; weights only.
  package let weightDecay: Double
  /// Velocities or moments, `[parameters]` each, as many as the rule keeps.
  package let moments: [FloatBuffer]
  /// Steps taken.
  package private(set) var step = 0
  private var beta1Power = 1.0
  private var beta2Power = 1.0

  package init(
    _ optimizer: Optimizer, convention: Convention, weightDecay: Double, parameterCount: Int
  ) {
    self.optimizer = optimizer
    self.convention = convention
    self.weightDecay = weightDecay
    moments = (0..<optimizer.stateCount).map { _ in FloatBuffer(count: parameterCount) }
  }

  /// Goes on after so many steps, with moments that were copied in.
  package func resume(afterSteps count: Int) {
    step = 0
    beta1Power = 1
    beta2Power = 1
    for _ in 0..<count { advance() }
  }

  /// Moves the parameters by their gradients.
  ///
  /// - Parameter team: Threads that share the parameters.
  package func update(_ network: Network, team: Team? = nil) {
    advance()
    guard let team else { return update(network, member: 0, members: 1) }
    let members = team.size
    team.run { update(network, member: $0, members: members) }
  }

  private func update(_ network: Network, member: Int, members: Int) {
    let weights = network.layout.weightCount
    // Whole vectors, so that members do not write to one line of the cache.
    let own = Team.share(of: weights, member: member, members: members, quantum: 64)
    let others = Team.share(
      of: network.layout.count - weights, member: member, members: members, quantum: 64)
    update(network, own, isWeight: true)
    update(
      network, weights + others.lowerBound..<weights + others.upperBound, isWeight: false)
  }

  private func advance() {
    step += 1
    beta1Power *= optimizer[.beta1] ?? 1
    beta2Power *= optimizer[.beta2] ?? 1
  }

  private func update(_ network: Network, _ range: Range<Int>, isWeight: Bool) {
    let w = network.parameters.base + range.lowerBound
    let g = network.gradients.base + range.lowerBound
    let count = range.count
    let decay = isWeight ? Float(weightDecay) : 0
    func moment(_ index: Int) -> UnsafeMutablePointer<Float> {
      moments[index].base + range.lowerBound
    }
    switch optimizer {
    case .sgd(let rate):
      dlplot_step_sgd(w, g, Float(rate), decay, count)
    case .momentum(let rate, let momentum):
      dlplot_step_momentum(w, g, moment(0), Float(rate), Float(momentum), decay, count)
    case .nesterov(let rate, let momentum):
      dlplot_step_nesterov(w, g, moment(0), Float(rate), Float(momentum), decay, count)
    case .adagrad(let rate, let epsilon):
      dlplot_step_adagrad(w, g, moment(0), Float(rate), Float(epsilon), decay, count)
    case .rmsprop(let rate, let keep, let epsilon):
      dlplot_step_rmsprop(
        w, g, moment(0), Float(rate), Float(keep), Float(1 - keep), Float(epsilon), decay, count)
    case .adam(let rate, let beta1, let beta2, let epsilon):
      var settings = adam(rate, beta1, beta2, epsilon)
      settings.decay = decay
      dlplot_step_adam(w, g, moment(0), moment(1), &settings, count)
    case .adamw(let rate, let beta1, let beta2, let epsilon, let shrink):
      var settings = adam(rate, beta1, beta2, epsilon)
      settings.decay = decay
      settings.shrink = isWeight ? Float(rate * shrink) : 0
      dlplot_step_adam(w, g, moment(0), moment(1), &settings, count)
    }
  }

  /// Algorithm 1 of the paper; by the book's convention the form at the end of its section 2,
  /// where ε joins the root before its correction.
  private func adam(
    _ rate: Double, _ beta1: Double, _ beta2: Double, _ epsilon: Double
  ) -> dlplot_adam {
    let root = Elementary.squareRoot(1 - beta2Power)
    let isBook = convention == .book
    return dlplot_adam(
      keep1: Float(beta1), take1: Float(1 - beta1), keep2: Float(beta2), take2: Float(1 - beta2),
      rate: Float(rate / (1 - beta1Power) * (isBook ? root : 1)),
      correction: isBook ? 1 : Float(1 / root), epsilon: Float(epsilon), decay: 0, shrink: 0)
  }
}
