/// A chart with its display list and what the layout decided.
package struct DrawnChart: Sendable {
  package var chart: Chart
  package var scene: Scene
  package var panels: [PlacedPanel]
  /// What the page was too small for, in order.
  package var omitted: [Omission]
  /// What it shows, for readers that cannot see it.
  package var alternativeText = ""

  package init(chart: Chart, scene: Scene, panels: [PlacedPanel], omitted: [Omission] = []) {
    self.chart = chart
    self.scene = scene
    self.panels = panels
    self.omitted = omitted
  }
}

/// Where a panel lies and which ranges it shows.
package struct PlacedPanel: Equatable, Sendable {
  /// Number of its grid in the chart.
  package var section: Int
  /// Its place in the grid, row by row.
  package var index: Int
  /// Its place in the chart; `SceneGroup.number` of its group.
  package var number: Int
  package var frame: Frame
  /// The numbers or names along its axes; empty where a neighbour has them.
  package var xNumbers: [String]
  package var yNumbers: [String]

  package init(
    section: Int, index: Int, number: Int, frame: Frame, xNumbers: [String], yNumbers: [String]
  ) {
    self.section = section
    self.index = index
    self.number = number
    self.frame = frame
    self.xNumbers = xNumbers
    self.yNumbers = yNumbers
  }
}
