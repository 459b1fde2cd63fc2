import Charting
import Experiments
import Figures
import NeuralNet
import SceneChecks
import Testing

/// The figure of activations on pages of any size.
struct ActivationsLayoutTests {
  static let configs: [ActivationsConfig] = [
    ActivationsConfig(samples: 200),
    ActivationsConfig(activation: .relu, samples: 200),
    ActivationsConfig(initializers: [.he], activation: .gelu, samples: 100),
    ActivationsConfig(activation: .tanh, layers: 12, samples: 50),
    ActivationsConfig(samples: 50, gradients: true),
    ActivationsConfig(initializers: [.he], layers: 10, samples: 50, gradients: true),
    twelve,
  ]

  /// As many rows as there may be, of more layers than are shown.
  static let twelve = ActivationsConfig(
    initializers: (1...12).map { .normal(standardDeviation: Double($0)) }, layers: 12, samples: 10)

  @Test("every page is drawn and whole", arguments: configs.indices)
  func pages(index: Int) throws {
    let config = Self.configs[index]
    let result = try ActivationsExperiment(config).run()
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      sweep.check(
        ActivationsFigure(result, language: language).chart, "config \(index) \(language)",
        themes: [.light])
    }
  }

  /// Ten columns have no room for facts above them.
  @Test(
    "the page of its own size holds all of the figure",
    arguments: configs.indices.filter { configs[$0].layers < 10 })
  func wholePages(index: Int) throws {
    let result = try ActivationsExperiment(Self.configs[index]).run()
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let figure = ActivationsFigure(result, language: language)
      let omitted = try figure.chart.omissions(
        size: figure.defaultSize, theme: Theme(.light), typography: sweep.typography)
      #expect(omitted.isEmpty, "\(language)")
    }
  }

  @Test("of many rows and columns the least page shows some, and says how many")
  func parts() throws {
    let chart = ActivationsFigure(
      try ActivationsExperiment(Self.twelve).run(), language: .english
    ).chart
    let scene = try chart.scene(
      size: Size(width: 320, height: 200), pixelsPerPoint: 2, theme: Theme(.light),
      typography: try LayoutSweep().typography)
    let ink = SceneInk(scene)
    func count(_ role: SceneGroup.Role) -> Int { ink.texts.count { $0.role == role } }
    let (rows, columns) = (count(.rowTitle), count(.columnTitle))
    #expect(rows >= 3 && columns >= 3)
    #expect(ink.plots.count == rows * columns)
    #expect(
      ink.texts.contains {
        $0.string == "\(rows) of 12 initializations are shown. \(columns) of 12 layers are shown."
      })
    // The first layer and the last are there.
    let titles = ink.texts.filter { $0.role == .columnTitle }.map(\.string)
    #expect(titles.first == "layer 1" && titles.last == "layer 12")
  }

  @Test("notes go first; what has room after all comes back")
  func omissions() throws {
    let result = try ActivationsExperiment(Self.configs[0]).run()
    let chart = ActivationsFigure(result, language: .english).chart
    let typography = try LayoutSweep().typography
    func omitted(_ width: Double, _ height: Double) throws -> [Omission] {
      try chart.omissions(
        size: Size(width: width, height: height), theme: Theme(.light), typography: typography)
    }
    let full = try omitted(900, 590)
    let small = try omitted(540, 320)
    let least = try omitted(320, 200)
    #expect(full.isEmpty)
    // Facts and reasons find no room; the notes, which went first, have come back.
    #expect(small == [.statistics, .reasons])
    #expect(least.count > small.count && least.contains(.notes) && least.contains(.statistics))
    // A narrow page has no width for facts, but height for notes.
    let narrow = try omitted(320, 900)
    #expect(narrow.contains(.statistics) && !narrow.contains(.notes), "\(narrow)")
  }
}
