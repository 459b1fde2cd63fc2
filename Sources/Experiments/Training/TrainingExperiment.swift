package import Datasets
package import Training

/// The config of an experiment that trains networks on images.
package protocol TrainingExperimentConfig: ExperimentConfig {
  /// What all its runs have in common.
  var training: TrainingConfig { get }
}

/// An experiment that trains networks on images and measures them.
package protocol TrainingExperiment: Sendable {
  associatedtype Config: TrainingExperimentConfig
  associatedtype Result: ExperimentResult where Result.Config == Config

  /// - Throws: an error for a config out of its limits, or that does not fit the images.
  init(_ config: Config, data: Dataset, source: ImageSource) throws

  /// Runs everything, several runs at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  func run(threads: Int, progress: TrainingProgress?) throws -> Result
}

extension OptimizersExperiment: TrainingExperiment {}
extension InitializersExperiment: TrainingExperiment {}
extension BatchNormExperiment: TrainingExperiment {}
extension OverfitExperiment: TrainingExperiment {}
extension LayersExperiment: TrainingExperiment {}
