package import NeuralNet

/// What `ActivationsExperiment` measured: everything that the figure draws and says.
package struct ActivationsResult: Codable, Equatable, Sendable {
  package var config: ActivationsConfig
  /// Features of the input.
  package var features: Int
  /// Mean of all input values.
  package var inputMean: Double
  package var inputStandardDeviation: Double
  /// True where all samples are the same, or there is one alone; left out otherwise.
  package var samplesAreEqual: Bool?
  /// One for each initializer, in the order of the config.
  package var rows: [Row]

  /// Whether the samples differ, so that layers have something to pass on.
  package var hasSignal: Bool { config.samples > 1 && samplesAreEqual != true }

  /// One initializer.
  package struct Row: Codable, Equatable, Sendable {
    package var initializer: Initializer
    /// Standard deviation of the weights by formula, layer by layer.
    package var weightStandardDeviations: [Double]
    package var layers: [LayerActivations]
    /// One for each layer when gradients were asked for, else empty.
    package var gradients: [LayerGradients]
  }
}

/// The outputs of one layer, `[samples, units]`, in numbers.
package struct LayerActivations: Codable, Equatable, Sendable {
  /// Mean over samples and units of the finite values.
  package var mean: Double
  /// Standard deviation over samples and units, `sqrt(E[(a - mean)^2])`.
  package var standardDeviation: Double
  /// What depends on the input: the standard deviation of a unit over the samples, as the root
  /// of its mean square over the units. The rest of the spread is a constant of each unit.
  package var signal: Double
  package var minimum: Double
  package var maximum: Double
  /// Sigmoid and tanh: share of values within 5 % of the range's width from one of its ends.
  /// Rectifiers: 0.
  package var saturatedShare: Double
  /// ReLU family: share of values whose unit rests (`a <= 0`).
  package var restingShare: Double
  /// ReLU family: units that rest for every sample.
  package var deadUnits: Int
  /// Values in each bin of the config's range; a bin has its lower end, the last one both.
  package var counts: [Int]
  package var below: Int
  package var above: Int
  package var nonFinite: Int
  /// SHA-256 of the values as little-endian Float32, row by row, in hexadecimal.
  package var digest: String
}

/// The gradient that reaches the inputs of one layer's activation, `[samples, units]`.
package struct LayerGradients: Codable, Equatable, Sendable {
  /// Root mean square of the finite values.
  package var rootMeanSquare: Double
  /// Values by size: bin k holds `10^(k/4 - 10) <= |g| < 10^((k+1)/4 - 10)`.
  package var counts: [Int]
  /// Values that are exactly zero.
  package var zeros: Int
  /// Values other than zero below the first bin.
  package var below: Int
  package var above: Int
  package var nonFinite: Int
  package var digest: String

  /// Samples times units.
  package var total: Int { counts.reduce(0, +) + zeros + below + above + nonFinite }

  /// Exponent of ten at the lower end of the first bin, and bins for each power of ten.
  package static let firstExponent = -10
  package static let lastExponent = 4
  package static let binsPerDecade = 4
}
