import ArgumentParser
import Charting
import Figures
import Rendering

/// How a figure looks; the same options on every command that draws.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Colours: light, dark or print (default: light).", valueName: "theme"))
  var theme: String?

  @Option(
    help: ArgumentHelp("Language of the texts: en or ko (default: en).", valueName: "language"))
  var lang: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Page in points of 1/72 inch; each figure has its default.", valueName: "WxH"))
  var size: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Pixels for each point; 2 is 144 dpi (default: 2).", valueName: "factor"))
  var scale: String?

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  /// The options with every value checked.
  ///
  /// - Parameter usual: The look where no option says otherwise.
  func drawing(unlike usual: Drawing = Drawing()) throws(UsageError) -> Drawing {
    var drawing = usual
    if let theme { drawing.theme = try OptionValue.choice("--theme", theme) }
    if let lang { drawing.language = try OptionValue.choice("--lang", lang) }
    if let size = try parsedSize() { drawing.size = size }
    if let scale {
      drawing.scale = try OptionValue.number(
        "--scale", scale, in: Drawing.scales, allowed: "0.5...8")
    }
    return drawing
  }

  /// Finds out whether the font files are fonts.
  func checkFonts() throws(FontError) { try FontLibrary(files: fontFile).checkFiles() }

  private func parsedSize() throws(UsageError) -> Size? {
    guard let size else { return nil }
    let parts = size.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]),
      Drawing.widths.contains(width), Drawing.heights.contains(height)
    else {
      throw .invalid("--size", value: size, allowed: "320x200...4000x4000 points")
    }
    return Size(width: width, height: height)
  }
}
