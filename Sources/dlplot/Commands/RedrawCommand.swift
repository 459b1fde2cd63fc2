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
      Reads a PNG, SVG or PDF that dlplot drew, or what --json wrote, and keeps its look: theme, \
      language, size and scale are those of the file where no option says otherwise.

        dlplot activations --lang ko
        dlplot redraw activations.png --theme dark -o dark.png
        dlplot redraw dark.png -o dark.pdf               dark and Korean as well
      """)

  @Argument(help: ArgumentHelp("A figure, or a result written by --json.", valueName: "file"))
  var file: String

  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    // A mistake in an option is told before the file is read.
    _ = try drawingOptions.drawing()
    try drawingOptions.checkFonts()
    let source = try FileFailure.naming(file) { try FigureFile(path: file) }
    let outputs = try outputOptions.outputs(defaultName: source.recipe.experiment)
    try requireOthers(than: source, outputs)
    let kind = try FileFailure.naming(file) { try FigureKinds.kind(of: source.recipe) }
    try redraw(kind, source, outputs)
  }

  /// Refuses to write over what is read. A file may be drawn anew in its own place, as what it is.
  private func requireOthers(than source: FigureFile, _ outputs: Outputs) throws(UsageError) {
    try outputs.requireOthers(than: drawingOptions.fontFile)
    var others = outputs
    others.figures.removeAll { $0.format.rawValue == source.source.format.rawValue }
    if source.source.format == .run { others.json = nil }
    try others.requireOthers(than: [file])
  }

  private func redraw<Shown: Figure>(
    _ kind: Shown.Type, _ source: FigureFile, _ outputs: Outputs
  ) throws {
    let (look, result) = try FileFailure.naming(file) {
      (try Drawing(recipe: source.recipe), try source.result(of: kind))
    }
    var drawing = try drawingOptions.drawing(unlike: look)
    let figure = Shown(result, language: drawing.language)
    // The usual size is no part of the command.
    if drawingOptions.size == nil, drawing.size == figure.defaultSize { drawing.size = nil }
    let writer = FigureWriter(
      drawing: drawing, outputs: outputs, fontFiles: drawingOptions.fontFile,
      threads: RunOptions.defaultThreads)
    try writer.write(figure, dataSets: source.recipe.dataSets)
  }
}
