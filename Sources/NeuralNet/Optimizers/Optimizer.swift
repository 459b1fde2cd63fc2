/// A rule that turns gradients into steps of the parameters.
///
/// In the formulas `g` is the gradient, `w` a parameter, `η` the learning rate and `t` the number of
/// the step, from 1. State starts at zero. Every operation is elementwise.
package enum Optimizer: Equatable, Hashable, Sendable {
  /// `w ← w − η g`.
  ///
  /// - Source: Robbins and Monro, "A Stochastic Approximation Method", 1951.
  case sgd(rate: Double)
  /// `v ← μ v − η g`, `w ← w + v`.
  ///
  /// - Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964, as
  ///   in Sutskever et al., "On the importance of initialization and momentum in deep learning",
  ///   ICML 2013, equations 1 and 2.
  case momentum(rate: Double, momentum: Double)
  /// `v ← μ v − η g`, `w ← w + μ v − η g`: the gradient is taken where momentum will have led.
  ///
  /// - Source: Sutskever et al. 2013, equations 3 and 4, in the variables of Bengio,
  ///   Boulanger-Lewandowski and Pascanu, "Advances in Optimizing Recurrent Networks", 2013.
  case nesterov(rate: Double, momentum: Double)
  /// `h ← h + g²`, `w ← w − η g / (√h + ε)`.
  ///
  /// - Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and
  ///   Stochastic Optimization", JMLR 2011, with the diagonal matrix.
  case adagrad(rate: Double, epsilon: Double)
  /// `h ← ρ h + (1 − ρ) g²`, `w ← w − η g / (√h + ε)`.
  ///
  /// - Source: Tieleman and Hinton, "Lecture 6.5: rmsprop", Neural Networks for Machine Learning,
  ///   2012.
  case rmsprop(rate: Double, decay: Double, epsilon: Double)
  /// `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`,
  /// `w ← w − η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)`.
  ///
  /// - Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, algorithm 1.
  case adam(rate: Double, beta1: Double, beta2: Double, epsilon: Double)
  /// `w ← w − η λ w`, then the step of Adam: the decay does not pass through the moments.
  ///
  /// - Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019,
  ///   algorithm 2, with λ multiplied by the rate as PyTorch does. Weights decay, biases and the
  ///   parameters of batch normalisation do not.
  case adamw(rate: Double, beta1: Double, beta2: Double, epsilon: Double, decay: Double)

  /// The rules without their settings.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw
  }

  package var kind: Kind {
    switch self {
    case .sgd: .sgd
    case .momentum: .momentum
    case .nesterov: .nesterov
    case .adagrad: .adagrad
    case .rmsprop: .rmsprop
    case .adam: .adam
    case .adamw: .adamw
    }
  }

  /// The rule with the constants of its paper, or of common use where the paper names none.
  ///
  /// Momentum 0.9; AdaGrad's ε 1e-10; RMSProp's decay 0.9 and ε 1e-8; Adam's 0.9, 0.999 and 1e-8;
  /// AdamW's decay 0.01. Learning rates 0.01, for RMSProp, Adam and AdamW 0.001.
  package init(_ kind: Kind) {
    switch kind {
    case .sgd: self = .sgd(rate: 0.01)
    case .momentum: self = .momentum(rate: 0.01, momentum: 0.9)
    case .nesterov: self = .nesterov(rate: 0.01, momentum: 0.9)
    case .adagrad: self = .adagrad(rate: 0.01, epsilon: 1e-10)
    case .rmsprop: self = .rmsprop(rate: 0.001, decay: 0.9, epsilon: 1e-8)
    case .adam: self = .adam(rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
    case .adamw:
      self = .adamw(rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0.01)
    }
  }

  /// The learning rate.
  package var rate: Double { self[.rate] ?? 0 }

  /// What the rule keeps for each parameter: velocities or moments.
  package var stateCount: Int {
    switch self {
    case .sgd: 0
    case .momentum, .nesterov, .adagrad, .rmsprop: 1
    case .adam, .adamw: 2
    }
  }
}

// MARK: - Settings by name

extension Optimizer {
  /// A number that a rule takes.
  package enum Setting: String, CaseIterable, Codable, Sendable {
    case rate, momentum, decay, beta1, beta2, epsilon

    /// The values that it may have.
    package var range: ClosedRange<Double> {
      switch self {
      case .rate: 1e-12...1e6
      case .momentum, .beta1, .beta2: 0...0.999999
      case .decay: 0...1
      case .epsilon: 0...1
      }
    }
  }

  /// The settings that a rule takes, the rate first.
  package static func settings(of kind: Kind) -> [Setting] {
    Setting.allCases.filter { Optimizer(kind)[$0] != nil }
  }

  /// A setting; nil where the rule does not have it. Writing to such a one does nothing.
  package subscript(setting: Setting) -> Double? {
    get {
      switch (self, setting) {
      case (.sgd(let rate), .rate), (.momentum(let rate, _), .rate),
        (.nesterov(let rate, _), .rate), (.adagrad(let rate, _), .rate),
        (.rmsprop(let rate, _, _), .rate), (.adam(let rate, _, _, _), .rate),
        (.adamw(let rate, _, _, _, _), .rate):
        rate
      case (.momentum(_, let momentum), .momentum), (.nesterov(_, let momentum), .momentum):
        momentum
      case (.rmsprop(_, let decay, _), .decay), (.adamw(_, _, _, _, let decay), .decay): decay
      case (.adam(_, let beta1, _, _), .beta1), (.adamw(_, let beta1, _, _, _), .beta1): beta1
      case (.adam(_, _, let beta2, _), .beta2), (.adamw(_, _, let beta2, _, _), .beta2): beta2
      case (.adagrad(_, let epsilon), .epsilon), (.rmsprop(_, _, let epsilon), .epsilon),
        (.adam(_, _, _, let epsilon), .epsilon), (.adamw(_, _, _, let epsilon, _), .epsilon):
        epsilon
      default: nil
      }
    }
    set {
      guard let newValue, self[setting] != nil else { return }
      func value(_ wanted: Setting) -> Double {
        wanted == setting ? newValue : self[wanted] ?? 0
      }
      switch kind {
      case .sgd: self = .sgd(rate: newValue)
      case .momentum: self = .momentum(rate: value(.rate), momentum: value(.momentum))
      case .nesterov: self = .nesterov(rate: value(.rate), momentum: value(.momentum))
      case .adagrad: self = .adagrad(rate: value(.rate), epsilon: value(.epsilon))
      case .rmsprop:
        self = .rmsprop(rate: value(.rate), decay: value(.decay), epsilon: value(.epsilon))
      case .adam:
        self = .adam(
          rate: value(.rate), beta1: value(.beta1), beta2: value(.beta2), epsilon: value(.epsilon))
      case .adamw:
        self = .adamw(
          rate: value(.rate), beta1: value(.beta1), beta2: value(.beta2),
          epsilon: value(.epsilon), decay: value(.decay))
      }
    }
  }

  /// The same rule with another learning rate.
  package func with(rate: Double) -> Optimizer {
    var copy = self
    copy[.rate] = rate
    return copy
  }
}
