/// A page: titles, grids of panels one under the other, one legend, notes.
///
/// A chart says what is shown; `scene(size:...)` decides where everything goes.
///
///     let chart = Chart(
///       title: "Loss", panels: PanelGrid(
///         Panel(marks: [Line(x: steps, y: loss, series: Series(0, "Adam"))]),
///         x: Axis(title: "iteration"), y: Axis(title: "loss", kind: .log10)))
package struct Chart: Sendable {
  package var title: String
  /// What the reader should take home, in a sentence or two.
  package var subtitle: String
  /// Grids of panels from top to bottom; most charts have one.
  package var sections: [PanelGrid]
  package var legend: LegendPlacement
  /// Small print under the panels: rules, units, how the figure was made.
  package var notes: [String]
  /// Shorter titles and names, which a page takes that has no room for the full ones.
  package var shortForms: [ShortForm]

  package init(
    title: String, subtitle: String = "", sections: [PanelGrid],
    legend: LegendPlacement = .automatic, notes: [String] = [],
    shortForms: [ShortForm] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
    self.legend = legend
    self.notes = notes
    self.shortForms = shortForms
  }

  /// A chart of one grid.
  package init(
    title: String, subtitle: String = "", panels: PanelGrid,
    legend: LegendPlacement = .automatic, notes: [String] = [],
    shortForms: [ShortForm] = []
  ) {
    self.init(
      title: title, subtitle: subtitle, sections: [panels], legend: legend, notes: notes,
      shortForms: shortForms)
  }
}

/// Where the names of the series go.
package enum LegendPlacement: Equatable, Sendable {
  /// At the ends of the lines in a single panel with up to six lines; else above the panels.
  case automatic
  /// At the right end of each line.
  case direct
  /// In a row above the panels.
  case above
  /// Nowhere.
  case none
}
