import Charting

/// Series, bands and colours of cells that nothing on the page names.
///
/// A lone series needs no name: the title and the axes say what it is. A mark that asks for no name,
/// as a smoothed line's raw values, needs none.
struct UnnamedCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    let entries = page.chart.legendEntries
    let named = page.boxes.texts.filter { text in
      switch text.role {
      case .legend, .panelTitle, .columnTitle, .rowTitle, .annotation: true
      default: false
      }
    }.map(\.string)
    var findings: [Finding] = []
    // A page without room for the full names has the short ones.
    let forms = page.drawn.omitted.contains(.longForms) ? page.chart.shortForms : []
    for entry in entries where entries.count > 1 && !named.contains(forms.short(entry.name)) {
      findings.append(
        Finding(
          .unnamed, "'\(entry.name)'", "no legend or label has this name",
          allowed: "a name for each of \(entries.count) series, bands and signs"))
    }
    for panel in page.panels { findings += unnamed(in: panel, page) }
    return findings
  }

  private func unnamed(in panel: PlacedPanel, _ page: LintPage) -> [Finding] {
    let grid = page.chart.sections[panel.section]
    let bars = [grid.colorBar, grid.panels[panel.index]?.colorBar].compactMap { $0 }
    let hasBar =
      !bars.isEmpty && page.painting.items.contains { $0.role == .colorBar }
    return page.marks(of: panel).compactMap { mark in
      switch mark.content {
      case .spread where mark.legendEntries.isEmpty:
        return Finding(
          .unnamed, "a band in \(page.name(of: panel))", "nothing says what it spans",
          allowed: "a meaning, such as 'min to max of 5 seeds'")
      case .ground where !(mark is Contours) && !hasBar:
        return Finding(
          .unnamed, "\(mark is Cells ? "cells" : "colours") in \(page.name(of: panel))",
          "nothing says what their colours mean",
          allowed: "a colour bar")
      default: return nil
      }
    }
  }
}
