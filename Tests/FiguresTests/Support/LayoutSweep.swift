import Charting
import Figures
import Rendering
import SceneChecks
import Testing

/// Draws a chart at many sizes, in every theme, and looks at what covers what.
struct LayoutSweep {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
    Size(width: 640, height: 420), Size(width: 900, height: 590), Size(width: 1200, height: 400),
    Size(width: 2000, height: 300), Size(width: 2000, height: 1400),
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

  /// Checks a chart at every size that is not refused.
  ///
  /// - Parameter least: a size from which on nothing may be refused.
  func check(_ chart: Chart, least: Size, _ name: String) throws {
    for size in Self.sizes {
      for theme in Theme.Name.allCases {
        let place = "\(name) \(Int(size.width))x\(Int(size.height)) \(theme)"
        let scene: Scene
        do throws(ChartError) {
          scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: typography)
        } catch {
          guard case .pageTooSmall = error else { throw error }
          #expect(size.width < least.width || size.height < least.height, "\(place) refused")
          continue
        }
        let ink = SceneInk(scene)
        #expect(ink.texts.count > 10, "\(place)")
        for problem in ink.problems { Issue.record("\(place): \(problem)") }
      }
    }
  }
}
