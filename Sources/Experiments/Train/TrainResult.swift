package import Training

/// What one training run gave.
package struct TrainResult: Codable, Equatable, Sendable {
  package var config: TrainingConfig
  package var source: ImageSource
  package var history: TrainingHistory

  package init(config: TrainingConfig, source: ImageSource, history: TrainingHistory) {
    self.config = config
    self.source = source
    self.history = history
  }
}
