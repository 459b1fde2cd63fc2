import Charting
import Experiments
import Figures
import NeuralNet
import Testing

/// The figure of trajectories on pages of any size.
struct TrajectoriesLayoutTests {
  static let configs: [TrajectoriesConfig] =
    Surface.allCases.map { TrajectoriesConfig(surface: $0) } + [
      TrajectoriesConfig(field: true),
      TrajectoriesConfig(optimizers: [.sgd(rate: 1.05)], field: true),
      TrajectoriesConfig(
        optimizers: Optimizer.Kind.allCases.map { Optimizer($0).with(rate: 0.3) }, steps: 12),
    ]

  @Test("every page is drawn and whole", arguments: configs.indices)
  func pages(index: Int) throws {
    let config = Self.configs[index]
    let result = try TrajectoriesExperiment(config).run()
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      sweep.check(
        TrajectoriesFigure(result, language: language).chart,
        "\(config.surface) \(config.optimizers.count) \(language)", themes: [.light])
    }
  }

  @Test("x and y have one scale, and the page at its default size holds every text")
  func defaultPages() throws {
    let sweep = try LayoutSweep()
    for config in Self.configs {
      let result = try TrajectoriesExperiment(config).run()
      for language in Language.allCases {
        let figure = TrajectoriesFigure(result, language: language)
        #expect(figure.chart.sections[0].equalAspect)
        let omitted = try figure.chart.omissions(
          size: figure.defaultSize, theme: Theme(.light), typography: sweep.typography)
        #expect(omitted.isEmpty, "\(config.surface) \(language)")
      }
    }
  }
}
