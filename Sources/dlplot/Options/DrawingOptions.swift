import ArgumentParser
import Charting
import Figures
import Rendering

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
      "A font file to look at first, by digest; may be given several times.",
      valueName: "file"))
  var fontFile: [String] = []

  /// Least and greatest side of a page in points.
  static let sides = 320.0...4000.0
  static let heights = 200.0...4000.0
  static let scales = 0.5...8.0

  /// The options with every value checked.
  func drawing(default defaultSize: @autoclosure () -> Size) throws -> Drawing {
    let scale = try OptionValue.number(
      "--scale", scale, in: Self.scales, allowed: "0.5...8")
    return Drawing(
      theme: try OptionValue.choice("--theme", theme),
      language: try OptionValue.choice("--lang", lang),
      size: try parsedSize(scale: scale) ?? defaultSize(), hasOwnSize: size != nil, scale: scale,
      fontFiles: fontFile)
  }

  private func parsedSize(scale: Double) throws(UsageError) -> Size? {
    guard let size else { return nil }
    let parts = size.split(separator: "x", omittingEmptySubsequences: false)
    let allowed = "320x200...4000x4000 points"
    guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]),
      Self.sides.contains(width), Self.heights.contains(height)
    else { throw .invalid("--size", value: size, allowed: allowed) }
    return Size(width: width, height: height)
  }
}
