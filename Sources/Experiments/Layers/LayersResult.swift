/// What `LayersExperiment` measured.
package struct LayersResult: Codable, Equatable, Sendable {
  package var config: LayersConfig
  package var source: ImageSource
  /// One for each seed.
  package var runs: [Run]

  /// One training run.
  package struct Run: Codable, Equatable, Sendable {
    /// The hidden layers from the input on, then the output layer.
    package var layers: [LayerCourse]
    /// Share of the training images that the network gets right at its end; NaN once diverged.
    package var trainingAccuracy: Double
    /// The step, from 1, at which a loss or an output was not finite; nil for none.
    package var divergedAt: Int?
    /// SHA-256 of the last parameters, in hexadecimal.
    package var parametersDigest: String
  }

  /// The course of each layer, the medians over the runs.
  package var layers: [LayerCourse] {
    guard let first = runs.first else { return [] }
    return first.layers.indices.map { index in
      LayerCourse(medianOf: runs.map { $0.layers[index] })
    }
  }
}

/// The health of one layer over the epochs.
///
/// Activations are those of the probe images before the first step and after each epoch,
/// `[epochs + 1]`; the output layer, which has no activation function, has none. Gradients and
/// updates are means over the steps of each epoch, `[epochs]`. NaN stands for what is not finite.
package struct LayerCourse: Codable, Equatable, Sendable {
  package var units: Int
  /// Mean over images and units.
  package var mean: [Double]
  /// Standard deviation of a unit over the images, the root of its mean square over the units.
  package var spread: [Double]
  /// Rectifiers: share of units that rest for every image. Sigmoid and tanh: share of values within
  /// 5 % of the range's width from one of its ends.
  package var blockedShare: [Double]
  /// Euclidean norm of the gradient of the loss by the weights.
  package var gradientNorm: [Double]
  /// Norm of a step of the weights divided by the norm of the weights before it.
  package var updateRatio: [Double]

  package init(units: Int) {
    self.units = units
    mean = []
    spread = []
    blockedShare = []
    gradientNorm = []
    updateRatio = []
  }

  init(medianOf courses: [LayerCourse]) {
    self.init(units: courses.first?.units ?? 0)
    mean = RunMedian.of(curves: courses.map(\.mean))
    spread = RunMedian.of(curves: courses.map(\.spread))
    blockedShare = RunMedian.of(curves: courses.map(\.blockedShare))
    gradientNorm = RunMedian.of(curves: courses.map(\.gradientNorm))
    updateRatio = RunMedian.of(curves: courses.map(\.updateRatio))
  }
}
