import ArgumentParser
import Experiments
import Figures
import Training

/// `dlplot optimizers`: which optimizer gets the loss down?
struct OptimizersCommand: FigureCommand {
  typealias Shown = OptimizersFigure

  static let configuration = CommandConfiguration(
    commandName: "optimizers",
    abstract: "Training loss of one network under several optimizers.",
    discussion: """
      SGD 0.01, Momentum 0.01, AdaGrad 0.01 and Adam 0.001 train four layers of 100 ReLU units \
      with He weights for 2000 batches of 128 digits, from the same weights and on the same \
      batches. --optimizer takes a list, each with its rate and settings:

        dlplot optimizers --optimizer sgd:0.1,nesterov,adam:0.002:beta1=0.8

      Faint lines are the losses of single batches, strong ones their exponential average.
      """)

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Losses") var lossOptions: LossOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> OptimizersConfig {
    try trainingOptions.refuse(
      [.testImages, .evaluateEvery], because: "no test images here; see dlplot overfit")
    var config = OptimizersConfig()
    try trainingOptions.apply(to: &config.training, except: [.optimizer, .learningRate])
    config.training.seed = try runOptions.checkedSeed()
    config.optimizers = try trainingOptions.optimizers(default: OptimizersConfig.defaultKinds)
    config.seeds = try trainingOptions.checkedSeeds()
    config.smoothing = try lossOptions.checkedSmoothing()
    config.axis = try lossOptions.checkedAxis()
    try config.validate()
    return config
  }
}
