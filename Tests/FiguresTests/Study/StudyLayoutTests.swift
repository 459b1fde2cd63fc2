import Charting
import Experiments
import Figures
import SceneChecks
import Testing

/// Every chart of every study is drawn on every page: nothing is refused, covered, cut or squeezed.
struct StudyLayoutTests {
  private static let names = MadeUpStudies.all.map(\.name)

  /// The charts that a study has the numbers for.
  private static func figures(
    _ name: String, language: Language
  ) throws -> [(plot: StudyPlot, figure: StudyFigure)] {
    let trials = try #require(MadeUpStudies.all.first { $0.name == name }).make()
    let baseline = try MadeUpStudies.trials(
      30, columns: 1, trials.direction, isShare: trials.isShare)
    return try StudyPlot.allCases.compactMap { plot in
      do {
        return (
          plot,
          try MadeUpStudies.figure(
            plot, trials, baseline: plot == .edf || plot == .all ? baseline : nil,
            language: language)
        )
      } catch let error as StudyPlotError {
        guard case .lacks = error else { throw error }
        return nil
      }
    }
  }

  @Test("every page is drawn and whole", arguments: names)
  func pages(name: String) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let figures = try Self.figures(name, language: language)
      #expect(figures.contains { $0.plot == .all } && figures.count > 2)
      // Many trials take long to draw and are laid out as few.
      let sizes =
        name == "many" || language == .korean
        ? [
          Size(width: 320, height: 200), Size(width: 320, height: 900),
          Size(width: 480, height: 320), Size(width: 2000, height: 300),
        ] : LayoutSweep.sizes
      for (plot, figure) in figures {
        sweep.check(
          figure.chart, "\(name) \(plot) \(language)", sizes: sizes + [figure.defaultSize],
          themes: [.light])
      }
    }
  }

  @Test("the page of its own size has all panels and their axes' titles", arguments: names)
  func wholePages(name: String) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      for (plot, figure) in try Self.figures(name, language: language) {
        let omitted = try figure.chart.omissions(
          size: figure.defaultSize, theme: Theme(.light), typography: sweep.typography)
        #expect(!omitted.contains(.panels), "\(plot) \(language)")
        #expect(!omitted.contains(.axisTitles), "\(plot) \(language)")
        #expect(!omitted.contains(.subtitle), "\(plot) \(language)")
      }
    }
  }

  @Test("the themes differ in colours alone", arguments: ["usual", "fifteen"])
  func themes(name: String) throws {
    let sweep = try LayoutSweep()
    for (plot, figure) in try Self.figures(name, language: .english) {
      sweep.check(
        figure.chart, "\(name) \(plot)",
        sizes: [Size(width: 320, height: 200), figure.defaultSize], themes: [.dark, .print])
    }
  }
}
