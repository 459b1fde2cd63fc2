import ArgumentParser
import Experiments
import Figures
import Training

/// `dlplot overfit`: how far does a network overfit few images, and what holds it down?
struct OverfitCommand: FigureCommand {
  typealias Shown = OverfitFigure

  static let configuration = CommandConfiguration(
    commandName: "overfit",
    abstract: "Training and test accuracy, left alone, with weight decay and with dropout.",
    discussion: """
      Six layers of 100 ReLU units with He weights learn 300 digits by SGD 0.01 in batches of \
      100: left alone for 201 epochs, with weight decay 0.1 for 201, with dropout 0.2 for 301. \
      The area between the accuracies on training and test images is the generalisation gap.

        dlplot overfit                       all three, side by side
        dlplot overfit --dropout 0.5         left alone beside this dropout
        dlplot overfit --only decay          one panel alone
        dlplot overfit --only plain,both     weight decay and dropout together
      """)

  @Option(
    help: ArgumentHelp(
      "Panels to draw, separated by commas: plain, decay, dropout, both.", valueName: "panels"))
  var only: String?

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> OverfitConfig {
    if let iterations = trainingOptions.iterations {
      throw UsageError.invalid(
        "--iterations", value: iterations, allowed: "this figure takes --epochs")
    }
    var config = OverfitConfig()
    try trainingOptions.apply(to: &config.training, except: [.dropout, .weightDecay])
    if trainingOptions.epochs != nil { config.dropoutEpochs = config.training.length }
    if let text = trainingOptions.weightDecay {
      config.weightDecay = try TrainingOptions.penalty("--weight-decay", text)
    }
    if let text = trainingOptions.dropout {
      config.dropout = try TrainingOptions.probability("--dropout", text)
    }
    config.training.seed = try runOptions.checkedSeed()
    config.seeds = try trainingOptions.checkedSeeds()
    config.panels = try panels()
    try config.validate()
    return config
  }

  /// What `--only` lists, or the panels that the other options name.
  private func panels() throws(UsageError) -> [OverfitConfig.Panel] {
    guard let only else {
      return OverfitConfig.panels(
        hasDecay: trainingOptions.weightDecay != nil, hasDropout: trainingOptions.dropout != nil)
    }
    var panels: [OverfitConfig.Panel] = []
    for name in only.split(separator: ",", omittingEmptySubsequences: false) {
      panels.append(try OptionValue.choice("--only", String(name)))
    }
    return panels
  }
}
