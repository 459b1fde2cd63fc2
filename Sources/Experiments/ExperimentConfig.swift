package import Training

/// What an experiment is asked for, as a command line or a figure's recipe gives it.
package protocol ExperimentConfig: Codable, Equatable, Sendable {
  /// Checks every number against its range, before anything is read or computed.
  ///
  /// - Throws: an error that names the option, its value and what is allowed.
  func validate() throws
}

extension ActivationsConfig: ExperimentConfig {}
extension TrajectoriesConfig: ExperimentConfig {}
extension OptimizersConfig: TrainingExperimentConfig {}
extension InitializersConfig: TrainingExperimentConfig {}
extension BatchNormConfig: TrainingExperimentConfig {}
extension OverfitConfig: TrainingExperimentConfig {}
extension LayersConfig: TrainingExperimentConfig {}
extension TrainingConfig: ExperimentConfig {}
