/// Names on the left of the rows, verdicts on their right.
struct HeadingColumns {
  let grid: PanelGrid
  let theme: Theme
  let text: TextSetter
  /// Width of the page without margins, in points.
  let width: Double
  let showsReasons: Bool
  let showsDetails: Bool
  let showsVerdictColumn: Bool

  private static let gap = 10.0

  /// Widths of both columns with their gaps, in points.
  struct Widths {
    var titles = 0.0
    var verdicts = 0.0
  }

  private var titleStyle: TextStyle { TextStyle(size: theme.sizes.heading + 0.5, weight: .bold) }
  private var detailStyle: TextStyle { TextStyle(size: theme.sizes.label, ink: .muted) }
  private var reasonStyle: TextStyle { TextStyle(size: theme.sizes.label, ink: .ink) }

  private func verdictStyle(_ health: Health) -> TextStyle {
    TextStyle(size: theme.sizes.heading, weight: .bold, ink: .health(health))
  }

  /// Longest line that a name or its detail may have.
  private var titleLimit: Double { max(64, width * 0.2) }
  private var reasonLimit: Double { min(150, max(84, width * 0.155)) }

  /// Widths of both columns with their gaps; nil where a word is wider than its column.
  func widths() throws(ChartError) -> Widths? {
    var titles = 0.0
    var verdicts = 0.0
    for row in grid.rowHeadings {
      let left = [(row.title, titleStyle), (showsDetails ? row.detail : "", detailStyle)]
      for (string, style) in left {
        for line in try text.lines(string, style, width: titleLimit) {
          titles = max(titles, try text.width(line, style))
        }
      }
      guard let verdict = row.verdict else { continue }
      let word = try text.width(verdict.word, verdictStyle(verdict.health))
      if showsVerdictColumn {
        verdicts = max(verdicts, word)
        if showsReasons {
          for line in try text.lines(verdict.reason, reasonStyle, width: reasonLimit) {
            verdicts = max(verdicts, try text.width(line, reasonStyle))
          }
        }
      } else {
        titles = max(titles, word)
      }
    }
    guard titles <= titleLimit + 1, verdicts <= reasonLimit + 30 else { return nil }
    return Widths(
      titles: titles > 0 ? titles + Self.gap : 0, verdicts: verdicts > 0 ? verdicts + Self.gap : 0)
  }

  /// Blocks for every row; nil where one needs more height than its row has.
  ///
  /// - Parameters:
  ///   - spans: the rows; after the last heading they begin again with the first.
  ///   - header: height above each row that its heading may use.
  ///   - isBands: the rows are bands of plots, without gaps between them.
  func rows(
    beside spans: [Rect], header: Double, titlesX: Double, verdictsX: Double, isBands: Bool
  ) throws(ChartError) -> [PagePlan.RowPlan]? {
    guard !grid.rowHeadings.isEmpty else { return [] }
    var plans: [PagePlan.RowPlan] = []
    for (row, span) in spans.enumerated() {
      let heading = grid.rowHeadings[row % grid.rowHeadings.count]
      let room = span.height + header
      let middle = span.midY
      let top = span.y - header

      func origin(_ x: Double, height: Double) -> Point {
        // Beside the middle of the plot, but never out of the row.
        Point(x: x, y: min(max(middle - height / 2, top), top + room - height))
      }

      let titleLines = try text.lines(heading.title, titleStyle, width: titleLimit)
      let detailLines =
        showsDetails ? try text.lines(heading.detail, detailStyle, width: titleLimit) : []
      let titleHeight = titleStyle.height(ofLines: titleLines.count)
      var leftHeight = titleHeight
      if !detailLines.isEmpty { leftHeight += 1 + detailStyle.height(ofLines: detailLines.count) }
      var plan = PagePlan.RowPlan(
        title: PagePlan.Block(lines: titleLines, style: titleStyle),
        detail: PagePlan.Block(lines: detailLines, style: detailStyle))
      let leftTitleHeight = leftHeight
      var wordStyle: TextStyle?
      if let verdict = heading.verdict {
        wordStyle = verdictStyle(verdict.health)
        if !showsVerdictColumn { leftHeight += 1 + verdictStyle(verdict.health).height }
      }
      // Names of rows without statistics above them may use the gap between the rows.
      guard leftHeight <= room + (isBands ? 0 : 8) else { return nil }
      let left = origin(titlesX, height: min(leftHeight, room))
      plan.title.origin = left
      plan.detail.origin = Point(x: left.x, y: left.y + titleHeight + 1)
      if let verdict = heading.verdict, let wordStyle {
        if showsVerdictColumn {
          let reasonLines =
            showsReasons ? try text.lines(verdict.reason, reasonStyle, width: reasonLimit) : []
          var height = wordStyle.height
          if !reasonLines.isEmpty { height += 2 + reasonStyle.height(ofLines: reasonLines.count) }
          // Bands have no gap of their own between one reason and the next verdict.
          let gap = isBands ? (reasonLines.isEmpty ? 0 : -3.0) : 4
          guard height <= room + gap else { return nil }
          let right = origin(verdictsX + Self.gap, height: min(height, room))
          plan.verdict = PagePlan.Block(lines: [verdict.word], style: wordStyle, origin: right)
          if !reasonLines.isEmpty {
            plan.reason = PagePlan.Block(
              lines: reasonLines, style: reasonStyle,
              origin: Point(x: right.x, y: right.y + wordStyle.height + 2))
          }
        } else {
          plan.verdict = PagePlan.Block(
            lines: [verdict.word], style: wordStyle,
            origin: Point(x: left.x, y: left.y + leftTitleHeight + 1))
        }
      }
      plans.append(plan)
    }
    return plans
  }
}
