package import Charting
package import Figures
package import Provenance
import Rendering

/// Draws a figure and gives it its recipe.
package struct FigureDrawer: Sendable {
  package var drawing: Drawing
  /// Fonts to look at first.
  package var fontFiles: [String]
  /// Workers that draw.
  package var threads: Int
  /// Whether the figure carries the numbers that it shows.
  package var carriesNumbers: Bool
  /// Whether the pixels are kept, which a PNG needs.
  package var needsPixels: Bool

  package init(
    drawing: Drawing, fontFiles: [String], threads: Int, carriesNumbers: Bool, needsPixels: Bool
  ) {
    self.drawing = drawing
    self.fontFiles = fontFiles
    self.threads = threads
    self.carriesNumbers = carriesNumbers
    self.needsPixels = needsPixels
  }

  /// Draws a figure of a result that read these data sets.
  ///
  /// - Parameter dataSets: Looked at beside the drawing: many images take long to digest.
  package func draw<Shown: Figure>(
    _ figure: Shown, dataSets: @autoclosure @Sendable () throws -> [Recipe.DataSet]
  ) throws -> DrawnFigure {
    try draw(figure, showing: figure.chart, dataSets: try dataSets())
  }

  /// Draws a chart as that of a figure.
  package func draw<Shown: Figure>(
    _ figure: Shown, showing chart: Chart,
    dataSets: @autoclosure @Sendable () throws -> [Recipe.DataSet]
  ) throws -> DrawnFigure {
    let parts = try parts(of: figure, showing: chart, dataSets: dataSets)
    let (drawn, page) = (parts.drawn, parts.page)
    let recipe = try Recipe(
      tool: Recipe.Tool(version: Version.text), experiment: Shown.experiment,
      config: try JSONValueEncoder(root: "config").encode(figure.config),
      figure: drawing.json(size: drawing.size ?? figure.defaultSize), dataSets: parts.dataSets,
      data: parts.data, scene: parts.scene, pixels: parts.pixels, command: parts.command,
      carriesNumbers: carriesNumbers)
    var entries = [
      FigureMetadata.Entry(keyword: "Software", text: "dlplot \(Version.text)"),
      FigureMetadata.Entry(keyword: FigureFile.recipeKeyword, text: try recipe.text()),
    ]
    if let numbers = parts.numbers { entries.append(numbers) }
    return DrawnFigure(
      scene: drawn.scene, page: page, fonts: parts.fonts, recipe: recipe,
      metadata: FigureMetadata(
        title: drawn.chart.title, description: drawn.alternativeText,
        language: drawing.language.rawValue, entries: entries))
  }

  /// The chart of a figure with its display list, and the command that asks for it; no pixels.
  package func layOut(_ figure: some Figure) throws -> (drawn: DrawnChart, command: String) {
    let laid = try layOut(figure, showing: figure.chart)
    return (laid.drawn, laid.command)
  }

  /// A chart as that of a figure, with the fonts that its texts need.
  ///
  /// Names that stand in a file, as those of a study, may hold any character. Which fonts they get
  /// depends on the texts alone, so that a figure is drawn again with the same.
  func layOut(
    _ figure: some Figure, showing chart: Chart
  ) throws -> (drawn: DrawnChart, command: String, fonts: FigureFonts) {
    func laid(_ fonts: FigureFonts) throws -> (DrawnChart, String, FigureFonts) {
      let (drawn, command) = try layOut(figure, showing: chart, fonts: fonts)
      return (drawn, command, fonts)
    }
    do {
      return try laid(try FigureFonts(language: drawing.language, files: fontFiles))
    } catch ChartError.missingGlyph {
      return try laid(
        try FigureFonts(language: drawing.language, files: fontFiles, isForAny: true))
    }
  }

  private func layOut(
    _ figure: some Figure, showing chart: Chart, fonts: FigureFonts
  ) throws -> (drawn: DrawnChart, command: String) {
    // A size that goes without saying is not said, so that whoever draws the figure again from what
    // it carries writes the same words into it.
    var named = drawing
    if named.size == figure.defaultSize { named.size = nil }
    let command = ShellQuoting.line(["dlplot"] + figure.arguments + named.arguments)
    var chart = chart
    chart.notes.append(command)
    var drawn = try chart.drawn(
      size: drawing.size ?? figure.defaultSize, pixelsPerPoint: drawing.scale,
      theme: Theme(drawing.theme), typography: fonts.typography)
    drawn.alternativeText = figure.alternativeText
    return (drawn, command)
  }
}
