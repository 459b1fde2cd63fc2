package import NeuralNet

/// What `OptimizersExperiment` measured: everything that the figure draws and says.
package struct OptimizersResult: Codable, Equatable, Sendable {
  package var config: OptimizersConfig
  package var source: ImageSource
  /// One for each optimizer, in the order of the config.
  package var variants: [Variant]

  /// One optimizer.
  package struct Variant: Codable, Equatable, Sendable {
    package var optimizer: Optimizer
    /// One for each seed.
    package var runs: [LossRun]
  }
}
