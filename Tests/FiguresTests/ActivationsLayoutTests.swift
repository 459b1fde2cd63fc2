import Charting
import Experiments
import Figures
import NeuralNet
import Rendering
import SceneChecks
import Testing

/// No text of the figure covers another, a bar, or the edge of the page, at any size.
struct ActivationsLayoutTests {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
    Size(width: 640, height: 420), Size(width: 900, height: 590), Size(width: 1200, height: 400),
    Size(width: 2000, height: 200), Size(width: 2000, height: 1400),
  ]

  static let configs: [ActivationsConfig] = [
    ActivationsConfig(samples: 200),
    ActivationsConfig(activation: .relu, samples: 200),
    ActivationsConfig(initializers: [.he], activation: .gelu, samples: 100),
    ActivationsConfig(activation: .tanh, layers: 12, samples: 50),
  ]

  private func typography(_ language: Language) throws -> Typography {
    let library = FontLibrary()
    let faces = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
      try library.font(KnownFonts.korean), try library.font(KnownFonts.koreanBold),
    ]
    return Typography(faces: faces, regular: [0, 2], bold: [1, 3])
  }

  @Test("texts keep apart, inside the page, off the bars", arguments: configs.indices)
  func nothingOverlaps(index: Int) throws {
    let config = Self.configs[index]
    let result = try ActivationsExperiment(config).run()
    for language in Language.allCases {
      let typography = try typography(language)
      let chart = ActivationsFigure(result, language: language).chart
      for size in Self.sizes where config.layers <= 5 || size.width >= 640 {
        for theme in Theme.Name.allCases {
          let scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: typography)
          let place = "\(config.activation) \(language) \(size.width)x\(size.height) \(theme)"
          let ink = SceneInk(scene)
          #expect(ink.texts.count > 10, "\(place)")
          for problem in ink.problems { Issue.record("\(place): \(problem)") }
        }
      }
    }
  }

  @Test("a page that cannot hold the rows is refused with its size")
  func tooSmall() throws {
    let config = ActivationsConfig(
      initializers: (1...12).map { .normal(standardDeviation: Double($0)) }, layers: 3,
      samples: 10)
    let chart = ActivationsFigure(
      try ActivationsExperiment(config).run(), language: .english
    ).chart
    let typography = try typography(.english)
    #expect(
      throws: ChartError.pageTooSmall(width: 320, height: 200, rows: 12, columns: 3)
    ) {
      try chart.scene(
        size: Size(width: 320, height: 200), pixelsPerPoint: 2, theme: Theme(.light),
        typography: typography)
    }
  }

  @Test("what is left out follows the documented order, and less on larger pages")
  func omissions() throws {
    let result = try ActivationsExperiment(Self.configs[0]).run()
    let chart = ActivationsFigure(result, language: .english).chart
    let typography = try typography(.english)
    func omitted(_ width: Double, _ height: Double) throws -> [Omission] {
      try chart.omissions(
        size: Size(width: width, height: height), theme: Theme(.light), typography: typography)
    }
    let full = try omitted(900, 590)
    let small = try omitted(480, 320)
    let least = try omitted(320, 200)
    #expect(full.isEmpty)
    #expect(small.starts(with: [.notes, .statistics]))
    #expect(least.count > small.count && least.starts(with: small))
  }
}
