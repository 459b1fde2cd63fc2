/// Whether series are named at the ends of their lines or in a legend.
struct SeriesNaming: Equatable {
  /// What the legend says; where lines have their names beside them, only of the others.
  let entries: [LegendEntry]
  /// Labels beside the lines; empty when a legend names the series.
  let directLabels: [DirectLabel]

  /// More names than this beside one plot are a list, which is better read in a legend.
  private static let mostDirectLabels = 8
  /// A line that ends further than this part of the axis before the others, as a run that diverged
  /// does, has its name in the legend: beside the plot it would stand at nothing.
  private static let earliestEnd = 0.06

  /// The ways to name the series of a chart, the best first.
  ///
  /// - Parameters:
  ///   - shortForms: what names are shortened by.
  ///   - xScale: the x axis of the chart's first panel.
  static func choices(
    for chart: Chart, shortForms: [ShortForm] = [], xScale: AxisScale?, pageWidth: Double
  ) -> [SeriesNaming] {
    let entries = chart.legendEntries.map { entry in
      var entry = entry
      entry.name = shortForms.short(entry.name)
      return entry
    }
    let isAlone = entries.count < 2 && chart.legend != .above
    let inLegend = SeriesNaming(
      entries: isAlone || chart.legend == .none ? [] : entries, directLabels: [])
    guard chart.legend == .automatic || chart.legend == .direct,
      chart.sections.count == 1, chart.sections[0].panels.count == 1,
      let panel = chart.sections[0].panels[0]
    else { return [inLegend] }
    let all = panel.marks.compactMap(\.directLabel).map { label in
      var label = label
      label.name = shortForms.short(label.name)
      return label
    }
    let ends = all.map { xScale?.position($0.x) ?? 0 }
    let last = ends.max() ?? 0
    let labels = zip(all, ends).filter { $0.1 >= last - earliestEnd }.map(\.0)
    let beside = SeriesNaming(
      entries: entries.filter { entry in !labels.contains { $0.name == entry.name } },
      directLabels: labels)
    if chart.legend == .direct { return labels.isEmpty ? [inLegend] : [beside, inLegend] }
    let isUseful = all.count > 1 && labels.count <= mostDirectLabels && pageWidth >= 360
    return isUseful && !labels.isEmpty ? [beside, inLegend] : [inLegend]
  }
}
