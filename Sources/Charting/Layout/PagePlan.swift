/// Where everything on a page goes, in points; drawing adds nothing to it.
struct PagePlan: Equatable, Sendable {
  /// Lines of text of one style.
  struct Block: Equatable, Sendable {
    var lines: [String] = []
    var style: TextStyle
    var origin = Point(x: 0, y: 0)
  }

  /// A text beside an axis.
  struct TickLabel: Equatable, Sendable {
    var text: String
    var place: Point
    var align: Canvas.Alignment
  }

  struct PanelPlan: Equatable, Sendable {
    var index: Int
    var frame: Frame
    var xTicks: [Tick]
    var yTicks: [Tick]
    var xLabels: [TickLabel]
    var yLabels: [TickLabel]
    /// Titles of axes of the panel's own.
    var xTitle: TickLabel?
    var yTitle: TickLabel?
    /// Panel title and statistics, above the plot.
    var title: Block?
    var statistics: Block?
    var colorBar: ColorBarPlan?

    /// The strips of the bands of the y axis, from the top; empty for another axis.
    var yBands: [Rect] {
      guard case .bands(let scale) = frame.y else { return [] }
      return scale.categories.indices.map { index in
        let top = frame.y(Double(index) - 0.5)
        return Rect(
          x: frame.rect.x, y: top, width: frame.rect.width,
          height: frame.y(Double(index) + 0.5) - top)
      }
    }
  }

  struct RowPlan: Equatable, Sendable {
    var title: Block
    var detail: Block
    var verdict: Block?
    var reason: Block?
  }

  /// One grid with everything around it.
  struct SectionPlan: Equatable, Sendable {
    var title: Block
    var columnTitles: [TickLabel] = []
    var rows: [RowPlan] = []
    var xTitle: TickLabel?
    var yTitle: TickLabel?
    var panels: [PanelPlan] = []
    var directLabels: [PlacedLabel] = []
    var colorBar: ColorBarPlan?
    /// Size of each plot.
    var panelSize: Size
    /// The room of each plot, which equal aspect may leave empty in part.
    var cellSize: Size
    var isEqualAspect: Bool
    var rowCount: Int
    var surround = Surround()
  }

  var arrangement: Arrangement
  /// Ascending.
  var omitted: [Omission]
  var title: Block
  var subtitle: Block
  var notes: Block
  var legend: LegendPlan?
  var sections: [SectionPlan]
}
