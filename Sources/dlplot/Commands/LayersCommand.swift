import ArgumentParser
import Experiments
import Figures
import Training

/// `dlplot layers`: how is each layer while the network trains?
struct LayersCommand: FigureCommand {
  typealias Shown = LayersFigure

  static let configuration = CommandConfiguration(
    commandName: "layers",
    abstract: "The health of each layer while a network trains.",
    discussion: """
      Heat maps of layer against epoch: mean and spread of the activations, share of dead units or \
      saturated values, norm of the gradient, and how far a step moves the weights. A layer's \
      verdict is the first of these that holds:

        diverged    a number is not finite
        dead        more than half of the units rest for every image (ReLU family)
        saturated   more than half of the values are within 5 % of an end of the range
        vanishing   the gradient is under a hundredth of the output layer's
        exploding   the gradient is over a hundred times the output layer's
        slow        a step moves the weights by less than 0.01 % of their norm
        restless    a step moves the weights by more than 5 % of their norm
        healthy     none of these; a step of about 0.1 % is usual

        dlplot layers --activation relu --init he
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Look at the activations of the first so many training images.", valueName: "count"))
  var probe = "256"

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> LayersConfig {
    try trainingOptions.refuse(
      [.testImages, .evaluateEvery], because: "the figure looks at training images after each epoch"
    )
    var config = LayersConfig(
      probe: try OptionValue.integer("--probe", probe, in: LayersConfig.probeRange),
      seeds: try trainingOptions.checkedSeeds())
    config.training.seed = try runOptions.checkedSeed()
    try trainingOptions.apply(to: &config.training)
    try config.validate()
    return config
  }
}
