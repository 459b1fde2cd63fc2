import Charting
import Experiments
import Figures
import NeuralNet
import Rendering
import Testing

/// No text of the figures of training covers another or the edge of the page, at any size.
struct TrainingLayoutTests {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
    Size(width: 640, height: 420), Size(width: 900, height: 590), Size(width: 1200, height: 400),
    Size(width: 2000, height: 200), Size(width: 2000, height: 1400),
  ]

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

  private func typography(_ language: Language) throws -> Typography {
    let library = FontLibrary()
    let faces = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
      try library.font(KnownFonts.korean), try library.font(KnownFonts.koreanBold),
    ]
    return Typography(faces: faces, regular: [0, 2], bold: [1, 3])
  }

  @Test("texts keep apart and inside the page", arguments: Language.allCases)
  func nothingOverlaps(language: Language) throws {
    let typography = try typography(language)
    for (name, chart) in Self.charts(language) {
      for size in Self.sizes where name != "both" || size.width > 320 {
        for theme in Theme.Name.allCases {
          let scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: typography)
          let ink = SceneInk(scene)
          #expect(ink.texts.count > 5, "\(name) \(size.width)x\(size.height)")
          for problem in ink.problems {
            Issue.record("\(name) \(language) \(size.width)x\(size.height) \(theme): \(problem)")
          }
        }
      }
    }
  }
}
