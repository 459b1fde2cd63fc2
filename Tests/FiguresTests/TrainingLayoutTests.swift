import Charting
import Experiments
import Figures
import NeuralNet
import Testing

/// No text of the figures of training covers another or the edge of the page, at any size.
struct TrainingLayoutTests {
  private static let four: [(Optimizer, Double, Int?)] = [
    (Optimizer(.sgd), 0.12, nil), (Optimizer(.momentum), 0.0021, nil),
    (Optimizer(.adagrad), 0.002, nil), (Optimizer(.adam), 0.00008, nil),
  ]

  /// The charts of a language: ends close together, a divergence, one of everything, many seeds.
  private static func charts(_ language: Language) -> [(String, Chart)] {
    let eight = Optimizer.Kind.allCases.map { (Optimizer($0), 0.01, nil as Int?) }
    return [
      ("four", OptimizersFigure(MadeUpRuns.optimizers(four), language: language).chart),
      (
        "linear",
        OptimizersFigure(MadeUpRuns.optimizers(four, axis: .linear), language: language).chart
      ),
      (
        "seeds", OptimizersFigure(MadeUpRuns.optimizers(four, seeds: 3), language: language).chart
      ),
      (
        "diverged",
        OptimizersFigure(
          MadeUpRuns.optimizers([(.sgd(rate: 10), 3, 37), (Optimizer(.adam), 0.01, nil)]),
          language: language
        ).chart
      ),
      ("all", OptimizersFigure(MadeUpRuns.optimizers(eight), language: language).chart),
      (
        "one",
        OptimizersFigure(
          MadeUpRuns.optimizers([(Optimizer(.adam), 0.01, nil)]), language: language
        ).chart
      ),
      (
        "initializers",
        InitializersFigure(
          MadeUpRuns.initializers([
            (.normal(standardDeviation: 0.01), 2.3, nil), (.xavier, 0.2, nil), (.he, 0.1, nil),
          ]), language: language
        ).chart
      ),
      (
        "overfit",
        OverfitFigure(
          MadeUpRuns.overfit([(.plain, 1, 0.8), (.decay, 0.93, 0.76), (.dropout, 0.57, 0.4)]),
          language: language
        ).chart
      ),
      (
        "both",
        OverfitFigure(
          MadeUpRuns.overfit(
            [(.plain, 1, 0.8), (.decay, 0.93, 0.76), (.dropout, 0.57, 0.4), (.both, 0.4, 0.3)],
            seeds: 3), language: language
        ).chart
      ),
      (
        "overfit diverged",
        OverfitFigure(MadeUpRuns.overfit([(.plain, 1, 0.8)], diverges: true), language: language)
          .chart
      ),
    ]
  }

  @Test("every page is drawn and whole", arguments: Language.allCases)
  func pages(language: Language) throws {
    let sweep = try LayoutSweep()
    for (name, chart) in Self.charts(language) {
      sweep.check(chart, "\(name) \(language)", themes: [.light])
    }
  }
}
