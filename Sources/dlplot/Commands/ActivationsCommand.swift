import ArgumentParser
import Datasets
import Experiments
import Figures
import NeuralNet

/// `dlplot activations`: does an initialization keep the signal alive?
struct ActivationsCommand: FigureCommand {
  typealias Shown = ActivationsFigure

  static let configuration = CommandConfiguration(
    commandName: "activations",
    abstract: "Distribution of each layer's activations under several initializations.",
    discussion: """
      Samples pass through layers with freshly drawn weights. Each row of the figure is an \
      initializer, each column a layer; a row ends with a verdict:

        exploding   a value is not finite, or the spread grew more than tenfold
        saturated   more than half of the values are within 5 % of an end of the range
        not judged  all samples are the same, or there is one alone: no signal enters
        collapsed   more than half of the units are dead, or all values are nearly one constant
        vanishing   what depends on the sample is under a tenth of the first layer's
        healthy     none of these
      """)

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp(
      "Initializers, separated by commas: std=X, xavier, glorot, he, lecun, orthogonal.",
      valueName: "names"))
  var initializers = "std=1,std=0.01,xavier,he"

  @Option(
    help: ArgumentHelp("sigmoid, tanh, relu, leaky-relu or gelu.", valueName: "name"))
  var activation = "sigmoid"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Number of layers.", valueName: "count"))
  var layers = "5"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Units of each layer.", valueName: "count"))
  var width = "100"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Number of samples.", valueName: "count"))
  var samples = "1000"

  @Option(
    help: ArgumentHelp(
      "What passes through: normal (noise) or mnist (the images of --data).", valueName: "name"))
  var input = "normal"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Bins of each histogram.", valueName: "count"))
  var bins = "30"

  // A range may begin with a minus.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Range of the histograms (default: by the activation).", valueName: "LOW..HIGH"))
  var range: String?

  @Flag(help: "Add the gradients that reach each layer from a unit-variance signal at the top.")
  var gradients = false

  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "Images for --input mnist: mnist5k, mnist, fashion, or a folder of IDX files.",
      valueName: "name|dir"))
  var images: String?

  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { images ?? KnownDataset.standard.rawValue }

  func config() throws -> ActivationsConfig {
    let activation: Activation = try OptionValue.choice("--activation", activation)
    var input = ActivationsConfig.Input.normal
    switch self.input {
    case "normal":
      if let images {
        throw UsageError.invalid("--data", value: images, allowed: "with --input mnist only")
      }
    case "mnist": input = .images
    default: throw OptionValue.unknown("--input", self.input, among: ["normal", "mnist"])
    }
    let names = initializers.split(separator: ",", omittingEmptySubsequences: false)
    let config = ActivationsConfig(
      initializers: try names.map { try Self.initializer(String($0)) }, activation: activation,
      layers: try OptionValue.integer("--layers", layers, in: ActivationsConfig.layerRange),
      width: try OptionValue.integer("--width", width, in: ActivationsConfig.widthRange),
      samples: try OptionValue.integer("--samples", samples, in: ActivationsConfig.sampleRange),
      input: input,
      bins: try OptionValue.integer("--bins", bins, in: ActivationsConfig.binRange),
      range: try range.map { text throws(UsageError) in
        try OptionValue.range("--range", text)
      }, gradients: gradients, seed: try runOptions.checkedSeed())
    try config.validate()
    return config
  }

  private static func initializer(_ name: String) throws -> Initializer {
    do {
      return try Initializer(name: name)
    } catch {
      switch error {
      case .unknownName:
        throw OptionValue.unknown(
          "--init", name, among: Initializer.choices.split(separator: ", ").map(String.init))
      case .invalidStandardDeviation:
        throw UsageError.invalid("--init", value: name, allowed: "std=1e-12...std=1e6")
      }
    }
  }
}
