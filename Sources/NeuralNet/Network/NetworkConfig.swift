/// A fully connected network without the data's part: neither inputs nor classes.
package struct NetworkConfig: Codable, Equatable, Sendable {
  /// How dropout keeps the expected output.
  package enum DropoutForm: String, CaseIterable, Codable, Equatable, Sendable {
    /// Kept units are divided by `1 − p` while training.
    case inverted
    /// All outputs are multiplied by `1 − p` when evaluating, as in the first papers.
    ///
    /// - Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from
    ///   Overfitting", JMLR 2014.
    case scaledEvaluation = "scaled-evaluation"
  }

  /// Units of each hidden layer, from the input on.
  package var hidden: [Int]
  package var activation: Activation
  package var initializer: Initializer
  /// Whether each hidden layer is normalised over the batch before its activation.
  package var batchNorm: Bool
  /// Probability that a hidden unit is silenced; 0 for no dropout.
  package var dropout: Double
  package var dropoutForm: DropoutForm
  /// Whose constants batch normalisation and Adam take.
  package var convention: Convention

  package init(
    hidden: [Int], activation: Activation = .relu, initializer: Initializer = .he,
    batchNorm: Bool = false, dropout: Double = 0, dropoutForm: DropoutForm? = nil,
    convention: Convention = .standard
  ) {
    self.hidden = hidden
    self.activation = activation
    self.initializer = initializer
    self.batchNorm = batchNorm
    self.dropout = dropout
    self.dropoutForm = dropoutForm ?? (convention == .book ? .scaledEvaluation : .inverted)
    self.convention = convention
  }

  /// Units of every layer, input and classes included.
  package func sizes(inputs: Int, classes: Int) -> [Int] { [inputs] + hidden + [classes] }

  /// The hidden layers as the command line has them: `100x4`, `200,100x3` or `none`.
  package var hiddenText: String {
    var pieces: [String] = []
    var index = 0
    while index < hidden.count {
      let end = hidden[index...].firstIndex { $0 != hidden[index] } ?? hidden.count
      pieces.append(end - index == 1 ? "\(hidden[index])" : "\(hidden[index])x\(end - index)")
      index = end
    }
    return pieces.isEmpty ? "none" : pieces.joined(separator: ",")
  }

  /// Multiplications of one image on its way forward.
  package func products(inputs: Int, classes: Int) -> Int {
    let sizes = sizes(inputs: inputs, classes: classes)
    return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Numbers that a network keeps for each image of a batch while it trains.
  package func numbersPerImage(inputs: Int, classes: Int) -> Int {
    var perUnit = 2
    if dropout > 0 { perUnit += 2 }
    if activation.slopeNeedsInput { perUnit += 1 }
    if batchNorm { perUnit += 1 }
    return inputs + classes + hidden.reduce(0) { $0 + perUnit * $1 }
  }
}
