import Charting
import Linting
import Rendering

/// Draws charts in the fonts of the figures and checks them.
enum Lint {
  static let typography: Typography? = {
    let library = FontLibrary()
    let known = [KnownFonts.regular, KnownFonts.bold, KnownFonts.korean, KnownFonts.koreanBold]
    let faces = known.compactMap { try? library.font($0) }
    guard faces.count == known.count else { return nil }
    return Typography(faces: faces, regular: [0, 2], bold: [1, 3])
  }()

  struct MissingFonts: Error {}

  static func draw(
    _ chart: Chart, size: Size = Size(width: 640, height: 420), theme: Theme = Theme(.light)
  ) throws -> DrawnChart {
    guard let typography else { throw MissingFonts() }
    var drawn = try chart.drawn(
      size: size, pixelsPerPoint: 2, theme: theme, typography: typography)
    drawn.alternativeText = "What it shows."
    return drawn
  }

  /// What all rules find.
  static func findings(
    _ chart: Chart, size: Size = Size(width: 640, height: 420), theme: Theme = Theme(.light)
  ) throws -> [Finding] {
    Linter().findings(in: try draw(chart, size: size, theme: theme))
  }

  static func findings(_ drawn: DrawnChart) -> [Finding] { Linter().findings(in: drawn) }

  /// What one rule finds.
  static func findings(_ rule: LintRule, _ chart: Chart, theme: Theme = Theme(.light)) throws
    -> [Finding]
  {
    Linter(rules: [rule]).findings(in: try draw(chart, theme: theme))
  }
}
