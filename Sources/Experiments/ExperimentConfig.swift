package import Training

/// What an experiment is asked for, as a command line or a figure's recipe gives it.
package protocol ExperimentConfig: Codable, Equatable, Sendable {
  /// Checks every number against its range, before anything is read or computed.
  ///
  /// - Throws: an error that names the option, its value and what is allowed.
  func validate() throws

  /// Arithmetic operations that the experiment takes, roughly: multiplications and additions of
  /// matrix products, and for everything else as many as take the same time.
  ///
  /// A config comes from a figure that comes from anywhere; this tells what it would cost to run.
  ///
  /// - Parameter source: The images that it runs on; nil for none.
  func work(on source: ImageSource?) -> Double
}

extension ActivationsConfig: ExperimentConfig {}
extension TrajectoriesConfig: ExperimentConfig {}
extension OptimizersConfig: TrainingExperimentConfig {}
extension InitializersConfig: TrainingExperimentConfig {}
extension BatchNormConfig: TrainingExperimentConfig {}
extension OverfitConfig: TrainingExperimentConfig {}
extension LayersConfig: TrainingExperimentConfig {}
extension TrainingConfig: ExperimentConfig {}
