package import Datasets
package import Experiments
package import Training

/// A figure of an experiment that trains networks on images: how it is made follows from that.
package protocol TrainingFigure: Figure
where Config == Experiment.Config, Result == Experiment.Result {
  associatedtype Experiment: TrainingExperiment
}

extension TrainingFigure {
  package static func extent(of config: Config) -> DatasetExtent? { config.training.extent }

  package static func run(
    _ config: Config, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> Result {
    guard let data else { throw MissingData.noImages(experiment: experiment) }
    return try Experiment(config, data: data, source: ImageSource(data))
      .run(threads: threads, progress: progress)
  }
}
