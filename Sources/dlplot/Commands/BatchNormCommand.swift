import ArgumentParser
import Experiments
import Figures
import Training

/// `dlplot batchnorm`: does a network learn from weights of any scale?
struct BatchNormCommand: FigureCommand {
  typealias Shown = BatchNormFigure

  static let configuration = CommandConfiguration(
    commandName: "batchnorm",
    abstract: "Learning from weights of many scales, with and without batch normalization.",
    discussion: """
      One network is trained from normal weights of 16 standard deviations, from 1 to 0.0001 at \
      equal ratios, each with and without batch normalization. A network learns when its last \
      training accuracy lies above halfway between guessing and getting every image right, 55 % \
      for ten classes. A run whose numbers are no longer finite is drawn as diverged; it is not \
      shown as a network that guesses.

        dlplot batchnorm --activation sigmoid --seeds 5
        dlplot batchnorm --scales 9 --range 0.001..0.1 --data fashion
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many scales are tried.", valueName: "count"))
  var scales = "16"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The smallest and the largest scale.", valueName: "LOW..HIGH"))
  var range = "1e-4..1"

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> BatchNormConfig {
    try trainingOptions.refuse(
      [.initializer, .batchNorm], because: "the figure itself compares it")
    try trainingOptions.refuse([.testImages], because: "the figure shows training accuracy alone")
    var config = BatchNormConfig(
      scales: try OptionValue.integer("--scales", scales, in: BatchNormConfig.scaleRange),
      range: try OptionValue.range("--range", range), seeds: try trainingOptions.checkedSeeds())
    config.training.seed = try runOptions.checkedSeed()
    try trainingOptions.apply(to: &config.training, except: [.testImages])
    try config.validate()
    return config
  }
}
