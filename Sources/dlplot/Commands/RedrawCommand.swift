import ArgumentParser
import FigureFiles
import Figures
import Files
import Provenance

/// `dlplot redraw`: the same numbers, drawn anew.
struct RedrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redraw",
    abstract: "Draw a figure or a result again, without running anything.",
    discussion: """
      Reads a PNG or SVG that dlplot drew, or what --json wrote:

        dlplot activations
        dlplot redraw activations.png --theme dark -o dark.png
        dlplot redraw activations.png -o activations.pdf
      """)

  @Argument(help: ArgumentHelp("A figure, or a result written by --json.", valueName: "file"))
  var file: String

  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    let drawing = try drawingOptions.drawing()
    let source = try FigureFile(path: file)
    let outputs = try outputOptions.outputs(defaultName: source.recipe.experiment)
    let writer = FigureWriter(
      drawing: drawing, outputs: outputs, fontFiles: drawingOptions.fontFile,
      threads: RunOptions.defaultThreads)
    try redraw(try FigureKinds.kind(of: source.recipe), source, writer)
  }

  private func redraw<Shown: Figure>(
    _ kind: Shown.Type, _ source: FigureFile, _ writer: FigureWriter
  ) throws {
    try writer.write(
      Shown(try source.result(of: kind), language: writer.drawing.language),
      dataSets: source.recipe.dataSets)
  }
}
