import Charting
import Experiments
import Figures
import SceneChecks
import Testing

/// Every figure of the gallery is drawn on every page from 320x200 to 2000x1400 points, in each
/// theme and language: nothing is refused, covered, cut or squeezed.
struct GalleryLayoutTests {
  @Test("the gallery has each kind of figure")
  func kinds() throws {
    let experiments = try GalleryCharts.files().map {
      try GalleryCharts.entry($0, language: .english).experiment
    }
    for kind in GalleryCharts.kinds {
      // Figures of studies are drawn from a file, which a gallery of commands has not; `search
      // --plot` draws the same charts, and StudyLayoutTests looks at all of them.
      if kind.experiment == StudyFigure.experiment { continue }
      #expect(experiments.contains(kind.experiment), "\(kind.experiment)")
    }
  }

  @Test(
    "every page is drawn, and nothing on it is covered, cut or squeezed", arguments: try files())
  func pages(file: String) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let entry = try GalleryCharts.entry(file, language: language)
      // Layouts are measured in the fonts alone; the sizes of all themes are the same.
      sweep.check(entry.chart, "\(file) \(language)", themes: [.light])
      sweep.check(
        entry.chart, "\(file) \(language)", sizes: Self.edges + [entry.defaultSize],
        themes: [.dark, .print])
    }
  }

  @Test("so are pages of any size", arguments: try files())
  func anyPages(file: String) throws {
    let sweep = try LayoutSweep()
    var state: UInt64 = 0x9E37_79B9
    func next(_ range: ClosedRange<Int>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(range.lowerBound + Int((state >> 33) % UInt64(range.count)))
    }
    for language in Language.allCases {
      let chart = try GalleryCharts.entry(file, language: language).chart
      // Small pages are where room is short: most of them have a short side.
      let sizes = (0..<10).map { index in
        Size(
          width: next(index % 4 == 0 ? 320...2000 : 320...700),
          height: next(index % 4 == 1 ? 200...1400 : 200...500))
      }
      sweep.check(chart, "\(file) \(language)", sizes: sizes, themes: [.light])
    }
  }

  @Test("the page of its own size holds all of a figure", arguments: try files())
  func wholePages(file: String) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let entry = try GalleryCharts.entry(file, language: language)
      let omitted = try entry.chart.omissions(
        size: entry.defaultSize, theme: Theme(.light), typography: sweep.typography)
      #expect(omitted.isEmpty, "\(file) \(language)")
    }
  }

  @Test("a page that shows a part of the panels says so", arguments: Language.allCases)
  func parts(language: Language) throws {
    let sweep = try LayoutSweep()
    let least = Size(width: 320, height: 200)
    for (file, words) in [
      ("activations-gradients.png", language == .korean ? "5개 층 중" : "of 5 layers are shown"),
      ("layers.png", language == .korean ? "5가지 중" : "of 5 quantities are shown"),
    ] {
      let chart = try GalleryCharts.entry(file, language: language).chart
      let scene = try chart.scene(
        size: least, pixelsPerPoint: 1, theme: Theme(.light), typography: sweep.typography)
      let ink = SceneInk(scene)
      #expect(ink.plots.count < chart.sections.reduce(0) { $0 + $1.panels.count })
      #expect(ink.texts.contains { $0.string.contains(words) }, "\(file)")
      let omitted = try chart.omissions(
        size: least, theme: Theme(.light), typography: sweep.typography)
      #expect(omitted.last == .panels)
    }
  }

  private static let edges = [Size(width: 320, height: 200), Size(width: 2000, height: 1400)]

  private static func files() throws -> [String] { try GalleryCharts.files() }
}
