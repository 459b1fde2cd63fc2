package import Charting
package import Provenance

/// How a figure is shown, whatever it shows.
package struct Drawing: Equatable, Sendable {
  package var theme: Theme.Name
  package var language: Language
  /// Page in points; nil takes the figure's own.
  package var size: Size?
  /// Pixels for each point.
  package var scale: Double

  /// Pages that can be asked for, in points, and pixels for each of these.
  package static let widths = 320.0...4000.0
  package static let heights = 200.0...4000.0
  package static let scales = 0.5...8.0

  package init(
    theme: Theme.Name = .light, language: Language = .english, size: Size? = nil,
    scale: Double = 2
  ) {
    self.theme = theme
    self.language = language
    self.size = size
    self.scale = scale
  }

  /// The part of the recipe that says how the figure is shown.
  package func json(size: Size) -> JSONValue {
    [
      "language": .string(language.rawValue),
      "scale": .number(scale),
      "size": .array([.number(size.width), .number(size.height)]),
      "theme": .string(theme.rawValue),
    ]
  }

  /// The arguments that differ from the defaults.
  package var arguments: [String] {
    var arguments: [String] = []
    if theme != .light { arguments += ["--theme", theme.rawValue] }
    if language != .english { arguments += ["--lang", language.rawValue] }
    if let size { arguments += ["--size", "\(plain(size.width))x\(plain(size.height))"] }
    if scale != 2 { arguments += ["--scale", plain(scale)] }
    return arguments
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : value.description
  }
}
