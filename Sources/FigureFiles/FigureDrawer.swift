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
  package func draw<Shown: Figure>(
    _ figure: Shown, dataSets: [Recipe.DataSet]
  ) throws -> DrawnFigure {
    try draw(figure, showing: figure.chart, dataSets: dataSets)
  }

  /// Draws a chart as that of a figure.
  package func draw<Shown: Figure>(
    _ figure: Shown, showing chart: Chart, dataSets: [Recipe.DataSet]
  ) throws -> DrawnFigure {
    let size = drawing.size ?? figure.defaultSize
    let fonts = try FigureFonts(language: drawing.language, files: fontFiles)
    let command = ShellQuoting.line(["dlplot"] + figure.arguments + drawing.arguments)
    var chart = chart
    chart.notes.append(command)
    let scene = try chart.scene(
      size: size, pixelsPerPoint: drawing.scale, theme: Theme(drawing.theme),
      typography: fonts.typography)
    let page = try Rasterizer(fonts: fonts.fonts).render(scene)
    let packed =
      needsPixels ? try page.packed(threads: threads) : nil
    let recipe = try Recipe(
      tool: Recipe.Tool(version: Version.text), experiment: Shown.experiment,
      config: try JSONValueEncoder(root: "config").encode(figure.config),
      figure: drawing.json(size: size), dataSets: dataSets,
      data: try DataDigest.digest(of: figure.result),
      scene: try SHA256.digest(of: scene.identityBytes),
      pixels: try packed?.pixelDigest ?? page.pixelDigest(), command: command,
      carriesNumbers: carriesNumbers)
    var entries = [
      FigureMetadata.Entry(keyword: "Software", text: "dlplot \(Version.text)"),
      FigureMetadata.Entry(keyword: FigureFile.recipeKeyword, text: try recipe.text()),
    ]
    if carriesNumbers {
      let numbers = try JSONValueEncoder(root: "result").encode(figure.result).canonicalText
      entries.append(
        FigureMetadata.Entry(keyword: FigureFile.numbersKeyword, text: numbers, isLong: true))
    }
    return DrawnFigure(
      scene: scene, page: packed, fonts: fonts.fonts, recipe: recipe,
      metadata: FigureMetadata(
        title: chart.title, description: figure.alternativeText,
        language: drawing.language.rawValue, entries: entries))
  }
}
