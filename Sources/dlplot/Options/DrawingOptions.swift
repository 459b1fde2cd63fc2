import ArgumentParser
import Charting
import Figures

/// How a figure looks; the same options on every command that draws.
struct DrawingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Colours: light, dark or print.", valueName: "theme"))
  var theme = "light"

  @Option(help: ArgumentHelp("Language of the texts: en or ko.", valueName: "language"))
  var lang = "en"

  @Option(
    help: ArgumentHelp(
      "Page in points of 1/72 inch; each figure has its default.", valueName: "WxH"))
  var size: String?

  @Option(help: ArgumentHelp("Pixels for each point; 2 is 144 dpi.", valueName: "factor"))
  var scale = "2"

  @Option(
    help: ArgumentHelp(
      "A font file to look at first; may be given several times.", valueName: "file"))
  var fontFile: [String] = []

  /// The options with every value checked.
  func drawing() throws(UsageError) -> Drawing {
    Drawing(
      theme: try OptionValue.choice("--theme", theme),
      language: try OptionValue.choice("--lang", lang), size: try parsedSize(),
      scale: try OptionValue.number("--scale", scale, in: Drawing.scales, allowed: "0.5...8"))
  }

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
