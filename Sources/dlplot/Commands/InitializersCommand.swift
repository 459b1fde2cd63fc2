import ArgumentParser
import Experiments
import Figures
import Training

/// `dlplot initializers`: from which initial weights does a network learn?
struct InitializersCommand: FigureCommand {
  typealias Shown = InitializersFigure

  static let configuration = CommandConfiguration(
    commandName: "initializers",
    abstract: "Training loss of one network from several initial weights.",
    discussion: """
      Weights of standard deviation 0.01, Xavier's and He's: SGD 0.01 trains four layers of 100 \
      ReLU units for 2000 batches of 128 digits. --init takes a list:

        dlplot initializers --init std=0.01,std=0.1,he --activation tanh

      Faint lines are the losses of single batches, strong ones their exponential average.
      """)

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Losses") var lossOptions: LossOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> InitializersConfig {
    try trainingOptions.refuse(
      [.testImages, .evaluateEvery], because: "no test images here; see dlplot overfit")
    var config = InitializersConfig()
    try trainingOptions.apply(to: &config.training, except: [.initializer])
    config.training.seed = try runOptions.checkedSeed()
    config.initializers =
      try trainingOptions.initializers() ?? InitializersConfig.defaultInitializers
    config.seeds = try trainingOptions.checkedSeeds()
    config.smoothing = try lossOptions.checkedSmoothing()
    config.axis = try lossOptions.checkedAxis()
    try config.validate()
    return config
  }
}
