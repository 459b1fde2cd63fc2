import Charting
import Figures
import Rendering
import SceneChecks
import Testing

/// Draws a chart at many sizes, in every theme, and looks at what covers what.
struct LayoutSweep {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 420), Size(width: 320, height: 900),
    Size(width: 400, height: 260), Size(width: 480, height: 320), Size(width: 640, height: 420),
    Size(width: 800, height: 250), Size(width: 900, height: 590), Size(width: 1200, height: 400),
    Size(width: 2000, height: 200), Size(width: 2000, height: 300), Size(width: 2000, height: 1400),
  ]

  let typography: Typography

  init() throws {
    let library = FontLibrary()
    let faces = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
      try library.font(KnownFonts.korean), try library.font(KnownFonts.koreanBold),
    ]
    typography = Typography(faces: faces, regular: [0, 2], bold: [1, 3])
  }

  /// Checks a chart at every size: it is drawn, and whole.
  func check(
    _ chart: Chart, _ name: String, sizes: [Size] = Self.sizes,
    themes: [Theme.Name] = Theme.Name.allCases
  ) {
    for size in sizes {
      for theme in themes {
        let place = "\(name) \(Int(size.width))x\(Int(size.height)) \(theme)"
        do {
          let scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: typography)
          let ink = SceneInk(scene, barsAreObstacles: Self.hasBars(chart))
          #expect(ink.texts.count > 8 && !ink.plots.isEmpty, "\(place)")
          let squeezed = ink.squeezed(
            least: Self.leastPlot, text: Self.textSizes(Theme(theme).sizes))
          for problem in ink.problems + squeezed { Issue.record("\(place): \(problem)") }
        } catch {
          Issue.record("\(place): \(error)")
        }
      }
    }
  }

  /// The least plot that the README promises, in points.
  static let leastPlot = Size(width: 24, height: 18)

  /// Font sizes in points; row names and section titles are set a little larger than headings.
  static func textSizes(_ sizes: Theme.Sizes) -> [Double] {
    [
      sizes.title, sizes.subtitle, sizes.heading, sizes.heading + 0.5, sizes.heading + 1.5,
      sizes.axisTitle, sizes.tick, sizes.label, sizes.note,
    ]
  }

  /// Cells fill a plot under their words; bars do not.
  private static func hasBars(_ chart: Chart) -> Bool {
    chart.sections.flatMap(\.panels).contains { panel in
      panel?.marks.contains { $0 is Bars } == true
    }
  }
}
