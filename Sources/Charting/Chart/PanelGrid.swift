/// Panels in rows and columns that share their axes, with headings around them.
///
///     PanelGrid(
///       panels: ways, columns: 2, x: Axis(title: "x"), y: Axis(title: "y"), equalAspect: true)
package struct PanelGrid: Sendable {
  /// Which panels show the same range along one axis.
  package enum Sharing: Equatable, Sendable {
    case all, rows, columns, none
  }

  /// Stands above the grid where a chart has several; empty for none.
  package var title: String
  /// Row by row; every row has `columns` panels, of which nil ones stay empty.
  package var panels: [Panel?]
  package var columns: Int
  package var x: Axis
  package var y: Axis
  package var shareX: Sharing
  package var shareY: Sharing
  /// One for each column, or empty.
  package var columnTitles: [String]
  /// One for each row, or empty. Where the y axis is made of bands and the grid has one row, one
  /// for each band.
  package var rowHeadings: [RowHeading]
  /// One unit of x is as long on the page as one unit of y (one decade, on log axes): plots shrink
  /// to the shape of their ranges, and ranges that differ are widened.
  package var equalAspect: Bool
  /// What the colours of the cells or contours stand for; above the panels.
  package var colorBar: ColorBar?
  /// The panels stand for themselves: a page of another shape may set them in more or fewer columns.
  /// A grid of one row then has its column titles above each panel, and headings only of the row or
  /// of the bands.
  package var wraps: Bool
  /// Which panels a page keeps that cannot hold all; nil where all are needed.
  package var excerpt: Excerpt?

  package init(
    title: String = "", panels: [Panel?], columns: Int, x: Axis, y: Axis, shareX: Sharing = .all,
    shareY: Sharing = .all, columnTitles: [String] = [], rowHeadings: [RowHeading] = [],
    equalAspect: Bool = false, colorBar: ColorBar? = nil, wraps: Bool = false,
    excerpt: Excerpt? = nil
  ) {
    self.title = title
    self.panels = panels
    self.columns = max(1, columns)
    self.x = x
    self.y = y
    self.shareX = shareX
    self.shareY = shareY
    self.columnTitles = columnTitles
    self.rowHeadings = rowHeadings
    self.equalAspect = equalAspect
    self.colorBar = colorBar
    self.wraps = wraps
    self.excerpt = excerpt
  }

  /// A chart of one panel.
  package init(
    _ panel: Panel, x: Axis, y: Axis, rowHeadings: [RowHeading] = [], equalAspect: Bool = false,
    colorBar: ColorBar? = nil
  ) {
    self.init(
      panels: [panel], columns: 1, x: x, y: y, rowHeadings: rowHeadings, equalAspect: equalAspect,
      colorBar: colorBar)
  }

  /// Whether the headings belong to the bands of the y axis rather than to rows of panels.
  package var headsBands: Bool {
    guard rows == 1 || wraps, case .bands(let names) = y.kind else { return false }
    return rowHeadings.count == names.count
  }

  /// What a panel measures from left to right.
  package func xAxis(of index: Int) -> Axis { panels[index]?.x ?? x }

  /// What a panel measures upward.
  package func yAxis(of index: Int) -> Axis { panels[index]?.y ?? y }

  package var rows: Int { (panels.count + columns - 1) / columns }

  package func panel(row: Int, column: Int) -> Panel? {
    let index = row * columns + column
    return index < panels.count ? panels[index] : nil
  }
}

/// What stands beside a row: its name on the left, what became of it on the right.
package struct RowHeading: Equatable, Sendable {
  package var title: String
  /// A second, smaller line under the title.
  package var detail: String
  package var verdict: Verdict?

  package init(title: String, detail: String = "", verdict: Verdict? = nil) {
    self.title = title
    self.detail = detail
    self.verdict = verdict
  }
}

/// A judgement: one word, its colour, and the reason.
package struct Verdict: Equatable, Sendable {
  package var word: String
  package var health: Health
  package var reason: String

  package init(word: String, health: Health, reason: String = "") {
    self.word = word
    self.health = health
    self.reason = reason
  }
}

/// One plot: marks, and lines of text above them.
package struct Panel: Sendable {
  package var title: String
  /// Short facts in small print above the plot, set one after the other in as many lines as needed.
  package var statistics: [String]
  package var marks: [any Mark]
  /// Axes of the panel's own, with their titles beside it; nil takes the grid's. Where panels share
  /// an axis, it is that of the first of them.
  package var x: Axis?
  package var y: Axis?
  /// What the colours of this panel stand for, above its plot; where all panels share their
  /// colours, the grid has one instead.
  package var colorBar: ColorBar?

  package init(
    title: String = "", statistics: [String] = [], marks: [any Mark], x: Axis? = nil,
    y: Axis? = nil, colorBar: ColorBar? = nil
  ) {
    self.title = title
    self.statistics = statistics
    self.marks = marks
    self.x = x
    self.y = y
    self.colorBar = colorBar
  }
}
