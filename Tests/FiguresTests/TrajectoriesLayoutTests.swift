import Charting
import Experiments
import Figures
import NeuralNet
import Rendering
import SceneChecks
import Testing

/// No text of the figure covers another or leaves the page, at any size.
struct TrajectoriesLayoutTests {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
    Size(width: 640, height: 420), Size(width: 900, height: 635), Size(width: 1200, height: 400),
    Size(width: 2000, height: 200), Size(width: 2000, height: 1400),
  ]

  static let configs: [TrajectoriesConfig] =
    Surface.allCases.map { TrajectoriesConfig(surface: $0) } + [
      TrajectoriesConfig(field: true),
      TrajectoriesConfig(optimizers: [.sgd(rate: 1.05)], field: true),
      TrajectoriesConfig(
        optimizers: Optimizer.Kind.allCases.map { Optimizer($0).with(rate: 0.3) }, steps: 12),
    ]

  private func typography(_ language: Language) throws -> Typography {
    let library = FontLibrary()
    let faces = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
      try library.font(KnownFonts.korean), try library.font(KnownFonts.koreanBold),
    ]
    return Typography(faces: faces, regular: [0, 2], bold: [1, 3])
  }

  @Test("texts keep apart and inside the page", arguments: configs.indices)
  func nothingOverlaps(index: Int) throws {
    let config = Self.configs[index]
    let result = try TrajectoriesExperiment(config).run()
    for language in Language.allCases {
      let typography = try typography(language)
      let chart = TrajectoriesFigure(result, language: language).chart
      for size in Self.sizes where config.optimizers.count <= 4 || size.height >= 320 {
        for theme in Theme.Name.allCases {
          let scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: typography)
          let place = "\(config.surface) \(language) \(size.width)x\(size.height) \(theme)"
          let ink = SceneInk(scene)
          #expect(ink.texts.count > 8, "\(place)")
          for problem in ink.problems { Issue.record("\(place): \(problem)") }
        }
      }
    }
  }

  @Test("x and y have one scale, and the page at its default size holds every text")
  func defaultPages() throws {
    for config in Self.configs {
      let result = try TrajectoriesExperiment(config).run()
      for language in Language.allCases {
        let figure = TrajectoriesFigure(result, language: language)
        #expect(figure.chart.sections[0].equalAspect)
        let omitted = try figure.chart.omissions(
          size: figure.defaultSize, theme: Theme(.light), typography: try typography(language))
        #expect(omitted.isEmpty, "\(config.surface) \(language)")
      }
    }
  }
}
