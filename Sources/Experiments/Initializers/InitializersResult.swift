package import NeuralNet

/// What `InitializersExperiment` measured: everything that the figure draws and says.
package struct InitializersResult: Codable, Equatable, Sendable {
  package var config: InitializersConfig
  package var source: ImageSource
  /// One for each initializer, in the order of the config.
  package var variants: [Variant]

  /// One initializer.
  package struct Variant: Codable, Equatable, Sendable {
    package var initializer: Initializer
    /// One for each seed.
    package var runs: [LossRun]
  }
}
