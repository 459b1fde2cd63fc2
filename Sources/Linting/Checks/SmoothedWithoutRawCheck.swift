import Charting

/// A smoothed line whose raw numbers are not drawn under it.
///
/// In their place a band over several runs will do, of the same colour and with its meaning in the
/// legend.
struct SmoothedWithoutRawCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    page.panels.flatMap { panel -> [Finding] in
      let marks = page.marks(of: panel)
      return marks.compactMap { mark in
        guard case .smoothed(let series) = mark.content, let line = mark as? Line else {
          return nil
        }
        let hasRaw = marks.enumerated().contains { number, other in
          guard isUnder(other, line, series) else { return false }
          return page.items(of: number, in: panel).contains { item in
            item.color.over(page.painting.paper) != page.painting.paper && item.visible != nil
          }
        }
        guard !hasRaw else { return nil }
        return Finding(
          .smoothedWithoutRaw, "series '\(series.name)' in \(page.name(of: panel))",
          "a smoothed line alone", allowed: "its raw numbers under it, or a band over several runs")
      }
    }
  }

  private func isUnder(_ mark: any Mark, _ line: Line, _ series: Series) -> Bool {
    switch mark.content {
    case .raw(let other): other == series
    case .spread: (mark as? Band).map { $0.ink == line.ink && !$0.meaning.isEmpty } ?? false
    default: false
    }
  }
}
