/// A chart in one arrangement, with the ranges of its axes, which no page changes.
struct ArrangedChart {
  let chart: Chart
  let arrangement: Arrangement
  private let sections: [PanelGrid]
  private let scales: [GridScales]

  init(_ chart: Chart, _ arrangement: Arrangement) throws(ChartError) {
    self.chart = chart
    self.arrangement = arrangement
    sections = arrangement.sections(of: chart)
    var scales: [GridScales] = []
    for section in sections { scales.append(try GridScales(section)) }
    self.scales = scales
  }

  /// One solver for each section, with the texts that the page keeps.
  func solvers(omitting omitted: [Omission], theme: Theme, text: TextSetter) -> [SectionSolver] {
    zip(arrangement.finished(sections, forms: chart.shortForms, omitting: omitted), scales).map {
      SectionSolver(grid: $0, scales: $1, theme: theme, text: text)
    }
  }

  /// The sentence that says what is shown where it is not all.
  var excerptSentence: String {
    guard let counts = arrangement.excerpt, let first = chart.sections.first else { return "" }
    return counts.sentence(of: first)
  }

  /// The ways to name the series, the best first.
  func namings(omitting omitted: [Omission], pageWidth: Double) -> [SeriesNaming] {
    var chart = chart
    chart.sections = sections
    return SeriesNaming.choices(
      for: chart, shortForms: omitted.contains(.longForms) ? chart.shortForms : [],
      xScale: scales.first?.x.first ?? nil, pageWidth: pageWidth)
  }
}

/// The ranges of a grid's axes, one scale for each group of panels.
struct GridScales {
  let shared: SharedAxes
  let x: [AxisScale?]
  let y: [AxisScale?]

  init(_ grid: PanelGrid) throws(ChartError) {
    shared = SharedAxes(grid: grid)
    x = try shared.xScales()
    y = try shared.yScales()
  }
}
