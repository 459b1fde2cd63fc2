import Charting
import Experiments

/// One chart of a study: its panels, each with its own axes, and what they say.
protocol StudyPicture: Sendable {
  var view: StudyView { get }
  /// The question that the chart answers.
  var title: String { get }
  /// What it is, in a few words: the title of its panel on a page of several.
  var name: String { get }
  /// What follows from it, a sentence each.
  var findings: [String] { get }
  var panels: [Panel] { get }
  /// What a reader needs to know of the drawing.
  var notes: [String] { get }
  /// How it is built, for those who cannot see it: kind of chart, axes, ranges.
  var description: String { get }
  /// Columns in which so many panels stand on a page of their own.
  func columns(_ count: Int) -> Int
  /// What the colours of all panels mean.
  var colorBar: ColorBar? { get }
  /// What axes within a panel show: their titles and ranges.
  var innerAxes: [(title: String, text: String)] { get }
  /// States what is shown in numbers.
  func state(in list: inout FactList)
}

extension StudyPicture {
  var notes: [String] { [] }
  var colorBar: ColorBar? { nil }
  var innerAxes: [(title: String, text: String)] { [] }
  var language: Language { view.language }

  func columns(_ count: Int) -> Int {
    count <= 3 ? max(1, count) : count <= 4 ? 2 : count <= 9 ? 3 : 4
  }
}

/// The charts by their names.
enum StudyPictures {
  static func picture(_ plot: StudyPlot, _ view: StudyView) -> any StudyPicture {
    switch plot {
    case .best: BestPicture(view: view)
    case .history: HistoryPicture(view: view)
    case .intermediate: IntermediatePicture(view: view)
    case .importance: ImportancePicture(view: view)
    case .edf: DistributionPicture(view: view)
    case .parallel: ParallelPicture(view: view)
    case .scatter: ScatterPicture(view: view)
    case .rank: RankPicture(view: view)
    case .narrowing: NarrowingPicture(view: view)
    case .timeline: TimelinePicture(view: view)
    case .all: PagePicture(view: view)
    }
  }

  /// The charts that a study has the numbers for, in the order of a page.
  static func available(_ view: StudyView) -> [StudyPlot] {
    let trials = view.trials
    let hasReports = trials.steps.contains { !$0.isEmpty }
    let count = trials.columns.count
    let hasValues = !view.complete.isEmpty
    return StudyPlot.allCases.filter { plot in
      switch plot {
      case .all, .best: false
      case .history, .edf: hasValues
      case .intermediate: hasReports
      case .timeline: trials.starts.contains { $0 >= 0 }
      case .importance: count > 1 && trials.differs
      case .rank: hasValues && count > 1
      case .parallel, .scatter, .narrowing: hasValues && count > 0
      }
    }
  }
}
