/// How the weights of a layer are drawn before training.
///
/// Weights have the shape `[fanIn, fanOut]`; every scheme but `orthogonal` draws them independently
/// from a normal distribution with mean 0 and the standard deviation given here.
package enum Initializer: Equatable, Hashable, Sendable {
  /// Standard deviation of the user's choice, the same for every layer.
  case normal(standardDeviation: Double)
  /// `sqrt(1 / fanIn)`: keeps the variance of a linear layer's output.
  ///
  /// - Source: Glorot and Bengio 2010 in the simplified form of Saito, "Deep Learning from
  ///   Scratch", section 6.2.2.
  case xavier
  /// `sqrt(2 / (fanIn + fanOut))`: a compromise between signals forward and gradients backward.
  ///
  /// - Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward
  ///   neural networks", AISTATS 2010, equation 12 (there a uniform of the same variance, eq. 16).
  case glorot
  /// `sqrt(2 / fanIn)`: makes up for the half of the signal that ReLU drops.
  ///
  /// - Source: He et al., "Delving Deep into Rectifiers", ICCV 2015, equation 10.
  case he
  /// `sqrt(1 / fanIn)`, normal and not truncated, so the same numbers as `xavier`.
  ///
  /// - Source: LeCun et al., "Efficient BackProp", 1998, equation 16.
  case lecun
  /// A random matrix with orthonormal rows or columns (whichever are fewer).
  ///
  /// - Source: Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of
  ///   learning in deep linear neural networks", ICLR 2014.
  case orthogonal

  /// Standard deviation of one weight.
  ///
  /// For `orthogonal` it follows from the unit length of the rows or columns:
  /// `sqrt(1 / max(fanIn, fanOut))`.
  package func standardDeviation(fanIn: Int, fanOut: Int) -> Double {
    switch self {
    case .normal(let standardDeviation): standardDeviation
    case .xavier, .lecun: (1 / Double(fanIn)).squareRoot()
    case .glorot: (2 / Double(fanIn + fanOut)).squareRoot()
    case .he: (2 / Double(fanIn)).squareRoot()
    case .orthogonal: (1 / Double(max(fanIn, fanOut))).squareRoot()
    }
  }
}

extension Initializer {
  /// Least and greatest standard deviation that `std=X` takes.
  package static let standardDeviationRange = 1e-12...1e6

  /// What `init(name:)` understands, for messages and help.
  package static let choices = "std=X, xavier, glorot, he, lecun, orthogonal"

  /// The scheme of a name such as `he` or `std=0.01`.
  ///
  /// - Throws: `InitializerError` when the name is unknown or the number out of range.
  package init(name: String) throws(InitializerError) {
    switch name {
    case "xavier": self = .xavier
    case "glorot": self = .glorot
    case "he": self = .he
    case "lecun": self = .lecun
    case "orthogonal": self = .orthogonal
    default:
      guard name.hasPrefix("std=") else { throw .unknownName(name) }
      guard let value = Double(name.dropFirst(4)),
        Self.standardDeviationRange.contains(value)
      else { throw .invalidStandardDeviation(String(name.dropFirst(4))) }
      self = .normal(standardDeviation: value)
    }
  }

  /// The name that `init(name:)` reads.
  package var name: String {
    switch self {
    case .normal(let standardDeviation):
      "std=\(plainDecimal(standardDeviation))"
    case .xavier: "xavier"
    case .glorot: "glorot"
    case .he: "he"
    case .lecun: "lecun"
    case .orthogonal: "orthogonal"
    }
  }
}

/// The shortest digits that give the number back, without a needless `.0`.
private func plainDecimal(_ value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension Initializer: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(name: container.decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// Why a name gives no initializer.
package enum InitializerError: Error, Equatable, CustomStringConvertible {
  case unknownName(String)
  case invalidStandardDeviation(String)

  package var description: String {
    switch self {
    case .unknownName(let name):
      "unknown initializer: \(name) (\(Initializer.choices))"
    case .invalidStandardDeviation(let text):
      "invalid standard deviation: \(text) (1e-12...1e6)"
    }
  }
}
