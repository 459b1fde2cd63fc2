import ArgumentParser
import Figures
import Provenance
import Rendering

/// `dlplot redraw`: the same numbers, drawn anew.
struct RedrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redraw",
    abstract: "Draw a result again, without running anything.",
    discussion: """
      Reads what --json wrote. Without options of its own the figure looks as it did:

        dlplot activations --json run.json
        dlplot redraw run.json --theme dark -o dark.png
      """)

  @Argument(help: ArgumentHelp("A result written by --json.", valueName: "result.json"))
  var result: String

  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    let drawing = try drawingOptions.drawing()
    let file = try RunFile(bytes: InputFile.read(result))
    let outputs = try outputOptions.outputs(defaultName: file.recipe.experiment)
    let writer = FigureWriter(
      drawing: drawing, outputs: outputs, fontFiles: drawingOptions.fontFile)
    switch file.recipe.experiment {
    case ActivationsFigure.experiment:
      try writer.redraw(ActivationsFigure.self, from: file)
    case OptimizersFigure.experiment:
      try writer.redraw(OptimizersFigure.self, from: file)
    case InitializersFigure.experiment:
      try writer.redraw(InitializersFigure.self, from: file)
    case OverfitFigure.experiment:
      try writer.redraw(OverfitFigure.self, from: file)
    case BatchNormFigure.experiment:
      try writer.redraw(BatchNormFigure.self, from: file)
    case LayersFigure.experiment:
      try writer.redraw(LayersFigure.self, from: file)
    default:
      let names = [
        ActivationsFigure.experiment, OptimizersFigure.experiment, InitializersFigure.experiment,
        BatchNormFigure.experiment, OverfitFigure.experiment, LayersFigure.experiment,
      ]
      throw UsageError.invalid(
        "result", value: "experiment \(MessageText.quoted(file.recipe.experiment))",
        allowed: names.joined(separator: ", "))
    }
  }
}
